import fc from 'fast-check';
import type { FullSweepInstance, SweepRoute } from '../../../src/analysis/sweep/fullSweepInstance';

const FAR = Number.POSITIVE_INFINITY;

export interface Plan {
  readonly longest: number;
  readonly total: number;
}

/** The time of a route from the instance alone. */
export function timeOf(
  { placeCount, ends, modes, teams }: FullSweepInstance,
  team: number,
  order: readonly (readonly [stretch: number, side: number])[],
): number {
  if (order.length === 0) return 0;
  const { startPlace, endPlace, mode, extraTime } = teams[team]!;
  const { travel, along, against } = modes[mode]!;
  let place = startPlace;
  let time = extraTime;
  for (const [stretch, side] of order) {
    time += travel[place * placeCount + ends[2 * stretch + side]!]! + (side ? against : along)[stretch]!;
    place = ends[2 * stretch + 1 - side]!;
  }
  return time + travel[place * placeCount + endPlace]!;
}

export function orderOf({ stretches, isAgainst }: SweepRoute): [number, number][] {
  return [...stretches].map((stretch, i) => [stretch, isAgainst[i]!]);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** The least time in which the team covers the stretches, over all orders and directions. */
function leastTime(instance: FullSweepInstance, team: number, stretches: readonly number[]): number {
  let least = FAR;
  for (const order of permutations(stretches))
    for (let sides = 0; sides < 1 << order.length; sides++)
      least = Math.min(
        least,
        timeOf(
          instance,
          team,
          order.map((stretch, i) => [stretch, (sides >> i) & 1]),
        ),
      );
  return least;
}

/** The best plan over all ways to share the stretches out; undefined where none covers them all. */
export function bruteForcePlan(instance: FullSweepInstance, stretches: readonly number[]): Plan | undefined {
  const teamCount = instance.teams.length;
  const known = new Map<string, number>();
  let best: Plan | undefined;
  for (let code = 0; code < teamCount ** stretches.length; code++) {
    let longest = 0;
    let total = 0;
    for (let team = 0; team < teamCount; team++) {
      const own = stretches.filter((_, i) => Math.floor(code / teamCount ** i) % teamCount === team);
      const key = `${team}:${own.join()}`;
      const time = known.get(key) ?? leastTime(instance, team, own);
      known.set(key, time);
      longest = Math.max(longest, time);
      total += time;
    }
    if (longest === FAR) continue;
    if (!best || longest < best.longest || (longest === best.longest && total < best.total)) best = { longest, total };
  }
  return best;
}

/** Small instances whose times are shortest paths of a random graph, so that they keep the triangle inequality; some places cannot be reached. */
export function smallSweeps(mostStretches: number): fc.Arbitrary<FullSweepInstance> {
  const stretch = fc.tuple(
    fc.nat({ max: 5 }),
    fc.nat({ max: 5 }),
    fc.integer({ min: 1, max: 9 }),
    fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 1, arbitrary: fc.constant(FAR) }),
  );
  const legs = fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 20 }) }, { weight: 1, arbitrary: fc.constant(FAR) }),
    {
      minLength: 36,
      maxLength: 36,
    },
  );
  return fc
    .record({
      legs: fc.tuple(legs, legs),
      stretches: fc.array(stretch, { maxLength: mostStretches }),
      teams: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 1 }), fc.nat({ max: 4 })), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ legs: both, stretches, teams }) => ({
      placeCount: 6,
      ends: Uint32Array.from(stretches.flatMap((one) => [one[0], one[1]])),
      modes: both.map((list, number) => ({
        travel: closure(list),
        along: Float64Array.from(stretches, ([, , along]) => along + 3 * number),
        against: Float64Array.from(stretches, ([, , , against]) => against),
      })),
      teams: teams.map(([startPlace, endPlace, mode, extraTime]) => ({ startPlace, endPlace, mode, extraTime })),
    }));
}

function closure(legs: readonly number[]): Float64Array {
  const travel = Float64Array.from(legs);
  for (let i = 0; i < 6; i++) travel[7 * i] = 0;
  for (let k = 0; k < 6; k++)
    for (let i = 0; i < 6; i++)
      for (let j = 0; j < 6; j++) {
        const through = travel[6 * i + k]! + travel[6 * k + j]!;
        if (through < travel[6 * i + j]!) travel[6 * i + j] = through;
      }
  return travel;
}
