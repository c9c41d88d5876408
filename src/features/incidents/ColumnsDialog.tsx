import { ArrowDown, ArrowUp } from 'lucide-react';
import type { EditionInfo } from '../../analysis/openEdition';
import { useMessages } from '../../i18n';
import { Button, Checkbox, Dialog, IconButton } from '../../ui';
import { FIRST_COLUMNS, INCIDENT_COLUMNS, type IncidentColumn } from './columnIds';
import type { CellChoices } from './readCell';
import { useIncidentColumns } from './useIncidentColumns';

export interface ColumnsDialogProps {
  readonly info: EditionInfo;
  readonly unitName: (code: string) => string;
  readonly choices: CellChoices;
  /** Null: those that come. */
  readonly shown: readonly IncidentColumn[] | null;
  readonly onChange: (shown: readonly IncidentColumn[] | null) => void;
  readonly onClose: () => void;
}

/** Which columns the table shows, and in which order: at once, so that it can be seen. */
export function ColumnsDialog({ info, unitName, choices, shown, onChange, onClose }: ColumnsDialogProps) {
  const { register, common } = useMessages();
  const columns = useIncidentColumns(info, unitName, choices);
  const now = shown ?? FIRST_COLUMNS;
  const listed = [...now, ...INCIDENT_COLUMNS.filter((id) => !now.includes(id))];
  const toggle = (id: IncidentColumn): void => {
    const next = now.includes(id) ? now.filter((other) => other !== id) : [...now, id];
    if (next.length > 0) onChange(next);
  };
  const move = (id: IncidentColumn, step: 1 | -1): void => {
    const at = now.indexOf(id);
    const next = now.filter((other) => other !== id);
    next.splice(at + step, 0, id);
    onChange(next);
  };
  return (
    <Dialog
      title={register.columns}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={() => onChange(null)} isDisabled={shown === null}>
            {register.defaultColumns}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {common.close}
          </Button>
        </>
      }
    >
      <ul className="gr-Columns">
        {listed.map((id) => {
          const title = columns.get(id)?.title ?? id;
          const at = now.indexOf(id);
          return (
            <li key={id}>
              <Checkbox isSelected={at >= 0} isDisabled={at >= 0 && now.length === 1} onChange={() => toggle(id)}>
                {title}
              </Checkbox>
              {at >= 0 && (
                <span className="gr-Columns-moves">
                  <IconButton
                    icon={ArrowUp}
                    size="small"
                    label={register.moveUp(title)}
                    isDisabled={at === 0}
                    onPress={() => move(id, -1)}
                  />
                  <IconButton
                    icon={ArrowDown}
                    size="small"
                    label={register.moveDown(title)}
                    isDisabled={at === now.length - 1}
                    onPress={() => move(id, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
