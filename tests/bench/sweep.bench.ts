import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import highsLoader from 'highs';
import { makeRandom } from '../../src/analysis/simulation/random';
import type { FullSweepInstance } from '../../src/analysis/sweep/fullSweepInstance';
import { solveFullSweep } from '../../src/analysis/sweep/solveFullSweep';
import { solveRuralPostman } from '../../src/analysis/sweep/solveRuralPostman';
import { sweepShares } from '../../src/analysis/sweep/sweepShares';
import { proveSweep } from '../../src/workers/proveSweep';
import { type BenchRow, rounded } from './measure';

const NAMES = ['UR532', 'UR542', 'UR557'];
const LIMIT_MS = 10_000;
const TEAMS = 8;
const STRETCHES = 120;

/** Sizes that the exact solver is held to, each with this many sweeps. */
const PROOFS = [
  { stretches: 12, teams: 2 },
  { stretches: 14, teams: 2 },
  { stretches: 15, teams: 3 },
  { stretches: 20, teams: 5 },
  { stretches: 24, teams: 9 },
];
const SWEEPS = 3;
const PROOF_LIMIT_MS = 30_000;
const MOST_SETS = 20_000;

/** Stretches of 200 to 1,000 m in a square of 10 km, in metres and seconds at 8 m/s, covered at half that speed from four depots. */
function scatteredSweep(stretches = STRETCHES, teams = TEAMS, seed = 2_018): FullSweepInstance {
  const random = makeRandom(seed);
  const points: (readonly [number, number])[] = [];
  for (let i = 0; i < stretches; i++) {
    const [x, y] = [10_000 * random.next(), 10_000 * random.next()];
    const [turn, lengthM] = [2 * Math.PI * random.next(), 200 + 800 * random.next()];
    points.push([x, y], [x + lengthM * Math.cos(turn), y + lengthM * Math.sin(turn)]);
  }
  for (let i = 0; i < 4; i++) points.push([10_000 * random.next(), 10_000 * random.next()]);
  const placeCount = points.length;
  const travel = Float64Array.from({ length: placeCount ** 2 }, (_, i) => {
    const [from, to] = [points[Math.floor(i / placeCount)]!, points[i % placeCount]!];
    return Math.hypot(from[0] - to[0], from[1] - to[1]) / 8;
  });
  const along = Float64Array.from({ length: stretches }, (_, i) => 2 * travel[2 * i * placeCount + 2 * i + 1]!);
  return {
    placeCount,
    ends: Uint32Array.from({ length: 2 * stretches }, (_, i) => i),
    modes: [{ travel, along, against: along }],
    teams: Array.from({ length: teams }, (_, i) => {
      const place = 2 * stretches + (i % 4);
      return { startPlace: place, endPlace: place, mode: 0, extraTime: 0 };
    }),
  };
}

export async function run({ root }: { root: string }): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const gaps: number[] = [];
  for (const name of NAMES) {
    const text = readFileSync(join(root, 'tests/reference/rural-postman', `${name}.json`), 'utf8');
    const { nodeCount, requiredCount, optimum, edges, costs } = JSON.parse(text);
    const start = performance.now();
    let firstMs = 0;
    let afterSecond = 0;
    const solution = solveRuralPostman(
      {
        nodeCount,
        edges: Uint32Array.from(edges),
        costs: Float64Array.from(costs),
        required: Uint8Array.from(costs, (_: number, i: number) => (i < requiredCount ? 1 : 0)),
      },
      {
        seed: 1,
        timeLimitMs: LIMIT_MS,
        onImprovement: ({ cost }) => {
          const ms = performance.now() - start;
          if (firstMs === 0) firstMs = ms;
          if (ms <= 1000) afterSecond = cost;
        },
      },
    );
    const gapOf = (cost: number): number => rounded(100 * (cost / optimum - 1));
    rows.push({ what: `rural postman ${name}: first walk`, figure: rounded(firstMs), unit: 'ms' });
    rows.push({ what: `rural postman ${name}: gap after 1 s`, figure: gapOf(afterSecond), unit: '%' });
    rows.push({ what: `rural postman ${name}: gap after 10 s`, figure: gapOf(solution.cost), unit: '%' });
    rows.push({
      what: `rural postman ${name}: lower bound below the optimum`,
      figure: rounded(100 * (1 - solution.lowerBound / optimum)),
      unit: '%',
    });
    gaps.push(100 * (solution.cost / optimum - 1));
  }
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  rows.push({
    what: 'rural postman: mean gap after 10 s',
    figure: rounded(mean),
    unit: '%',
    goal: '≤ 1 %',
    isMet: mean <= 1,
  });

  const start = performance.now();
  const told: { readonly ms: number; readonly longest: number }[] = [];
  const plan = solveFullSweep(scatteredSweep(), {
    seed: 1,
    timeLimitMs: LIMIT_MS,
    onImprovement: ({ longest }) => void told.push({ ms: performance.now() - start, longest }),
  });
  const said = `full sweep, ${TEAMS} teams, ${STRETCHES} stretches`;
  const after = (limitMs: number): number => told.findLast(({ ms }) => ms <= limitMs)?.longest ?? Number.NaN;
  rows.push({ what: `${said}: first plan`, figure: rounded(told[0]!.ms), unit: 'ms' });
  for (const seconds of [1, 3, 10])
    rows.push({
      what: `${said}: longest route after ${seconds} s over the bound`,
      figure: rounded(after(1000 * seconds) / plan.lowerBound),
      unit: 'times',
    });
  const highs = await highsLoader({ locateFile: (file) => join(root, 'node_modules/highs/build', file) });
  for (const { stretches, teams } of PROOFS) {
    let proven = 0;
    let slowest = 0;
    for (let seed = 1; seed <= SWEEPS; seed += 1) {
      const instance = scatteredSweep(stretches, teams, seed);
      const best = solveFullSweep(instance, {
        seed: 1,
        timeLimitMs: LIMIT_MS,
        maxIterations: 2_000 * stretches,
      });
      const begun = performance.now();
      const kinds = sweepShares(instance, best.longest * (1 + 1e-5), MOST_SETS);
      const proof =
        kinds &&
        proveSweep(highs, instance, {
          kinds,
          stretches: 2 ** stretches - 1,
          known: { low: best.lowerBound, high: best.longest },
          timeLimitMs: PROOF_LIMIT_MS,
          now: () => performance.now(),
          onStep: () => {},
        });
      slowest = Math.max(slowest, performance.now() - begun);
      const longest = Math.max(0, ...(proof?.routes ?? best.routes).map(({ time }) => time));
      if (proof && longest <= proof.lowerBound * (1 + 1e-4)) proven += 1;
    }
    const of = `full sweep, ${teams} teams, ${stretches} stretches`;
    rows.push({ what: `${of}: proven best by HiGHS within 30 s`, figure: proven, unit: `of ${SWEEPS}` });
    rows.push({ what: `${of}: the longest proof`, figure: rounded(slowest), unit: 'ms' });
  }
  return rows;
}
