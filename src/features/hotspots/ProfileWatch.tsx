import { memo } from 'react';
import { useFormat } from '../../i18n';
import { gapWords } from '../../i18n/gapWords';
import { useWords } from '../../i18n/useWords';
import type { ChainSpan } from './ProfilePicture';
import { type ProfileLayout, WATCH_PX } from './profileLayout';

/** A piece of the chain that patrols watch. */
export interface WatchedSpan extends ChainSpan {
  /** Of those that overlap each has a row of its own. */
  readonly row: number;
  readonly visits: number;
  /** How much is expected in its worst gap, in thirds of the most: 1 to 3. */
  readonly level: 1 | 2 | 3;
  /** All of it in words. */
  readonly text: string;
}

export const watchRowsOf = (watched: readonly WatchedSpan[]): number =>
  watched.reduce((rows, { row }) => Math.max(rows, row + 1), 0);

const GAP_PX = 1;
const DIGIT_PX = 8;

export interface ProfileWatchProps {
  readonly layout: ProfileLayout;
  readonly watched: readonly WatchedSpan[];
}

/** Under the axis: planned visits of each stretch that is watched, the darker the more is left alone there. */
export const ProfileWatch = memo(({ layout, watched }: ProfileWatchProps) => {
  const words = useWords(gapWords);
  const format = useFormat();
  const { x, left, watchTop } = layout;
  if (watched.length === 0) return null;
  return (
    <g className="gr-Profile-watch">
      <text className="gr-Profile-unit" x={left - 6} y={watchTop + WATCH_PX - 5} textAnchor="end">
        {words.profileRow}
      </text>
      {watched.map(({ fromM, toM, row, visits, level, text }) => {
        const [fromPx, toPx] = [x.toPx(fromM / 1_000), x.toPx(toM / 1_000)];
        const top = watchTop + row * WATCH_PX;
        const count = format.count(visits);
        return (
          <g key={`${row} ${fromM}`} data-level={level} data-never={visits === 0 || undefined}>
            <title>{text}</title>
            <rect
              x={fromPx + GAP_PX}
              width={Math.max(1, toPx - fromPx - 2 * GAP_PX)}
              y={top + GAP_PX}
              height={WATCH_PX - 2 * GAP_PX}
            />
            {toPx - fromPx > count.length * DIGIT_PX + 2 && (
              <text x={(fromPx + toPx) / 2} y={top + WATCH_PX - 5} textAnchor="middle">
                {count}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});
ProfileWatch.displayName = 'ProfileWatch';
