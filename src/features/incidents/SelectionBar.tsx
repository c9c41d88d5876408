import { Columns3, MapPin, PencilLine, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useMessages } from '../../i18n';
import { Button, ProgressBar } from '../../ui';

export interface SelectionBarProps {
  /** How many rows are chosen. */
  readonly count: number;
  /** While many are being written. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly onStop: () => void;
  readonly onEdit: () => void;
  readonly onShowOnMap: () => void;
  readonly onRemove: () => void;
  readonly onColumns: () => void;
  /** The search of the table. */
  readonly children: ReactNode;
}

/** Above the table: what can be done with the rows that are chosen, and with the table itself. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, progress } = props;
  const { register } = useMessages();
  const format = useFormat();
  return (
    <div className="gr-TableBar">
      {props.children}
      {progress ? (
        <ProgressBar
          label={register.writing(format.count(progress.done), format.count(progress.all))}
          share={progress.done / progress.all}
          onCancel={props.onStop}
        />
      ) : (
        <>
          {count > 0 && (
            <>
              <span className="gr-TableBar-text">{register.selected(format.count(count))}</span>
              <Button variant="quiet" icon={PencilLine} onPress={props.onEdit}>
                {register.edit}
              </Button>
              <Button variant="quiet" icon={MapPin} onPress={props.onShowOnMap}>
                {register.showOnMap}
              </Button>
              <Button variant="quiet" icon={Trash2} onPress={props.onRemove}>
                {register.remove}
              </Button>
            </>
          )}
          <span className="gr-TableBar-end">
            <Button variant="quiet" icon={Columns3} onPress={props.onColumns}>
              {register.columns}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}
