import type { FullSweepInstance } from './fullSweepInstance';
import { sweepTreeBound } from './sweepTreeBound';

/**
 * A time the longest team cannot go below: the greater of two.
 *
 * Each stretch must be covered by some team that comes from its start and goes on to its end. And all teams together serve every stretch and reach each from
 * another stretch or a start (or leave each for another stretch or an end, or connect them all), which at best is spread evenly over as many teams as set out.
 *
 * @param instance  checked; travel must be that of shortest paths, so that no detour is shorter
 * @param stretches  numbers of the stretches that are covered
 * @param isThorough  whether connecting them is looked at as well, which takes a while
 * @returns seconds; 0 without stretches
 */
export function fullSweepBound(instance: FullSweepInstance, stretches: readonly number[], isThorough: boolean): number {
  const { placeCount, ends, modes, teams } = instance;
  if (stretches.length === 0) return 0;
  const reach = leastReach(instance, stretches);

  let serving = 0;
  let arriving = 0;
  let leaving = 0;
  let leastStart = Number.POSITIVE_INFINITY;
  let leastEnd = Number.POSITIVE_INFINITY;
  for (const stretch of stretches) {
    let leastArriving = Number.POSITIVE_INFINITY;
    let leastLeaving = Number.POSITIVE_INFINITY;
    let leastService = Number.POSITIVE_INFINITY;
    for (const [number, { travel, along, against }] of modes.entries()) {
      if (!teams.some(({ mode }) => mode === number)) continue;
      for (const side of [0, 1]) {
        const service = (side === 0 ? along : against)[stretch]!;
        const entry = ends[2 * stretch + side]!;
        const exit = ends[2 * stretch + 1 - side]!;
        let to = Number.POSITIVE_INFINITY;
        let from = Number.POSITIVE_INFINITY;
        for (const other of stretches) {
          if (other === stretch) continue;
          for (const place of [ends[2 * other]!, ends[2 * other + 1]!]) {
            to = Math.min(to, travel[place * placeCount + entry]!);
            from = Math.min(from, travel[exit * placeCount + place]!);
          }
        }
        for (const { startPlace, endPlace, mode } of teams) {
          if (mode !== number) continue;
          const start = travel[startPlace * placeCount + entry]!;
          const end = travel[exit * placeCount + endPlace]!;
          to = Math.min(to, start);
          from = Math.min(from, end);
          leastStart = Math.min(leastStart, start);
          leastEnd = Math.min(leastEnd, end);
        }
        leastService = Math.min(leastService, service);
        leastArriving = Math.min(leastArriving, to + service);
        leastLeaving = Math.min(leastLeaving, from + service);
      }
    }
    serving += leastService;
    arriving += leastArriving;
    leaving += leastLeaving;
  }
  // Arrivals do not count the way to the end, nor departures that from the start: each team that sets out has one of its own.
  const extras = teams.map(({ extraTime }) => extraTime).sort((a, b) => a - b);
  const most = Math.min(teams.length, stretches.length);
  let extra = extras.slice(0, most).reduce((sum, time) => sum + time, 0);
  let even = Number.POSITIVE_INFINITY;
  for (let used = most; used > 0; used--) {
    let work = Math.max(arriving + used * leastEnd, leaving + used * leastStart);
    if (isThorough && (work + extra) / used < even)
      work = Math.max(work, serving + sweepTreeBound(instance, stretches, used));
    even = Math.min(even, (work + extra) / used);
    extra -= extras[used - 1]!;
  }
  return Math.max(reach, even);
}

/** The stretch that takes longest even alone; where a team could take other stretches for a short cut on the way, only its service counts. */
function leastReach(instance: FullSweepInstance, stretches: readonly number[]): number {
  const { placeCount, ends, modes, teams } = instance;
  const isWay = modes.map(({ travel, along, against }) =>
    stretches.every((stretch) => {
      const first = ends[2 * stretch]!;
      const second = ends[2 * stretch + 1]!;
      const there = travel[first * placeCount + second]!;
      const back = travel[second * placeCount + first]!;
      return along[stretch]! >= there && against[stretch]! >= back;
    }),
  );
  const steady = teams.filter(({ mode }) => isWay[mode]);
  const others = teams.filter(({ mode }) => !isWay[mode]);
  let most = 0;
  for (const stretch of stretches) {
    let least = leastAlone({ ...instance, teams: steady }, stretch);
    for (const { mode, extraTime } of others) {
      const { along, against } = modes[mode]!;
      least = Math.min(least, extraTime + Math.min(along[stretch]!, against[stretch]!));
    }
    most = Math.max(most, least);
  }
  return most;
}

/** The least time in which some team covers the stretch and nothing else; Infinity where none can. */
export function leastAlone({ placeCount, ends, modes, teams }: FullSweepInstance, stretch: number): number {
  let least = Number.POSITIVE_INFINITY;
  const first = ends[2 * stretch]!;
  const second = ends[2 * stretch + 1]!;
  for (const { startPlace, endPlace, mode, extraTime } of teams) {
    const { travel, along, against } = modes[mode]!;
    const start = startPlace * placeCount;
    least = Math.min(
      least,
      extraTime + travel[start + first]! + along[stretch]! + travel[second * placeCount + endPlace]!,
      extraTime + travel[start + second]! + against[stretch]! + travel[first * placeCount + endPlace]!,
    );
  }
  return least;
}
