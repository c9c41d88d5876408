import { useFormat, useMessages } from '../../i18n';
import { Button } from '../../ui';
import type { DuplicateSummary } from '../../workers/fileTasks';
import type { ImportState } from './useImport';

interface Props {
  readonly state: ImportState;
  readonly duplicates: DuplicateSummary | null;
  /** Duplicates are still being looked for. */
  readonly isLooking: boolean;
  /** There is work that is kept for later. */
  readonly canLeave: boolean;
  /** One per layer that the file becomes. */
  readonly layerNames: readonly string[];
  readonly onPickAnother: () => void;
  readonly onDiscard: () => void;
  readonly onLeave: () => void;
  readonly onShowDuplicates: () => void;
  readonly onImportIncidents: () => void;
  readonly onImportLayers: () => void;
}

/** What can be done with the open file. */
export function ImportFooter(props: Props) {
  const { state, duplicates, isLooking, canLeave, layerNames } = props;
  const { common, importing: words, intake } = useMessages();
  const format = useFormat();
  const isStuck = state.stage === 'refused' || (state.stage === 'incidents' && state.preview === null);
  return (
    <>
      {isStuck && <Button onPress={props.onPickAnother}>{words.pickAnother}</Button>}
      {canLeave && <Button onPress={props.onLeave}>{intake.keep.later}</Button>}
      <Button onPress={props.onDiscard}>{canLeave ? intake.keep.discard : common.cancel}</Button>
      {state.stage === 'incidents' && state.preview && (
        <IncidentButton
          usable={state.preview.counts.usable}
          duplicates={duplicates}
          isDisabled={state.isReviewing || isLooking}
          onShowDuplicates={props.onShowDuplicates}
          onImport={props.onImportIncidents}
        />
      )}
      {state.stage === 'layer' && (
        <Button
          variant="primary"
          isDisabled={state.isReviewing || layerNames.some((name) => name.trim() === '')}
          onPress={props.onImportLayers}
        >
          {words.addLayers(format.count(layerNames.length))}
        </Button>
      )}
    </>
  );
}

/** Takes in what is usable; where it is not said what becomes of duplicates, leads there first. */
function IncidentButton({
  usable,
  duplicates,
  isDisabled,
  onShowDuplicates,
  onImport,
}: {
  readonly usable: number;
  readonly duplicates: DuplicateSummary | null;
  readonly isDisabled: boolean;
  readonly onShowDuplicates: () => void;
  readonly onImport: () => void;
}) {
  const { importing: words, intake } = useMessages();
  const format = useFormat();
  const { undecided = 0, merge = 0, skip = 0 } = duplicates ?? {};
  if (undecided > 0)
    return (
      <Button variant="primary" isDisabled={isDisabled} onPress={onShowDuplicates}>
        {intake.decideFirst(format.count(undecided))}
      </Button>
    );
  const added = usable - merge - skip;
  const title =
    added > 0
      ? words.importButton(format.count(added))
      : merge > 0
        ? intake.mergeOnly(format.count(merge))
        : words.importNothing;
  return (
    <Button variant="primary" isDisabled={isDisabled || added + merge <= 0} onPress={onImport}>
      {title}
    </Button>
  );
}
