import { type ReactNode, useState } from 'react';
import { useFormat, useMessages } from '../../i18n';
import { Button, Disclosure, toTsv } from '../../ui';

export interface FacetEntry {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** How many of them are flagged; left out where all are, as along a line. */
  readonly flagged?: number;
  readonly icon?: ReactNode;
  readonly note?: string;
}

export interface FacetListProps {
  readonly title: string;
  readonly entries: readonly FacetEntry[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** Most first, and only the first few until all are asked for. */
  readonly isRanked?: boolean;
  readonly defaultOpen?: boolean;
}

const FIRST = 8;

/** Counts of incidents by one dimension; a count is also the filter for it. */
export function FacetList({
  title,
  entries,
  selected,
  onSelect,
  isRanked = false,
  defaultOpen = true,
}: FacetListProps) {
  const { incidents } = useMessages();
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const ranked = isRanked ? entries.filter(({ count, id }) => count > 0 || id === selected).toSorted(byCount) : entries;
  const shown = isRanked && !showsAll ? ranked.slice(0, FIRST) : ranked;
  const most = Math.max(1, ...entries.map(({ count }) => count));
  const hasFlagged = entries.some(({ flagged }) => flagged !== undefined);
  const copy = (): void => {
    void navigator.clipboard.writeText(
      toTsv([
        [title, incidents.unit, ...(hasFlagged ? [incidents.flaggedShort] : [])],
        ...ranked.map(({ name, count, flagged }) => [
          name,
          String(count),
          ...(hasFlagged ? [String(flagged ?? 0)] : []),
        ]),
      ]),
    );
  };
  return (
    <Disclosure
      title={title}
      defaultOpen={defaultOpen}
      aside={
        <Button variant="quiet" onPress={copy}>
          {incidents.copy}
          <span className="gr-VisuallyHidden">: {title}</span>
        </Button>
      }
    >
      {ranked.length === 0 && <p className="gr-muted">{incidents.count(0, '0')}</p>}
      <ul className="gr-Facets">
        {shown.map(({ id, name, count, flagged, icon, note }) => (
          <li key={id}>
            <button
              type="button"
              className="gr-Facet"
              aria-pressed={id === selected}
              onClick={() => onSelect(id === selected ? null : id)}
            >
              {icon}
              <span className="gr-Facet-name">
                {name}
                {note && <span className="gr-muted gr-small"> {note}</span>}
              </span>
              {flagged !== undefined && (
                <span className="gr-muted gr-small gr-tabular">{incidents.flaggedOf(format.count(flagged))}</span>
              )}
              <span className="gr-Facet-count gr-tabular">{format.count(count)}</span>
              <span className="gr-VisuallyHidden"> {incidents.unit}</span>
              <meter className="gr-Facet-bar" aria-hidden min={0} max={most} value={count} />
            </button>
          </li>
        ))}
      </ul>
      {isRanked && ranked.length > FIRST && (
        <Button variant="quiet" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? incidents.showFewer : incidents.showAll(format.count(ranked.length))}
        </Button>
      )}
    </Disclosure>
  );
}

const byCount = (a: FacetEntry, b: FacetEntry): number => b.count - a.count || (a.name < b.name ? -1 : 1);
