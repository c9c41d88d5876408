import { createContext, type MouseEvent, memo, type ReactNode, use, useLayoutEffect, useRef, useState } from 'react';
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
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  /** Most first, and only the first few until all are asked for. */
  readonly isRanked?: boolean;
  readonly defaultOpen?: boolean;
}

const FIRST = 8;

interface Shown {
  readonly ranked: readonly FacetEntry[];
  readonly isRanked: boolean;
  /** The count that a full bar stands for. */
  readonly most: number;
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
}

const ShownContext = createContext<Shown | null>(null);

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
  const ranked = isRanked
    ? entries.filter(({ count, id }) => count > 0 || selected.includes(id)).toSorted(byCount)
    : entries;
  const most = Math.max(1, ...entries.map(({ count }) => count));
  const copy = (): void => {
    const hasFlagged = entries.some(({ flagged }) => flagged !== undefined);
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
  const latestCopy = useRef(copy);
  useLayoutEffect(() => {
    latestCopy.current = copy;
  });
  const copyShown = useRef(() => latestCopy.current()).current;
  return (
    <ShownContext value={{ ranked, isRanked, most, selected, onSelect }}>
      <FacetFrame title={title} defaultOpen={defaultOpen} onCopy={copyShown} />
    </ShownContext>
  );
}

interface FacetFrameProps {
  readonly title: string;
  readonly defaultOpen: boolean;
  readonly onCopy: () => void;
}

/** What does not change with the counts: they follow a moving slider, and its buttons are the dearer part to draw. */
const FacetFrame = memo(({ title, defaultOpen, onCopy }: FacetFrameProps) => {
  const { incidents } = useMessages();
  return (
    <Disclosure
      title={title}
      defaultOpen={defaultOpen}
      aside={
        <Button variant="quiet" onPress={onCopy}>
          {incidents.copy}
          <span className="gr-VisuallyHidden">: {title}</span>
        </Button>
      }
    >
      <FacetRows />
    </Disclosure>
  );
});
FacetFrame.displayName = 'FacetFrame';

function FacetRows() {
  const { incidents } = useMessages();
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const shownNow = use(ShownContext);
  if (!shownNow) return null;
  const { ranked, isRanked, most, selected, onSelect } = shownNow;
  const rows = isRanked && !showsAll ? ranked.slice(0, FIRST) : ranked;
  return (
    <>
      {ranked.length === 0 && <p className="gr-muted">{incidents.count(0, '0')}</p>}
      <ul className="gr-Facets">
        {rows.map(({ id, name, count, flagged, icon, note }) => (
          <li key={id}>
            <button
              type="button"
              className="gr-Facet"
              aria-pressed={selected.includes(id)}
              onClick={(event) => onSelect(pressed(selected, id, event))}
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
      {isRanked && ranked.length > FIRST && <MoreButton count={ranked.length} {...{ showsAll, setShowsAll }} />}
    </>
  );
}

interface MoreButtonProps {
  readonly count: number;
  readonly showsAll: boolean;
  readonly setShowsAll: (showsAll: boolean) => void;
}

const MoreButton = memo(({ count, showsAll, setShowsAll }: MoreButtonProps) => {
  const { incidents } = useMessages();
  const format = useFormat();
  return (
    <Button variant="quiet" onPress={() => setShowsAll(!showsAll)}>
      {showsAll ? incidents.showFewer : incidents.showAll(format.count(count))}
    </Button>
  );
});
MoreButton.displayName = 'MoreButton';

/** A press chooses a value alone, or lets it go; with Ctrl or Shift it is added to the others or taken from them. */
function pressed(
  selected: readonly string[],
  id: string,
  { ctrlKey, metaKey, shiftKey }: MouseEvent,
): readonly string[] {
  const others = selected.filter((other) => other !== id);
  const isIn = others.length < selected.length;
  if (ctrlKey || metaKey || shiftKey) return isIn ? others : [...selected, id];
  return isIn && others.length === 0 ? others : [id];
}

const byCount = (a: FacetEntry, b: FacetEntry): number => b.count - a.count || (a.name < b.name ? -1 : 1);
