import { contourBands } from '../../src/analysis/surface/contourBands';
import { kernelDensity } from '../../src/analysis/surface/kernelDensity';
import { niceLevels } from '../../src/analysis/surface/niceLevels';
import { seamSurfaces } from '../../src/analysis/surface/seamDifference';
import { crossValidatedBandwidth } from '../../src/analysis/surface/suggestBandwidth';
import { type BenchRow, compareMs, medianMs, rounded, timeMs } from './measure';

const MILLION = 1_000_000;
const CELL_M = 40;
const GOAL = 4;

function makeChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const gridOf = (cells: number) => ({ minX: 0, minY: 0, cellM: CELL_M, columns: cells, rows: cells });

/** Half of them evenly, half of them in clouds. */
function makePoints(count: number, sideM: number): Float64Array {
  const chance = makeChance(7);
  const points = new Float64Array(2 * count);
  const clouds = Array.from({ length: 60 }, () => [
    chance() * sideM,
    chance() * sideM,
    (0.005 + 0.02 * chance()) * sideM,
  ]);
  for (let i = 0; i < count; i++) {
    const [x, y, size] = clouds[Math.floor(chance() * 60)]!;
    const isEven = chance() < 0.5;
    for (const [k, middle] of [x!, y!].entries()) {
      const cloud = middle + size! * (chance() + chance() + chance() + chance() - 2);
      points[2 * i + k] = isEven ? chance() * sideM : Math.max(0, Math.min(sideM - 1, cloud));
    }
  }
  return points;
}

/** Counts of points by nearest cell. */
function binFloor(points: Float64Array, counts: Float32Array, columns: number): void {
  counts.fill(0);
  const scale = 1 / CELL_M;
  for (let i = 0; i < points.length; i += 2)
    counts[((points[i + 1]! * scale) | 0) * columns + ((points[i]! * scale) | 0)]! += 1;
}

/** Two passes of a running sum, along the rows and up the columns, each cell visited once a pass. */
function runningFloor(
  source: Float32Array,
  target: Float32Array,
  { side, radius }: { side: number; radius: number },
): void {
  const sums = new Float64Array(side);
  for (let row = 0; row < side; row++) {
    const start = row * side;
    let sum = 0;
    for (let x = 0; x < radius; x++) sum += source[start + x]!;
    for (let x = 0; x <= radius; x++) {
      sum += source[start + x + radius]!;
      target[start + x] = sum;
    }
    for (let x = radius + 1; x < side - radius; x++) {
      sum += source[start + x + radius]! - source[start + x - radius - 1]!;
      target[start + x] = sum;
    }
    for (let x = side - radius; x < side; x++) {
      sum -= source[start + x - radius - 1]!;
      target[start + x] = sum;
    }
  }
  for (let row = -radius; row < side; row++) {
    const [enters, leaves] = [(row + radius) * side, (row - radius - 1) * side];
    const hasEnter = row + radius < side;
    if (hasEnter && leaves >= 0)
      for (let x = 0; x < side; x++) {
        sums[x] = sums[x]! + target[enters + x]! - target[leaves + x]!;
        source[row * side + x] = sums[x]!;
      }
    else {
      if (hasEnter) for (let x = 0; x < side; x++) sums[x]! += target[enters + x]!;
      if (leaves >= 0) for (let x = 0; x < side; x++) sums[x]! -= target[leaves + x]!;
      if (row >= 0) for (let x = 0; x < side; x++) source[row * side + x] = sums[x]!;
    }
  }
}

/** Two passes with 2 · radius + 1 symmetric taps each. */
function tapFloor(
  source: Float32Array,
  target: Float32Array,
  { side, taps }: { side: number; taps: Float64Array },
): void {
  const line = new Float64Array(side + 2 * taps.length);
  const pass = (sums: Float64Array, read: (k: number) => number): void => {
    const middle = read(0);
    for (let x = 0; x < side; x++) sums[x] = taps[0]! * line[middle + x]!;
    for (let k = 1; k < taps.length; k++)
      for (let x = 0; x < side; x++) sums[x] = sums[x]! + taps[k]! * (line[middle + x - k]! + line[middle + x + k]!);
  };
  const sums = new Float64Array(side);
  for (let row = 0; row < side; row++) {
    for (let x = 0; x < side; x++) line[taps.length + x] = source[row * side + x]!;
    pass(sums, () => taps.length);
    for (let x = 0; x < side; x++) target[row * side + x] = sums[x]!;
  }
  for (let row = 0; row < side; row++) {
    sums.fill(0);
    for (let k = 0; k < taps.length; k++) {
      const below = Math.max(0, row - k) * side;
      const above = Math.min(side - 1, row + k) * side;
      for (let x = 0; x < side; x++) sums[x] = sums[x]! + taps[k]! * (target[below + x]! + target[above + x]!);
    }
    for (let x = 0; x < side; x++) source[row * side + x] = sums[x]!;
  }
}

