import { memo, useMemo } from 'react';
import type { StripProfile } from '../../analysis/hotspots/makeProfile';
import type { Category } from '../../domain';
import { useFormat } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { ProfileMark } from './ProfileMark';
import type { ProfileLayout } from './profileLayout';

export interface ProfileMarksProps {
  readonly marks: StripProfile['marks'];
  readonly layout: ProfileLayout;
  readonly theme: MapTheme;
  readonly categoryOf: (code: number) => { readonly look: Category; readonly name: string };
  /** Slot of the incident that is pointed at on the map or chosen. */
  readonly litSlot: number | null;
  readonly onHoverMark: (slot: number | null) => void;
  readonly onSelectMark: (slot: number) => void;
}

/** With more incidents than this they are drawn as dots by how many there are. */
const MOST_SYMBOLS = 300;
const BIN_PX = 10;

/** Incidents up on the left of the chain and down on its right; where there are many, dots that stand for several. */
export const ProfileMarks = memo((props: ProfileMarksProps) => {
  const { marks, layout, theme, categoryOf, litSlot, onHoverMark, onSelectMark } = props;
  const { x, offset, widthPx } = layout;
  const format = useFormat();
  const bins = useMemo(() => {
    if (marks.slot.length <= MOST_SYMBOLS) return null;
    const counts = new Map<number, number>();
    const columns = Math.ceil(widthPx / BIN_PX);
    for (let k = 0; k < marks.slot.length; k += 1) {
      const column = Math.floor(x.toPx(marks.chainageM[k]! / 1000) / BIN_PX);
      const cell = Math.floor(offset.toPx(marks.offsetM[k]!) / BIN_PX) * columns + column;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    return [...counts].map(([cell, count]) => ({
      key: cell,
      atX: ((cell % columns) + 0.5) * BIN_PX,
      atY: (Math.floor(cell / columns) + 0.5) * BIN_PX,
      count,
    }));
  }, [marks, x, offset, widthPx]);
  if (bins)
    return bins.map(({ key, atX, atY, count }) => (
      <circle key={key} className="gr-Profile-bin" cx={atX} cy={atY} r={Math.min(BIN_PX / 2, 2 + Math.sqrt(count))}>
        <title>{format.count(count)}</title>
      </circle>
    ));
  return Array.from(marks.slot, (slot, k) => (
    <ProfileMark
      key={slot}
      slot={slot}
      atX={x.toPx(marks.chainageM[k]! / 1000)}
      atY={offset.toPx(marks.offsetM[k]!)}
      kind={marks.kind[k] === 0 ? 'criminal' : 'administrative'}
      category={categoryOf(marks.category[k]!)}
      isLit={slot === litSlot}
      theme={theme}
      onHover={onHoverMark}
      onSelect={onSelectMark}
    />
  ));
});
ProfileMarks.displayName = 'ProfileMarks';
