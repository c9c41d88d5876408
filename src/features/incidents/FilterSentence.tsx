import { X } from 'lucide-react';
import { useMessages } from '../../i18n';
import type { SessionFilter } from '../../store';
import { Button, IconButton } from '../../ui';
import type { FilterPart } from './filterWords';

export interface FilterSentenceProps {
  readonly parts: readonly FilterPart[];
  readonly onRemove: (key: keyof SessionFilter) => void;
  readonly onClear: () => void;
}

/** What is filtered, part by part, each with its way out. Nothing is drawn where nothing is filtered. */
export function FilterSentence({ parts, onRemove, onClear }: FilterSentenceProps) {
  const { incidents } = useMessages();
  if (parts.length === 0) return null;
  return (
    <ul className="gr-Filter" aria-label={incidents.filters}>
      {parts.map(({ key, text }) => (
        <li key={key} className="gr-Filter-part">
          {text}
          <IconButton icon={X} size="small" label={incidents.clearFilter(text)} onPress={() => onRemove(key)} />
        </li>
      ))}
      {parts.length > 1 && (
        <li>
          <Button variant="quiet" onPress={onClear}>
            {incidents.clearFilters}
          </Button>
        </li>
      )}
    </ul>
  );
}
