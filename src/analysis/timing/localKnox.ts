import { hypergeometricAtLeast } from './hypergeometricAtLeast';
import { sortIntoStrips, visitNearPairs } from './strips';
import { rankTimes, reachInTime } from './timeRanks';

/** A value per incident. */
export interface LocalKnox {
  /** Other incidents close to it in both, in space, in time. */
  readonly closeInBoth: Uint32Array;
  readonly closeInSpace: Uint32Array;
  readonly closeInTime: Uint32Array;
  /** Chance of as many or more close in both over all permutations of times; 1 where there is none. */
  readonly p: Float64Array;
}

/**
 * Which incidents take part in an interaction between space and time.
 * @param points     [x0, y0, x1, y1 …] metres
 * @param times      n times in days, parts of days included
 * @param distanceM  incidents no farther apart are close in space
 * @param days       incidents no longer apart are close in time
 * @problem RangeError where columns do not fit each other or hold what is no number, or distances or days are negative
 * @source Rogerson 2001, Monitoring point patterns for the development of space-time clusters, Journal of the Royal Statistical Society A 164
 */
export function localKnox(
  points: Float64Array,
  times: Float64Array,
  { distanceM, days }: { readonly distanceM: number; readonly days: number },
): LocalKnox {
  if (points.length !== 2 * times.length) throw new RangeError('each point needs a time');
  if (!(days >= 0)) throw new RangeError('days must be 0 or more');
  const count = times.length;
  const { sorted, rank } = rankTimes(times);
  const { first, last } = reachInTime(sorted, days);
  const strips = sortIntoStrips(points, distanceM);
  const [closeInBoth, closeInSpace] = [new Uint32Array(count), new Uint32Array(count)];
  visitNearPairs(strips, (a, b) => {
    const [i, j] = [strips.order[a]!, strips.order[b]!];
    closeInSpace[i]! += 1;
    closeInSpace[j]! += 1;
    if (Math.abs(times[i]! - times[j]!) > days) return;
    closeInBoth[i]! += 1;
    closeInBoth[j]! += 1;
  });
  const closeInTime = Uint32Array.from(rank, (own) => last[own]! - first[own]!);
  return { closeInBoth, closeInSpace, closeInTime, p: chancesOf({ closeInBoth, closeInSpace, closeInTime }) };
}

/** Under a permutation an incident has the time of any one, itself included; the rest of the times fall on its neighbours as from an urn. */
function chancesOf({ closeInBoth, closeInSpace, closeInTime }: Omit<LocalKnox, 'p'>): Float64Array {
  const count = closeInBoth.length;
  const owners = new Map<number, number>();
  for (const degree of closeInTime) owners.set(degree, (owners.get(degree) ?? 0) + 1);
  const known = new Map<number, number>();
  return Float64Array.from(closeInBoth, (both, i) => {
    if (both === 0) return 1;
    const drawn = closeInSpace[i]!;
    const key = drawn * count + both;
    let p = known.get(key);
    if (p === undefined) {
      p = 0;
      for (const [marked, share] of owners)
        p += (share / count) * hypergeometricAtLeast(both, { population: count - 1, marked, drawn });
      p = Math.min(1, p);
      known.set(key, p);
    }
    return p;
  });
}
