/** Few enough that the sorting itself finds all their ends at hand, and each so narrow that what its points add to is. */
const BANDS = 128;

/**
 * Points and their weights in the order of the bands they lie in, from south to north, so that what neighbours add to is at hand.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param weights  one a point, or none for 1 each
 * @param options  from which y to which bands are laid, metres; points elsewhere, or nowhere, are left out
 * @returns the points and weights that are left
 */
export function orderByBand(
  points: Float64Array,
  weights: Float64Array | undefined,
  { fromY, toY }: { fromY: number; toY: number },
): { points: Float64Array; weights: Float64Array | undefined } {
  const scale = BANDS / (toY - fromY);
  const starts = new Int32Array(BANDS + 1);
  for (let i = 1; i < points.length; i += 2) {
    const band = (points[i]! - fromY) * scale;
    if (band >= 0 && band < BANDS) starts[(band | 0) + 1]!++;
  }
  for (let band = 1; band <= BANDS; band++) starts[band]! += starts[band - 1]!;
  const count = starts[BANDS]!;
  const ordered = new Float64Array(2 * count);
  const orderedWeights = weights && new Float64Array(count);
  for (let i = 0; 2 * i < points.length; i++) {
    const band = (points[2 * i + 1]! - fromY) * scale;
    if (!(band >= 0 && band < BANDS)) continue;
    const k = starts[band | 0]!++;
    ordered[2 * k] = points[2 * i]!;
    ordered[2 * k + 1] = points[2 * i + 1]!;
    if (orderedWeights !== undefined) orderedWeights[k] = weights![i]!;
  }
  return { points: ordered, weights: orderedWeights };
}
