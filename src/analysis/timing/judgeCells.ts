export interface JudgedCells {
  readonly permutedMean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly p: Float64Array;
  readonly pAdjusted: Float64Array;
}

/** Share of the permutations beyond each end of their range. */
const TAIL = 0.025;

/**
 * Judges the cells of a table by the same table of permutations.
 * @param observed  a count per cell
 * @param made      the tables of the permutations, one after the other
 * @param expected  mean and standard deviation of each cell over all permutations
 * @returns of each cell the mean and the 95 % range of the permutations, p, and p adjusted for looking at all cells; NaN without permutations
 */
export function judgeCells(
  observed: Float64Array,
  made: Uint32Array,
  { expected, spread }: { readonly expected: Float64Array; readonly spread: Float64Array },
): JudgedCells {
  const size = observed.length;
  const drawn = made.length / size;
  const unknown = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const [permutedMean, low, high, p, pAdjusted] = [unknown(), unknown(), unknown(), unknown(), unknown()];
  if (drawn === 0) return { permutedMean, low, high, p, pAdjusted };

  /** A cell that is the same in every permutation never stands out. */
  const score = (count: number, cell: number): number =>
    spread[cell]! > 0 ? (count - expected[cell]!) / spread[cell]! : -Infinity;
  const greatest = new Float64Array(drawn).fill(-Infinity);
  const ofCell = new Float64Array(drawn);
  const beyond = Math.max(1, Math.floor(TAIL * (drawn + 1)));
  for (let cell = 0; cell < size; cell += 1) {
    let [asMany, sum] = [0, 0];
    for (let i = 0; i < drawn; i += 1) {
      const count = made[i * size + cell]!;
      ofCell[i] = count;
      sum += count;
      if (count >= observed[cell]!) asMany += 1;
      greatest[i] = Math.max(greatest[i]!, score(count, cell));
    }
    ofCell.sort();
    low[cell] = ofCell[beyond - 1]!;
    high[cell] = ofCell[drawn - beyond]!;
    permutedMean[cell] = sum / drawn;
    p[cell] = (asMany + 1) / (drawn + 1);
  }
  for (let cell = 0; cell < size; cell += 1) {
    const own = score(observed[cell]!, cell);
    let asFar = 0;
    for (let i = 0; i < drawn; i += 1) if (greatest[i]! >= own) asFar += 1;
    pAdjusted[cell] = (asFar + 1) / (drawn + 1);
  }
  return { permutedMean, low, high, p, pAdjusted };
}
