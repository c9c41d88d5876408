import type { Formatter } from '../../../i18n';
import { svgPart as part } from '../../briefing/svgPart';

const HEAT = '#572c95';
const MUTED = '#4c5958';
const CELL_W = 32;
const CELL_H = 24;
const LEFT = 36;
const TOP = 24;
const HOURS = 24;
const DARK = 0.55;

/**
 * Weights by hour and weekday with their numbers, for pictures and paper.
 * @param week  168 weights, Monday 00:00 first
 */
export function drawWeek(
  week: Float64Array,
  { weekdays, format }: { readonly weekdays: readonly string[]; readonly format: Pick<Formatter, 'decimal'> },
): SVGSVGElement {
  const most = Math.max(1e-9, ...week);
  const [width, height] = [LEFT + HOURS * CELL_W + 2, TOP + weekdays.length * CELL_H + 2];
  const text = { 'font-size': 11, fill: MUTED, 'text-anchor': 'middle' };
  const heads = Array.from({ length: HOURS }, (_, hour) =>
    part('text', { ...text, x: LEFT + (hour + 0.5) * CELL_W, y: TOP - 8 }, String(hour)),
  );
  const rows = weekdays.flatMap((day, row) => [
    part('text', { ...text, x: LEFT - 8, y: TOP + (row + 0.5) * CELL_H + 4, 'text-anchor': 'end' }, day),
    ...Array.from({ length: HOURS }, (_, hour) => {
      const weight = week[HOURS * row + hour]!;
      const share = weight / most;
      const at = { x: LEFT + hour * CELL_W, y: TOP + row * CELL_H };
      return [
        part('rect', {
          ...at,
          width: CELL_W,
          height: CELL_H,
          fill: HEAT,
          'fill-opacity': share.toFixed(3),
          stroke: '#dde3e3',
        }),
        ...(weight > 0
          ? [
              part(
                'text',
                {
                  ...text,
                  x: at.x + CELL_W / 2,
                  y: at.y + CELL_H / 2 + 4,
                  fill: share > DARK ? '#ffffff' : '#17211f',
                },
                format.decimal(weight, weight < 10 ? 1 : 0),
              ),
            ]
          : []),
      ];
    }).flat(),
  ]);
  return part('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [...heads, ...rows]) as SVGSVGElement;
}
