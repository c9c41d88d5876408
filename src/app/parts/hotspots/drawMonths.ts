import type { Formatter } from '../../../i18n';
import { svgPart as part } from '../../briefing/svgPart';

export const BARS = '#572c95';
const LINE = '#7c8989';
const MUTED = '#4c5958';
const HEIGHT = 220;
const LEFT = 44;
const TOP = 20;
const BASE = 176;
const LEAST_STEP = 12;
const MOST_STEP = 48;
const ROOM = 900;
const LABEL_EVERY = [1, 2, 3, 6, 12, 24, 60];

export interface MonthCounts {
  /** Months since January 1970 of the first count. */
  readonly firstMonth: number;
  readonly months: ArrayLike<number>;
}

/** Counts by month as bars with their numbers, for pictures and paper. */
export function drawMonths({ firstMonth, months }: MonthCounts, format: Pick<Formatter, 'count'>): SVGSVGElement {
  const step = Math.min(MOST_STEP, Math.max(LEAST_STEP, ROOM / Math.max(1, months.length)));
  const width = LEFT + months.length * step + 8;
  const most = Math.max(1, ...Array.from(months));
  const toY = (count: number): number => BASE - (count / most) * (BASE - TOP);
  const every = LABEL_EVERY.find((each) => each * step >= 26) ?? 120;
  const text = { 'font-size': 11, fill: MUTED };
  const bars = Array.from(months, (count, k) => {
    const month = firstMonth + k;
    const x = LEFT + k * step;
    const [year, number] = [1970 + Math.floor(month / 12), (month % 12) + 1];
    const middle = { x: x + step / 2, 'text-anchor': 'middle' };
    const isLabelled = k % every === 0;
    return [
      part('rect', { x: x + 1, y: toY(count), width: step - 2, height: BASE - toY(count), fill: BARS }),
      ...(step >= 20 && count > 0
        ? [part('text', { ...text, ...middle, y: toY(count) - 4 }, format.count(count))]
        : []),
      ...(isLabelled && every < 12 ? [part('text', { ...text, ...middle, y: BASE + 15 }, String(number))] : []),
      ...(isLabelled && (every >= 12 || k === 0 || number <= every)
        ? [part('text', { ...text, ...middle, y: BASE + 30 }, String(year))]
        : []),
    ];
  });
  return part('svg', { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` }, [
    part('text', { ...text, x: LEFT - 6, y: TOP + 4, 'text-anchor': 'end' }, format.count(most)),
    part('text', { ...text, x: LEFT - 6, y: BASE + 4, 'text-anchor': 'end' }, '0'),
    part('line', { x1: LEFT, x2: width - 8, y1: TOP, y2: TOP, stroke: '#dde3e3' }),
    ...bars.flat(),
    part('line', { x1: LEFT, x2: width - 8, y1: BASE, y2: BASE, stroke: LINE }),
  ]) as SVGSVGElement;
}
