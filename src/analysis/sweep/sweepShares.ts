import { checkFullSweep, type FullSweepInstance, type SweepRoute, type SweepTeam } from './fullSweepInstance';

/** A set of stretches that one team covers within the time. */
export interface SweepShare {
  /** Bit i: stretch i. */
  readonly mask: number;
  /** The least time in which it is covered. */
  readonly time: number;
}

/** Teams with the same start, end, mode and extra time, and all that one of them can cover. */
export interface SweepKind {
  /** Numbers of the teams. */
  readonly teams: readonly number[];
  /** Those of at least one stretch, by mask. */
  readonly shares: readonly SweepShare[];
  /** The best route of a share. */
  readonly routeOf: (mask: number) => SweepRoute;
}

/** Masks are of 32 bits, the sign left free. */
const MOST_STRETCHES = 30;

/**
 * Every set of stretches that a team can cover within a time, with the least time it takes: dynamic programming over sets and last stretches. Ways that cannot be
 * brought home within the time are not followed, so that of many stretches only sets as large as a team's share are looked at.
 *
 * @param mostTime  no route is longer
 * @param mostSets  of all kinds together
 * @returns null where there are more sets than that, or more than 30 stretches
 * @problem RangeError where the instance makes no sense (see `checkFullSweep`)
 * @source Held & Karp 1962
 */
export function sweepShares(instance: FullSweepInstance, mostTime: number, mostSets: number): SweepKind[] | null {
  checkFullSweep(instance);
  if (instance.ends.length / 2 > MOST_STRETCHES) return null;
  const alike = new Map<string, number[]>();
  instance.teams.forEach(({ startPlace, endPlace, mode, extraTime }, team) => {
    const key = `${startPlace} ${endPlace} ${mode} ${extraTime}`;
    alike.set(key, [...(alike.get(key) ?? []), team]);
  });
  const kinds: SweepKind[] = [];
  let left = mostSets;
  for (const teams of alike.values()) {
    const tables = timesOfSets(instance, instance.teams[teams[0]!]!, { mostTime, mostSets: left });
    if (!tables) return null;
    left -= tables.size;
    kinds.push(kindOf(instance, teams, { tables, mostTime }));
  }
  return kinds;
}

/** Times between sided stretches, numbered 2 × stretch + side: 0 along, 1 against. */
function legsOf({ placeCount, ends, modes }: FullSweepInstance, { startPlace, endPlace, mode, extraTime }: SweepTeam) {
  const { travel, along, against } = modes[mode]!;
  const count = ends.length;
  const service = (sided: number): number => (sided & 1 ? against : along)[sided >> 1]!;
  // Sided stretch 2i + s is entered at end s and left at the other.
  const first = Float64Array.from({ length: count }, (_, to) => {
    return extraTime + travel[startPlace * placeCount + ends[to]!]! + service(to);
  });
  const home = Float64Array.from({ length: count }, (_, from) => travel[ends[from ^ 1]! * placeCount + endPlace]!);
  const between = Float64Array.from({ length: count * count }, (_, cell) => {
    const [from, to] = [Math.floor(cell / count), cell % count];
    return travel[ends[from ^ 1]! * placeCount + ends[to]!]! + service(to);
  });
  return { count, first, home, between };
}

/** The least time to the end of the team from each sided stretch, whatever is covered on the way. */
function leastHome({ count, home, between }: ReturnType<typeof legsOf>): Float64Array {
  const least = home.slice();
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (let from = 0; from < count; from += 1)
      for (let to = 0; to < count; to += 1) {
        const time = between[from * count + to]! + least[to]!;
        if (time >= least[from]!) continue;
        least[from] = time;
        isShorter = true;
      }
  }
  return least;
}

/** By set the least time at which each of its sided stretches can have been covered last; Infinity: not within the time. */
type SetTimes = Map<number, Float64Array>;

function timesOfSets(
  instance: FullSweepInstance,
  team: SweepTeam,
  { mostTime, mostSets }: { readonly mostTime: number; readonly mostSets: number },
): SetTimes | null {
  const legs = legsOf(instance, team);
  const { count, first, between } = legs;
  const least = leastHome(legs);
  const tables: SetTimes = new Map();
  let level: number[] = [];
  /** Gives false where there is no room for another set. */
  const reach = (mask: number, sided: number, time: number, next: number[]): boolean => {
    const whole = time + least[sided]!;
    if (!(whole <= mostTime && whole < Number.POSITIVE_INFINITY)) return true;
    let times = tables.get(mask);
    if (!times) {
      if (tables.size >= mostSets) return false;
      times = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
      tables.set(mask, times);
      next.push(mask);
    }
    times[sided] = Math.min(times[sided]!, time);
    return true;
  };
  for (let to = 0; to < count; to += 1) if (!reach(1 << (to >> 1), to, first[to]!, level)) return null;
  while (level.length > 0) {
    const next: number[] = [];
    for (const mask of level) {
      const times = tables.get(mask)!;
      for (let from = 0; from < count; from += 1) {
        if (times[from] === Number.POSITIVE_INFINITY) continue;
        for (let to = 0; to < count; to += 1) {
          const bit = 1 << (to >> 1);
          if (mask & bit) continue;
          if (!reach(mask | bit, to, times[from]! + between[from * count + to]!, next)) return null;
        }
      }
    }
    level = next;
  }
  return tables;
}

function kindOf(
  instance: FullSweepInstance,
  teams: readonly number[],
  { tables, mostTime }: { readonly tables: SetTimes; readonly mostTime: number },
): SweepKind {
  const { count, home, between } = legsOf(instance, instance.teams[teams[0]!]!);
  const lastOf = (times: Float64Array): number => {
    let best = 0;
    for (let sided = 1; sided < count; sided += 1)
      if (times[sided]! + home[sided]! < times[best]! + home[best]!) best = sided;
    return best;
  };
  const shares: SweepShare[] = [];
  for (const [mask, times] of tables) {
    const last = lastOf(times);
    const time = times[last]! + home[last]!;
    // A set may only be reached on the way to a larger one, from where the team comes home.
    if (time <= mostTime && time < Number.POSITIVE_INFINITY) shares.push({ mask, time });
  }
  const routeOf = (mask: number): SweepRoute => {
    const times = tables.get(mask);
    if (!times) throw new RangeError('no share');
    let last = lastOf(times);
    const time = times[last]! + home[last]!;
    const order = [last];
    for (let rest = mask ^ (1 << (last >> 1)), at = times[last]!; rest !== 0; rest ^= 1 << (last >> 1)) {
      const before = tables.get(rest)!;
      let best = -1;
      for (let from = 0; from < count; from += 1) if (before[from]! + between[from * count + last]! === at) best = from;
      last = best;
      at = before[last]!;
      order.unshift(last);
    }
    return {
      stretches: Uint32Array.from(order, (sided) => sided >> 1),
      isAgainst: Uint8Array.from(order, (sided) => sided & 1),
      time,
    };
  };
  return { teams, shares: shares.sort((a, b) => a.mask - b.mask), routeOf };
}