function measureSurfaces(rows: BenchRow[]): void {
  const side = 1_024;
  const grid = gridOf(side);
  const points = makePoints(MILLION, side * CELL_M);
  const [counts, other] = [new Float32Array(side * side), new Float32Array(side * side)];
  for (const cells of [2, 4, 6, 8, 10, 16, 64])
    for (const kernel of ['quartic', 'gaussian'] as const) {
      const bandwidthM = cells * CELL_M;
      const taps = Float64Array.from({ length: cells + 1 }, (_, k) => 1 / (k + 1));
      const [own, hard, plain] = compareMs(
        [
          () => void kernelDensity(points, { grid, kernel, bandwidthM }),
          () => {
            binFloor(points, counts, side);
            runningFloor(counts, other, { side, radius: cells });
          },
          () => {
            binFloor(points, counts, side);
            tapFloor(counts, other, { side, taps });
          },
        ],
        1,
        7,
      );
      const what = `1 000 000 points, 1 024 × 1 024 cells, ${kernel} of ${cells} cells`;
      const ratio = own!.least / hard!.least;
      rows.push({ what, figure: rounded(own!.least), unit: 'ms' });
      rows.push({
        what: `${what}: times binning and two running sums (${rounded(hard!.least)} ms)`,
        figure: rounded(ratio),
        unit: '×',
        goal: `≤ ${GOAL}`,
        isMet: ratio <= GOAL,
      });
      const toPlain = own!.least / plain!.least;
      rows.push({
        what: `${what}: times binning and two passes of ${2 * cells + 1} taps (${rounded(plain!.least)} ms)`,
        figure: rounded(toPlain),
        unit: '×',
        goal: `≤ ${GOAL}`,
        isMet: toPlain <= GOAL,
      });
    }
}

/** 100 000 points, the bandwidth changed again and again: with the window's mass and six contours. */
function measureSlider(rows: BenchRow[]): void {
  for (const side of [512, 1_024]) {
    const grid = gridOf(side);
    const points = makePoints(100_000, side * CELL_M);
    const window = Uint8Array.from({ length: side * side }, (_, cell) =>
      Math.hypot((cell % side) - side / 2, Math.floor(cell / side) - side / 2) < 0.48 * side ? 1 : 0,
    );
    for (const kernel of ['quartic', 'gaussian'] as const)
      for (const edge of ['none', 'uniform', 'diggle'] as const) {
        const steps = Array.from({ length: 16 }, (_, k) => 100 * 30 ** (k / 15) * (kernel === 'gaussian' ? 0.5 : 1));
        const surfaces = new Float64Array(steps.length).fill(Number.POSITIVE_INFINITY);
        const all = surfaces.slice();
        // The least of four for each bandwidth, so that what else the machine does is left out.
        for (let repetition = 0; repetition < 4; repetition++)
          for (const [k, bandwidthM] of steps.entries()) {
            let surfaceMs = 0;
            const ms = timeMs(() => {
              let surface: ReturnType<typeof kernelDensity> | undefined;
              surfaceMs = timeMs(() => {
                surface = kernelDensity(points, { grid, kernel, bandwidthM, edge, window });
              });
              let peak = 0;
              for (const value of surface!.values) if (value > peak) peak = value;
              contourBands(surface!, niceLevels(peak));
            });
            surfaces[k] = Math.min(surfaces[k]!, surfaceMs);
            all[k] = Math.min(all[k]!, ms);
          }
        const what = `100 000 points, ${side} × ${side} cells, ${kernel}, correction ${edge}, slowest of a sweep`;
        const slowest = Math.max(...surfaces);
        const goal = '≤ 100';
        rows.push({ what, figure: rounded(slowest), unit: 'ms', goal, isMet: slowest <= 100 });
        const withBands = Math.max(...all);
        const isMet = withBands <= 100;
        rows.push({ what: `${what}, with contours`, figure: rounded(withBands), unit: 'ms', goal, isMet });
      }
  }
}

export function run(): BenchRow[] {
  const rows: BenchRow[] = [];
  measureSurfaces(rows);
  measureSlider(rows);
  const side = 1_024;
  const points = makePoints(100_000, side * CELL_M);
  const unitAt = (x: number, y: number) => Math.floor((6 * x) / side) + 6 * Math.floor((5 * y) / side);
  const unitOfCell = Int32Array.from({ length: side * side }, (_, cell) =>
    unitAt(cell % side, Math.floor(cell / side)),
  );
  const unitOf = Int32Array.from({ length: 100_000 }, (_, i) =>
    unitAt(points[2 * i]! / CELL_M, points[2 * i + 1]! / CELL_M),
  );
  for (const bandwidthM of [300, 1_000, 3_000]) {
    const options = { grid: gridOf(side), unitOfCell, bandwidthM, kernel: 'quartic' } as const;
    const ms = medianMs(() => void seamSurfaces(points, unitOf, options), 3);
    rows.push({
      what: `30 units, 100 000 points, 1 024 × 1 024 cells, ${bandwidthM} m: seam`,
      figure: rounded(ms),
      unit: 'ms',
    });
  }
  const choice = medianMs(() => void crossValidatedBandwidth(points, { kernel: 'quartic' }), 3);
  rows.push({ what: '100 000 points: bandwidth by cross-validation', figure: rounded(choice), unit: 'ms' });
  return rows;
}
