import { ripleyK } from '../../src/analysis/ripleyK';
import { makeRandom } from '../../src/analysis/simulation/random';
import { closePairs } from '../../src/analysis/timing/closePairs';
import { knoxTest } from '../../src/analysis/timing/knoxTest';
import { localKnox } from '../../src/analysis/timing/localKnox';
import { nearRepeat } from '../../src/analysis/timing/nearRepeat';
import { type BenchRow, compareMs, medianMs, rounded, timeMs } from './measure';

const SIDE_M = 40_000;
const [DISTANCE_M, DAYS] = [200, 14];
const PERMUTATIONS = 999;

/** Incidents of three years near a line that winds across the square, many of them about busy places on it. */
function makeIncidents(count: number): { points: Float64Array; times: Float64Array } {
  const random = makeRandom(11);
  const busy = Array.from({ length: 150 }, () => random.next());
  const points = new Float64Array(2 * count);
  const times = Float64Array.from({ length: count }, () => random.next() * 1_095);
  const about = (sizeM: number): number => sizeM * (random.next() + random.next() + random.next() - 1.5);
  for (let i = 0; i < count; i++) {
    const isBusy = random.next() < 0.6;
    const along = isBusy ? random.pick(busy) : random.next();
    const sizeM = isBusy ? 300 : 800;
    points[2 * i] = along * SIDE_M + about(sizeM);
    points[2 * i + 1] = (0.5 + 0.4 * Math.sin(9 * along)) * SIDE_M + about(sizeM);
  }
  return { points, times };
}

/** One look at all pairs, with everything ready. */
function allPairsFloor(x: Float64Array, y: Float64Array, times: Float64Array): number {
  const reachSquared = DISTANCE_M ** 2;
  let both = 0;
  for (let i = 0; i < x.length; i++) {
    const [xOfI, yOfI, time] = [x[i]!, y[i]!, times[i]!];
    for (let j = i + 1; j < x.length; j++) {
      const east = x[j]! - xOfI;
      const north = y[j]! - yOfI;
      if (east * east + north * north <= reachSquared && Math.abs(times[j]! - time) <= DAYS) both += 1;
    }
  }
  return both;
}

interface PairList {
  /** The pairs of incident i are start[i] … start[i + 1] − 1. */
  readonly start: Int32Array;
  readonly second: Int32Array;
}

/** All pairs close in space. */
function listPairs(x: Float64Array, y: Float64Array): PairList {
  const second: number[] = [];
  const start = new Int32Array(x.length + 1);
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++)
      if ((x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2 <= DISTANCE_M ** 2) second.push(j);
    start[i + 1] = second.length;
  }
  return { start, second: Int32Array.from(second) };
}

/** Bare passes over the pairs that compare whole days, which stay where they are. */
function passesFloor({ start, second }: PairList, days: Int32Array, passes: number): number {
  let apartPairs = 0;
  for (let pass = 0; pass < passes; pass++)
    for (let i = 0; i < days.length; i++) {
      const end = start[i + 1]!;
      const [low, high] = [days[i]! - DAYS, days[i]! + DAYS];
      for (let k = start[i]!; k < end; k++) {
        const day = days[second[k]!]!;
        // Without a branch: 1 where the days apart are out of reach.
        apartPairs += ((day - low) | (high - day)) >>> 31;
      }
    }
  return apartPairs;
}

