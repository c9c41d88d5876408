import type { FullSweepInstance } from './fullSweepInstance';

const STEPS = 150;
/** Pairs of ends looked at in all steps together, so that large instances take steps fewer. */
const MOST_PAIRS = 20_000_000;

/**
 * Lower bound on all travel between stretches when a given number of teams sets out: starts and ends of all teams count as one place, travel as the cheaper of both
 * directions and of all modes. The legs then connect all stretches with that place and meet each end of a stretch once; the latter is relaxed by prices on the ends.
 *
 * @param instance  checked
 * @param stretches  numbers of the stretches that are covered, at least one
 * @param teamCount  how many teams set out, each with at least one stretch
 * @returns in the unit of the times; 0 where nothing can be said
 * @source Held & Karp 1970, The traveling-salesman problem and minimum spanning trees
 */
export function sweepTreeBound(instance: FullSweepInstance, stretches: readonly number[], teamCount: number): number {
  const count = stretches.length;
  // Ends 2i and 2i + 1 belong to group i; the last group is the common place of the teams, with one end.
  const endCount = 2 * count + 1;
  const legs = legsBetween(instance, stretches);
  const targets = new Int32Array(endCount).fill(1);
  targets[2 * count] = 2 * teamCount;
  const prices = new Float64Array(endCount);
  const degrees = new Int32Array(endCount);
  const keys = new Float64Array(count + 1);
  const fromEnds = new Int32Array(count + 1);
  const toEnds = new Int32Array(count + 1);
  const isIn = new Uint8Array(count + 1);
  const isTree = new Uint8Array(endCount * endCount);
  let best = 0;
  let speed = 1;

  /** The cheapest connected set of legs at the present prices; negative infinity where the stretches cannot be connected. */
  const connect = (): number => {
    let value = 0;
    degrees.fill(0);
    isTree.fill(0);
    isIn.fill(0);
    keys.fill(Number.POSITIVE_INFINITY);
    for (let group = count, step = 0; ; step++) {
      isIn[group] = 1;
      if (step === count) break;
      for (let end = 2 * group; end < Math.min(endCount, 2 * group + 2); end++)
        for (let other = 0; other < endCount; other++) {
          const length = legs[end * endCount + other]! + prices[end]! + prices[other]!;
          if (isIn[other >> 1] || length >= keys[other >> 1]!) continue;
          keys[other >> 1] = length;
          fromEnds[other >> 1] = end;
          toEnds[other >> 1] = other;
        }
      group = -1;
      for (let i = 0; i <= count; i++) if (!isIn[i] && (group < 0 || keys[i]! < keys[group]!)) group = i;
      if (keys[group] === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
      value += keys[group]!;
      const from = fromEnds[group]!;
      const to = toEnds[group]!;
      degrees[from]!++;
      degrees[to]!++;
      isTree[Math.min(from, to) * endCount + Math.max(from, to)] = 1;
    }
    // As many further legs as teams, each the cheapest left.
    const further: { from: number; to: number; length: number }[] = [];
    for (let from = 0; from < endCount; from++)
      for (let to = from + 1; to < endCount; to++) {
        const length = legs[from * endCount + to]! + prices[from]! + prices[to]!;
        if (length >= (further[teamCount - 1]?.length ?? Number.POSITIVE_INFINITY)) continue;
        if (isTree[from * endCount + to]) continue;
        let at = further.length;
        while (at > 0 && further[at - 1]!.length > length) at--;
        further.splice(at, 0, { from, to, length });
        if (further.length > teamCount) further.pop();
      }
    if (further.length < teamCount) return Number.NEGATIVE_INFINITY;
    for (const { from, to, length } of further) {
      value += length;
      degrees[from]!++;
      degrees[to]!++;
    }
    for (let end = 0; end < endCount; end++) value -= targets[end]! * prices[end]!;
    return value;
  };

  const steps = Math.min(STEPS, Math.ceil(MOST_PAIRS / endCount ** 2));
  for (let step = 0; step < steps; step++) {
    const value = connect();
    if (value === Number.NEGATIVE_INFINITY) return 0;
    best = Math.max(best, value);
    let squares = 0;
    for (let end = 0; end < endCount; end++) squares += (degrees[end]! - targets[end]!) ** 2;
    if (squares === 0) break;
    const length = (speed * (1e-3 + 0.7 * Math.abs(value))) / squares;
    for (let end = 0; end < endCount; end++) prices[end]! += length * (degrees[end]! - targets[end]!);
    speed *= 0.97 ** (STEPS / steps);
  }
  return best;
}

/** Least travel between ends of different stretches, and between each end and the places of the teams; Infinity elsewhere. */
function legsBetween(
  { placeCount, ends, modes, teams }: FullSweepInstance,
  stretches: readonly number[],
): Float64Array {
  const count = stretches.length;
  const endCount = 2 * count + 1;
  const legs = new Float64Array(endCount * endCount).fill(Number.POSITIVE_INFINITY);
  const offer = (one: number, other: number, time: number): void => {
    if (time >= legs[one * endCount + other]!) return;
    legs[one * endCount + other] = time;
    legs[other * endCount + one] = time;
  };
  const placeOf = (end: number): number => ends[2 * stretches[end >> 1]! + (end & 1)]!;
  for (const [number, { travel }] of modes.entries()) {
    const own = teams.filter(({ mode }) => mode === number);
    if (own.length === 0) continue;
    for (let end = 0; end < 2 * count; end++) {
      const place = placeOf(end);
      for (let other = 0; other < 2 * count; other++)
        if (other >> 1 !== end >> 1) offer(end, other, travel[place * placeCount + placeOf(other)]!);
      for (const { startPlace, endPlace } of own) {
        offer(end, 2 * count, travel[startPlace * placeCount + place]!);
        offer(end, 2 * count, travel[place * placeCount + endPlace]!);
      }
    }
  }
  return legs;
}
