import { X } from 'lucide-react';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import { useMessages, useTerms } from '../../i18n';
import type { SessionFilter } from '../../store';
import { Button, IconButton } from '../../ui';

export interface FilterSentenceProps {
  readonly info: EditionInfo;
  readonly filter: SessionFilter;
  readonly zoneLayerName: (id: string) => string;
  readonly onRemove: (key: keyof SessionFilter) => void;
  readonly onClear: () => void;
}

/** What is filtered, part by part, each with its way out. Nothing is drawn where nothing is filtered. */
export function FilterSentence({ info, filter, zoneLayerName, onRemove, onClear }: FilterSentenceProps) {
  const { incidents, boundaries } = useMessages();
  const terms = useTerms();
  const unitName = (code: string): string => info.units.find((unit) => unit.code === code)?.name ?? code;
  const words: { readonly [K in keyof Required<SessionFilter>]: (value: NonNullable<SessionFilter[K]>) => string } = {
    isFlagged: (isFlagged) => (isFlagged ? incidents.flagged : incidents.unflagged),
    level: (level) => boundaries.levelLine[level],
    line: (id) => {
      const number = info.lines.findIndex((line) => line.id === id);
      return number < 0 ? id : nameLine(info, number);
    },
    sideUnit: (code) => incidents.inSide(unitName(code)),
    category: (category) => terms.name(category),
    kind: (kind) => incidents.kindName[kind],
    unit: (code) => incidents.inUnit(unitName(code)),
    zoneLayer: (id) => zoneLayerName(id),
  };
  const keys = (Object.keys(words) as (keyof SessionFilter)[]).filter((key) => filter[key] !== undefined);
  if (keys.length === 0) return null;
  const say = (key: keyof SessionFilter): string => (words[key] as (value: unknown) => string)(filter[key]);
  return (
    <ul className="gr-Filter" aria-label={incidents.filters}>
      {keys.map((key) => (
        <li key={key} className="gr-Filter-part">
          {say(key)}
          <IconButton icon={X} size="small" label={incidents.clearFilter(say(key))} onPress={() => onRemove(key)} />
        </li>
      ))}
      {keys.length > 1 && (
        <li>
          <Button variant="quiet" onPress={onClear}>
            {incidents.clearFilters}
          </Button>
        </li>
      )}
    </ul>
  );
}