function measureKnox(rows: BenchRow[]): void {
  const { points, times } = makeIncidents(10_000);
  // From west to east, so that the floors have neighbours near each other in memory.
  const order = Uint32Array.from(times.keys()).sort((a, b) => points[2 * a]! - points[2 * b]!);
  const [x, y] = [0, 1].map((axis) => Float64Array.from(order, (i) => points[2 * i + axis]!)) as [
    Float64Array,
    Float64Array,
  ];
  const sortedTimes = Float64Array.from(order, (i) => times[i]!);
  const options = { distanceM: DISTANCE_M, days: DAYS, seed: 1 };
  const run = (permutations: number) => () => void knoxTest(points, times, { ...options, permutations });
  const { closeInSpace } = knoxTest(points, times, { ...options, permutations: 0 });
  const pairs = listPairs(x, y);
  const days = Int32Array.from(sortedTimes);
  const works = [
    run(PERMUTATIONS),
    () => void allPairsFloor(x, y, sortedTimes),
    () => void passesFloor(pairs, days, PERMUTATIONS),
    run(250),
    run(1_000),
  ];
  const [ms, allMs, passesMs, fewMs, manyMs] = compareMs(works, 1, 7).map(({ median }) => median) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const what = '10 000 incidents along a line, 200 m and 14 days';
  rows.push({ what: `${what}: pairs close in space`, figure: closeInSpace, unit: 'pairs' });
  const isMet = ms <= 2_000;
  rows.push({ what: `${what}, 999 permutations`, figure: rounded(ms / 1000), unit: 's', goal: '≤ 2', isMet });
  rows.push({
    what: `${what}: times one look at all pairs (${rounded(allMs)} ms)`,
    figure: rounded(ms / allMs),
    unit: '×',
  });
  rows.push({
    what: `${what}: times 999 bare passes over the close pairs (${rounded(passesMs)} ms)`,
    figure: rounded(ms / passesMs),
    unit: '×',
  });
  rows.push({ what: `${what}: 1 000 permutations to four times 250`, figure: rounded(manyMs / fewMs / 4), unit: '×' });
  rows.push({ what: `${what}: no permutations`, figure: rounded(medianMs(run(0), 5)), unit: 'ms' });
  const edges = { distanceEdgesM: [50, 100, 150, 200, 300, 400], timeEdgesDays: [1, 3, 7, 14, 28, 56] };
  const tableMs = timeMs(() => void nearRepeat(points, times, { ...edges, seed: 1 }));
  rows.push({
    what: '10 000 incidents: near repeats, 6 × 6 bands to 400 m, 999 permutations',
    figure: rounded(tableMs / 1000),
    unit: 's',
  });
  const local = medianMs(() => void localKnox(points, times, { distanceM: DISTANCE_M, days: DAYS }), 5);
  rows.push({ what: '10 000 incidents: which take part', figure: rounded(local), unit: 'ms' });
}

export function run(): BenchRow[] {
  const rows: BenchRow[] = [];
  measureKnox(rows);
  const { points, times } = makeIncidents(100_000);
  const limits = { distanceM: DISTANCE_M, days: DAYS };
  const pairsMs = medianMs(() => void closePairs(points, times, limits), 3);
  rows.push({ what: '100 000 incidents: the nearest 10 000 close pairs', figure: rounded(pairsMs), unit: 'ms' });
  const countMs = timeMs(() => void knoxTest(points, times, { ...limits, permutations: 99, seed: 1 }));
  const { closeInSpace } = knoxTest(points, times, { ...limits, permutations: 0, seed: 1 });
  rows.push({
    what: `100 000 incidents, ${closeInSpace.toLocaleString('en-GB').replaceAll(',', ' ')} pairs close in space: Knox test, 99 permutations if kept`,
    figure: rounded(countMs / 1000),
    unit: 's',
  });
  const few = makeIncidents(10_000).points;
  const radii = Float64Array.from({ length: 20 }, (_, i) => 100 * (i + 1));
  const options = { window: [-1_500, -1_500, SIDE_M + 1_500, SIDE_M + 1_500], correction: 'translation' } as const;
  const ripleyMs = timeMs(() => void ripleyK(few, radii, { ...options, simulations: 99, seed: 1 }));
  rows.push({
    what: "10 000 incidents: Ripley's K to 2 km, 99 simulations",
    figure: rounded(ripleyMs / 1000),
    unit: 's',
  });
  return rows;
}
