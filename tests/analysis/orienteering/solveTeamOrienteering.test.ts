import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleRoute } from '../../../src/analysis/orienteering/scheduleRoute';
import { solveTeamOrienteering } from '../../../src/analysis/orienteering/solveTeamOrienteering';
import type { OrienteeringInstance, OrienteeringSolution } from '../../../src/analysis/orienteering/teamOrienteering';
import { bestByForce } from './bestByForce';
import { faultsOf } from './faultsOf';
import { makeRichInstance, type Riches } from './makeRichInstance';

const solve = (instance: OrienteeringInstance, maxIterations: number, seed = 1) =>
  solveTeamOrienteering(instance, { seed, maxIterations });
const planOf = ({ routes }: OrienteeringSolution) => routes.map(({ stops, starts }) => [[...stops], [...starts]]);

const richArbitrary = fc.record({
  stopCount: fc.nat(30),
  teamCount: fc.nat(5),
  hasGroups: fc.boolean(),
  hasLinks: fc.boolean(),
  hasLocked: fc.boolean(),
  hasDurations: fc.boolean(),
  hasModes: fc.boolean(),
  hasGaps: fc.boolean(),
  balance: fc.constantFrom(0, 0.3),
});

/** Required groups covered, then the score. */
function reached(instance: OrienteeringInstance, { score, uncovered }: OrienteeringSolution) {
  const groups = Array.from({ length: instance.stopCount }, (_, i) => i)
    .filter((i) => instance.isRequired?.[i])
    .map((i) => ((instance.group?.[i] ?? -1) < 0 ? `s${i}` : `g${instance.group![i]}`));
  return { covered: new Set(groups).size - uncovered.length, score };
}

const tiny: Riches[] = [
  { stopCount: 7, teamCount: 1 },
  { stopCount: 7, teamCount: 1, hasDurations: true, hasGroups: true },
  { stopCount: 6, teamCount: 2, hasGroups: true, hasModes: true },
  { stopCount: 5, teamCount: 2, hasDurations: true },
  { stopCount: 6, teamCount: 2, hasLinks: true },
];

