import type { Lattice } from './lattice';
import type { SplineKernel } from './splineKernel';

/** Works out a row of the lattice's surface: writes row `row` of its coefficients into `target`, from the origin's left neighbour on. */
export type ConvolveRow = (row: number, target: Float64Array) => void;

/** Which rows of the lattice hold anything. */
function filledRows({ width, height, sums }: Lattice): Uint8Array {
  const filled = new Uint8Array(height);
  for (let row = 0; row < height; row++) {
    const end = (row + 1) * width;
    let node = row * width;
    while (node < end && sums[node] === 0) node++;
    filled[row] = node < end ? 1 : 0;
  }
  return filled;
}

/**
 * target[x] += Σ over four k of taps[k] · (line[x + k] + line[x − k]), k from `from` on. Four x at a time, so that each number of the line is read
 * once for all of them; up to three x more than asked for are written.
 */
function addFour(
  target: Float64Array,
  line: Float64Array,
  { taps, from, start, end }: { taps: Float64Array; from: number; start: number; end: number },
): void {
  const a = taps[from]!;
  const b = taps[from + 1]!;
  const c = taps[from + 2]!;
  const d = taps[from + 3]!;
  let west0 = line[start - from - 3]!;
  let west1 = line[start - from - 2]!;
  let west2 = line[start - from - 1]!;
  let east0 = line[start + from]!;
  let east1 = line[start + from + 1]!;
  let east2 = line[start + from + 2]!;
  for (let x = start; x < end; x += 4) {
    const left = x - from;
    const right = x + from + 3;
    const west3 = line[left]!;
    const east3 = line[right]!;
    target[x]! += a * (west3 + east0) + b * (west2 + east1) + c * (west1 + east2) + d * (west0 + east3);
    const west4 = line[left + 1]!;
    const east4 = line[right + 1]!;
    target[x + 1]! += a * (west4 + east1) + b * (west3 + east2) + c * (west2 + east3) + d * (west1 + east4);
    const west5 = line[left + 2]!;
    const east5 = line[right + 2]!;
    target[x + 2]! += a * (west5 + east2) + b * (west4 + east3) + c * (west3 + east4) + d * (west2 + east5);
    const west6 = line[left + 3]!;
    const east6 = line[right + 3]!;
    target[x + 3]! += a * (west6 + east3) + b * (west5 + east4) + c * (west4 + east5) + d * (west3 + east6);
    west0 = west4;
    west1 = west5;
    west2 = west6;
    east0 = east4;
    east1 = east5;
    east2 = east6;
  }
}

/** The taps of a symmetric row, the middle one halved since it is met from both sides, filled up with zeros to a multiple of four. */
function halvedTaps(taps: Float64Array): Float64Array {
  let count = taps.length;
  while (count > 0 && taps[count - 1] === 0) count--;
  const filled = new Float64Array(4 * Math.ceil(count / 4));
  filled.set(taps.subarray(0, count));
  if (count > 0) filled[0]! /= 2;
  return filled;
}

function convolveRound(lattice: Lattice, spline: SplineKernel): ConvolveRow {
  const { width, sums } = lattice;
  const side = spline.radius + 1;
  const taps = Array.from({ length: side }, (_, d) => halvedTaps(spline.taps.subarray(d * side, (d + 1) * side)));
  const filled = filledRows(lattice);
  const folded = new Float64Array(width);
  const start = lattice.origin - 1;
  const end = width - spline.radius - 6;
  return (row, target) => {
    target.fill(0);
    for (let d = 0; d < side; d++) {
      if (filled[row - d] === 0 && filled[row + d] === 0) continue;
      const below = (row - d) * width;
      const above = (row + d) * width;
      if (d === 0) for (let x = 0; x < width; x++) folded[x] = sums[below + x]!;
      else for (let x = 0; x < width; x++) folded[x] = sums[below + x]! + sums[above + x]!;
      const own = taps[d]!;
      for (let from = 0; from < own.length; from += 4) addFour(target, folded, { taps: own, from, start, end });
    }
  };
}

function convolveSeparable(lattice: Lattice, spline: SplineKernel): ConvolveRow {
  const { width, height, sums } = lattice;
  const taps = halvedTaps(spline.taps);
  const filled = filledRows(lattice);
  const across = new Float64Array(width * height);
  const start = lattice.origin - 1;
  const end = width - spline.radius - 6;
  for (let row = 0; row < height; row++) {
    if (filled[row] === 0) continue;
    const own = across.subarray(row * width, (row + 1) * width);
    for (let from = 0; from < taps.length; from += 4)
      addFour(own, sums.subarray(row * width, (row + 1) * width), { taps, from, start, end });
  }
  return (row, target) => {
    target.fill(0);
    for (let from = 0; from < taps.length; from += 4) {
      const a = taps[from]!;
      const b = taps[from + 1]!;
      const c = taps[from + 2]!;
      const d = taps[from + 3]!;
      const below = (row - from) * width;
      const above = (row + from) * width;
      for (let x = start; x < end; x++)
        target[x] =
          target[x]! +
          a * (across[below + x]! + across[above + x]!) +
          b * (across[below - width + x]! + across[above + width + x]!) +
          c * (across[below - 2 * width + x]! + across[above + 2 * width + x]!) +
          d * (across[below - 3 * width + x]! + across[above + 3 * width + x]!);
    }
  };
}

/**
 * Prepares to convolve what lies on a lattice with a kernel, row by row.
 *
 * @param lattice  what was spread over its nodes
 * @param spline   the kernel's coefficients
 * @returns a function of a row (from the origin's lower neighbour on) and of the array it is written to, `width` long
 */
export function convolveRows(lattice: Lattice, spline: SplineKernel): ConvolveRow {
  return spline.isSeparable ? convolveSeparable(lattice, spline) : convolveRound(lattice, spline);
}
