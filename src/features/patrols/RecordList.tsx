import { MapPin, Pencil, Trash2 } from 'lucide-react';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { IconButton } from '../../ui';

export interface ListedRecord {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Drawn pale: not in use at present. */
  readonly isPale?: boolean;
}

export interface RecordListProps {
  readonly label: string;
  readonly rows: readonly ListedRecord[];
  readonly onShow?: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** Posts, shifts, teams or tasks, each with what can be done with it. */
export function RecordList({ label, rows, onShow, onEdit, onRemove }: RecordListProps) {
  const words = useWords(patrolWords);
  return (
    <ul className="gr-PlainList gr-Records" aria-label={label}>
      {rows.map(({ id, name, detail, isPale = false }) => (
        <li key={id} data-pale={isPale}>
          <span className="gr-Records-name">
            <span>{name}</span>
            <span className="gr-muted gr-small gr-tabular">{detail}</span>
          </span>
          {onShow && <IconButton icon={MapPin} size="small" label={words.show(name)} onPress={() => onShow(id)} />}
          <IconButton icon={Pencil} size="small" label={words.edit(name)} onPress={() => onEdit(id)} />
          <IconButton icon={Trash2} size="small" label={words.remove(name)} onPress={() => onRemove(id)} />
        </li>
      ))}
    </ul>
  );
}
