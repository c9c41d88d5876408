import type { EditionInfo } from '../../analysis/openEdition';
import type { Incident } from '../../domain';
import { EditManyDialog, useCellChoices } from '../../features/incidents/table';
import { useIncidentEdits } from '../wiring/useIncidentEdits';
import { useUnitName } from '../wiring/useUnitName';

export interface EditPartProps {
  readonly info: EditionInfo;
  readonly incident: Incident;
  readonly onClose: () => void;
}

/** The fields of one incident, to edit: how they are edited on a phone. */
export default function EditPart({ info, incident, onClose }: EditPartProps) {
  const unitName = useUnitName();
  const choices = useCellChoices(info);
  const { edit } = useIncidentEdits(choices);
  return (
    <EditManyDialog
      info={info}
      unitName={unitName}
      choices={choices}
      count={1}
      first={incident}
      onSave={(cells) => edit(cells.map((cell) => ({ incident, ...cell })))}
      onClose={onClose}
    />
  );
}
