/** From values to pixels, straight. */
export interface ChartScale {
  readonly toPx: (value: number) => number;
  readonly fromPx: (px: number) => number;
  readonly ticks: readonly number[];
}

/** A round step that leaves at most so many parts. */
function niceStep(span: number, parts: number): number {
  const rough = span / Math.max(1, parts);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10;
  return step * power;
}

/**
 * A scale with ticks at round values.
 * @param domain  values, the first at the first pixel
 * @param range   pixels
 * @param parts   ticks to be had at most, less one
 */
export function makeScale(
  [from, to]: readonly [number, number],
  [startPx, endPx]: readonly [number, number],
  parts: number,
): ChartScale {
  const span = to - from || 1;
  const step = niceStep(Math.abs(span), parts);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return {
    toPx: (value) => startPx + ((value - from) / span) * (endPx - startPx),
    fromPx: (px) => from + ((px - startPx) / (endPx - startPx)) * span,
    ticks: Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step),
  };
}

/** An area or a line through points as an SVG path. */
export function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

/** The area between two lines over the same places. */
export function areaOf(xs: ArrayLike<number>, ys: (i: number) => readonly [number, number]): string {
  const upper = Array.from(xs, (x, i) => [x, ys(i)[0]] as const);
  const lower = Array.from(xs, (x, i) => [x, ys(i)[1]] as const).reverse();
  return `${pathOf([...upper, ...lower])}Z`;
}
