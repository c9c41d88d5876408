import type { StripProfile } from '../../analysis/hotspots/makeProfile';
import { type ChartScale, makeScale } from './chartScale';

/** Where the parts of a profile stand, pixels. */
export interface ProfileLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Kilometres along the chain. */
  readonly x: ChartScale;
  /** Incidents per km and year. */
  readonly y: ChartScale;
  /** Metres from the line, up on its left. */
  readonly offset: ChartScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly stripTop: number;
  readonly stripBottom: number;
  readonly middle: number;
  readonly axis: number;
  /** Under the axis: where rows of what is watched begin. */
  readonly watchTop: number;
}

const LEFT = 56;
const RIGHT = 12;
const DENSITY_SHARE = 0.27;
const TOP = 18;
const AXIS = 30;
const NAMES = 26;
const TICK_PX = 90;
/** One row of what is watched. */
export const WATCH_PX = 18;

/**
 * The place of everything on a profile of a size.
 * @param reachM     the farthest distance from a line that is shown, metres
 * @param watchRows  rows under the axis
 */
export function layProfileOut(
  { lengthM, together }: Pick<StripProfile, 'lengthM' | 'together'>,
  {
    widthPx,
    heightPx,
    reachM,
    watchRows,
  }: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly reachM: number;
    readonly watchRows: number;
  },
): ProfileLayout {
  const densityBottom = TOP + Math.round((heightPx - TOP - AXIS - watchRows * WATCH_PX) * DENSITY_SHARE);
  const stripTop = densityBottom + NAMES;
  const axis = heightPx - AXIS - watchRows * WATCH_PX;
  const stripBottom = axis - 14;
  const right = widthPx - RIGHT;
  const densityMax = Math.max(...together.upper, Number.MIN_VALUE);
  return {
    widthPx,
    heightPx,
    x: makeScale([0, lengthM / 1000], [LEFT, right], Math.max(3, Math.floor(widthPx / TICK_PX))),
    y: makeScale([0, densityMax], [densityBottom, TOP], 2),
    offset: makeScale([-reachM, reachM], [stripBottom, stripTop], 4),
    left: LEFT,
    right,
    top: TOP,
    stripTop,
    stripBottom,
    middle: (stripTop + stripBottom) / 2,
    axis,
    watchTop: axis + AXIS,
  };
}
