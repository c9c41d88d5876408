/** A CSS pixel on paper. */
const PIXEL_M = 0.0254 / 96;

/**
 * How many times larger the land is than on paper, to three digits.
 * @param perPx  metres under a CSS pixel
 */
export function paperRatio(perPx: number): number {
  const ratio = perPx / PIXEL_M;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(ratio)) - 2);
  return Math.round(ratio / step) * step;
}