describe('a plan', () => {
  it('keeps all the rules of its instance, the first one and every better one', () => {
    fc.assert(
      fc.property(fc.nat(), richArbitrary, (seed, riches) => {
        const instance = makeRichInstance(seed, riches);
        const seen: OrienteeringSolution[] = [];
        const result = solveTeamOrienteering(instance, {
          seed,
          maxIterations: 120,
          onImprovement: (solution) => {
            seen.push(solution);
            return undefined;
          },
        });
        for (const solution of [...seen, result]) expect(faultsOf(instance, solution)).toEqual([]);
        expect(planOf(seen.at(-1)!)).toEqual(planOf(result));
      }),
      { numRuns: 50 },
    );
  });

  it('is the schedule of its routes', () => {
    fc.assert(
      fc.property(fc.nat(), richArbitrary, (seed, riches) => {
        const instance = makeRichInstance(seed, riches);
        const result = solve(instance, 60);
        for (const [r, route] of result.routes.entries()) {
          const schedule = scheduleRoute(instance, r, route.stops, { notBefore: result.notBefore });
          expect([...schedule.starts]).toEqual([...route.starts]);
          expect(schedule.backAt).toBe(route.backAt);
          const kinds = schedule.violations.map(({ kind }) => kind).filter((kind) => kind !== 'locked');
          expect(kinds).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(tiny)('is the best there is among few stops: %o', (riches) => {
    for (let seed = 1; seed <= 8; seed++) {
      const instance = makeRichInstance(seed, riches);
      const result = solve(instance, 2_500);
      expect(faultsOf(instance, result)).toEqual([]);
      expect({ seed, ...reached(instance, result) }).toEqual({ seed, ...bestByForce(instance) });
    }
  });

  it('scores the same however stops are numbered, where it is the best', () => {
    for (let seed = 20; seed < 26; seed++) {
      const instance = makeRichInstance(seed, { stopCount: 7, teamCount: 2, hasGroups: true });
      const order = [3, 0, 6, 2, 5, 1, 4];
      const floats = (list: Float64Array | undefined) => Float64Array.from(order, (i) => list![i]!);
      const { teamScores, ...rest } = instance;
      const perTeam = <T>(list: ArrayLike<T>) => [0, 1].flatMap((r) => order.map((i) => list[r * 7 + i]!));
      const renumbered: OrienteeringInstance = {
        ...rest,
        ...(teamScores && { teamScores: Float64Array.from(perTeam(teamScores)) }),
        entry: Int32Array.from(order, (i) => instance.entry![i]!),
        exit: Int32Array.from(order, (i) => instance.exit![i]!),
        scores: floats(instance.scores),
        serviceTimes: floats(instance.serviceTimes as Float64Array),
        opens: floats(instance.opens),
        closes: floats(instance.closes),
        group: Int32Array.from(order, (i) => instance.group![i]!),
        isRequired: Uint8Array.from(order, (i) => instance.isRequired![i]!),
        eligible: Uint8Array.from(perTeam(instance.eligible!)),
      };
      expect(reached(renumbered, solve(renumbered, 2_500))).toEqual(reached(instance, solve(instance, 2_500)));
    }
  });

  it('is the same for the same seed and iterations, whatever the clock', () => {
    const instance = makeRichInstance(5, { stopCount: 30, teamCount: 4, hasGroups: true, hasLinks: true });
    const clocks = [
      () => 0,
      (() => {
        let time = 0;
        return () => (time += 0.013);
      })(),
      undefined,
    ];
    const plans = clocks.map((now) =>
      planOf(solveTeamOrienteering(instance, { seed: 3, maxIterations: 400, timeLimitMs: 1e9, ...(now && { now }) })),
    );
    expect(plans[1]).toEqual(plans[0]);
    expect(plans[2]).toEqual(plans[0]);
    expect(planOf(solve(instance, 400, 4))).not.toEqual(plans[0]);
  });

  it('never gets worse with more iterations', () => {
    const instance = makeRichInstance(8, { stopCount: 40, teamCount: 3, hasLinks: true, balance: 0.2 });
    const missing: number[] = [];
    const objectives: number[] = [];
    for (const iterations of [0, 1, 5, 50, 400, 1_500]) {
      const { objective, uncovered } = solve(instance, iterations);
      missing.push(uncovered.length);
      objectives.push(objective - 1e6 * uncovered.length);
    }
    expect(missing).toEqual(missing.toSorted((a, b) => b - a));
    expect(objectives).toEqual(objectives.toSorted((a, b) => a - b));
    expect(objectives.at(-1)!).toBeGreaterThan(objectives[0]!);
  });

  it('covers a required stop before others that score more', () => {
    const instance: OrienteeringInstance = {
      stopCount: 3,
      placeCount: 4,
      travel: Float64Array.from([0, 1, 10, 5, 1, 0, 10, 5, 10, 10, 0, 5, 5, 5, 5, 0]),
      scores: Float64Array.from([50, 50, 0]),
      isRequired: Uint8Array.from([0, 0, 1]),
      teams: [{ start: 3, end: 3, opens: 0, closes: 11 }],
    };
    const result = solve(instance, 100);
    expect([...result.routes[0]!.stops]).toEqual([2]);
    expect(result.uncovered).toHaveLength(0);
    expect(solve({ ...instance, isRequired: new Uint8Array(3) }, 100).score).toBe(100);
  });

  it('lets units have as much to do as one another, where balance weighs more than a score', () => {
    const base: OrienteeringInstance = {
      stopCount: 4,
      placeCount: 5,
      travel: Float64Array.from({ length: 25 }, (_, k) => (k % 6 === 0 ? 0 : k % 5 === 4 || k >= 20 ? 5 : 1)),
      scores: Float64Array.from([10, 10, 10, 10]),
      teams: [0, 1].map((unit) => ({ start: 4, end: 4, opens: 0, closes: 100, unit })),
    };
    const sizes = (balance: number) =>
      solve({ ...base, balance }, 300)
        .routes.map(({ stops }) => stops.length)
        .sort();
    expect(sizes(0)).toEqual([0, 4]);
    expect(sizes(0.5)).toEqual([2, 2]);
  });

  it('is not called the best there can be while one unit has more to do than another', () => {
    const instance: OrienteeringInstance = {
      stopCount: 1,
      placeCount: 2,
      travel: Float64Array.from([0, 5, 5, 0]),
      scores: Float64Array.from([10]),
      teams: [0, 1].map((unit) => ({ start: 1, end: 1, opens: 0, closes: 100, unit })),
    };
    expect(solve(instance, 50).isProvenBest).toBe(true);
    expect(solve({ ...instance, balance: 0.1 }, 50)).toMatchObject({ score: 10, objective: 9, isProvenBest: false });
  });

  it('keeps locked stops in their order, though others would score more, and those of a joint visit at one time', () => {
    const plain = makeRichInstance(6, { stopCount: 20, teamCount: 2 });
    const instance: OrienteeringInstance = {
      stopCount: 20,
      placeCount: plain.placeCount,
      travel: plain.travel,
      scores: Float64Array.from({ length: 20 }, (_, i) => (i < 6 ? 0 : 10)),
      teams: [
        [4, 0],
        [1, 5, 3],
      ].map((locked) => ({ start: 40, end: 40, opens: 0, closes: 300, locked })),
      joints: [{ a: 4, b: 3 }],
    };
    for (const iterations of [0, 500]) {
      const result = solve(instance, iterations);
      expect(faultsOf(instance, result)).toEqual([]);
      expect([...result.unfittedLocked]).toEqual([]);
    }
    const tight = instance.teams.map((team) => ({ ...team, closes: 60 }));
    const result = solve({ ...instance, teams: tight }, 100);
    expect(faultsOf({ ...instance, teams: tight }, result)).toEqual([]);
    expect(result.unfittedLocked.length).toBeGreaterThan(0);
  });

  it('says so where its score is that of all there is, and ends', () => {
    const instance = makeRichInstance(2, { stopCount: 4, teamCount: 0 });
    const all: OrienteeringInstance = {
      stopCount: 4,
      placeCount: instance.placeCount,
      travel: instance.travel,
      scores: Float64Array.from([1, 2, 3, 4]),
      teams: [{ start: 8, end: 8, opens: 0, closes: 1e6 }],
    };
    const result = solve(all, 1e9);
    expect(result).toMatchObject({ score: 10, upperBound: 10, isProvenBest: true, endedBy: 'proof' });
    expect(solve({ ...all, teams: [{ ...all.teams[0]!, closes: 60 }] }, 50)).toMatchObject({ endedBy: 'iterations' });
  });

  it('ends when told to and when its time is up, after the first plan', () => {
    const instance = makeRichInstance(4, { stopCount: 30, teamCount: 3 });
    const cancelled = solveTeamOrienteering(instance, { seed: 1, maxIterations: 1e9, onImprovement: () => false });
    expect(cancelled).toMatchObject({ endedBy: 'cancel', iterations: 0 });
    let time = 0;
    const timed = solveTeamOrienteering(instance, { seed: 1, timeLimitMs: 0, now: () => time++ });
    expect(timed).toMatchObject({ endedBy: 'time', iterations: 0 });
    expect(timed.score).toBeGreaterThan(0);
  });
});

describe('without anything to do', () => {
  const base = makeRichInstance(3, { stopCount: 6, teamCount: 2 });
  const cases: [string, OrienteeringInstance][] = [
    ['no stops', makeRichInstance(1, { stopCount: 0, teamCount: 2 })],
    ['no teams', makeRichInstance(1, { stopCount: 6, teamCount: 0 })],
    ['no teams and no matrix', { ...makeRichInstance(1, { stopCount: 6, teamCount: 0 }), travel: [] }],
    ['no way', { ...base, travel: new Float64Array(base.placeCount ** 2).fill(Infinity) }],
    ['closed windows', { ...base, closes: base.opens!.map((time) => time - 1) }],
    ['windows that never open', { ...base, opens: new Float64Array(6).fill(Infinity) }],
    ['no time', { ...base, teams: base.teams.map((team) => ({ ...team, closes: team.opens - 1 })) }],
    [
      'no scores',
      { ...base, isRequired: new Uint8Array(6), scores: new Float64Array(6), teamScores: new Float64Array(12) },
    ],
  ];
  it.each(cases)('%s: the routes are empty and proven', (_, instance) => {
    const result = solve(instance, 20);
    expect(result.routes.map(({ stops }) => stops.length)).toEqual(instance.teams.map(() => 0));
    expect(result).toMatchObject({ score: 0, upperBound: 0, isProvenBest: true });
    expect(faultsOf(instance, result)).toEqual([]);
  });
});

describe('what makes no sense is refused', () => {
  const good = makeRichInstance(3, { stopCount: 6, teamCount: 2 });
  const wrong: [string, Partial<OrienteeringInstance>][] = [
    ['a short matrix', { travel: new Float64Array(3) }],
    ['a time below 0', { travel: new Float64Array(good.placeCount ** 2).fill(-1) }],
    ['NaN in scores', { scores: new Float64Array(6).fill(Number.NaN) }],
    ['too few windows', { opens: new Float64Array(2) }],
    ['a place that is not', { entry: new Int32Array(6).fill(99) }],
    ['a team from nowhere', { teams: [{ start: -1, end: 0, opens: 0, closes: 9 }] }],
    ['a stop locked twice', { teams: good.teams.map((team) => ({ ...team, locked: [1] })) }],
    ['a stop that is not, in a joint visit', { joints: [{ a: 0, b: 6 }] }],
    [
      'a stop in two spacings',
      {
        spacings: [
          { stops: [1], minGap: 1 },
          { stops: [1], minGap: 2 },
        ],
      },
    ],
  ];
  it.each(wrong)('%s', (_, part) => {
    expect(() => solve({ ...good, ...part }, 1)).toThrow(RangeError);
  });
  it('neither limit, or one below 0', () => {
    expect(() => solveTeamOrienteering(good, { seed: 1 })).toThrow(RangeError);
    expect(() => solveTeamOrienteering(good, { seed: 1, maxIterations: -1 })).toThrow(RangeError);
    expect(() => solveTeamOrienteering(good, { seed: 0.5, maxIterations: 1 })).toThrow(RangeError);
  });
});
