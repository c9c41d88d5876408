import type { OrienteeringInstance } from '../../../src/analysis/orienteering/teamOrienteering';
import { makeRandom } from '../../../src/analysis/simulation/random';

export interface Riches {
  readonly stopCount: number;
  readonly teamCount: number;
  readonly hasGroups?: boolean;
  readonly hasLinks?: boolean;
  readonly hasLocked?: boolean;
  readonly hasDurations?: boolean;
  readonly hasModes?: boolean;
  /** Ways that do not exist, and stretches that are left sooner than one could go past them. */
  readonly hasGaps?: boolean;
  readonly balance?: number;
}

/** A made-up instance in whole numbers, its ways as on a plane, but longer in one direction, with all riches asked for. */
export function makeRichInstance(seed: number, riches: Riches): OrienteeringInstance {
  const { stopCount, teamCount } = riches;
  const random = makeRandom(seed);
  const depots = Math.min(teamCount, 2) || 1;
  // Stretches end elsewhere than they begin.
  const placeCount = 2 * stopCount + depots;
  const x = Array.from({ length: placeCount }, () => random.below(60));
  const y = Array.from({ length: placeCount }, () => random.below(60));
  const entry = Int32Array.from({ length: stopCount }, (_, i) => i);
  const exit = Int32Array.from({ length: stopCount }, (_, i) => (random.next() < 0.3 ? stopCount + i : i));
  const makeTravel = (speed: number): Float64Array => {
    const travel = new Float64Array(placeCount ** 2);
    for (let i = 0; i < placeCount; i++)
      for (let j = 0; j < placeCount; j++) {
        const uphill = Math.max(0, y[j]! - y[i]!);
        travel[i * placeCount + j] = Math.ceil(speed * (Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) + 0.3 * uphill));
      }
    if (riches.hasGaps) for (let k = 0; k < placeCount; k++) travel[random.below(travel.length)] = Infinity;
    return travel;
  };
  const matrices = riches.hasModes ? [makeTravel(1), makeTravel(0.5)] : [makeTravel(1)];
  const opens = Float64Array.from({ length: stopCount }, () => random.below(150));
  const group = new Int32Array(stopCount).fill(-1);
  const locked: number[][] = Array.from({ length: teamCount }, () => []);
  if (riches.hasGroups)
    for (let k = 0; k + 1 < stopCount; k += 4) {
      group[k] = k;
      group[k + 1] = k;
      [entry[k + 1], exit[k + 1]] = [exit[k]!, entry[k]!];
    }
  if (riches.hasLocked && teamCount > 0)
    for (let k = 2; k < stopCount; k += 5) locked[random.below(teamCount)]!.push(k);
  // Walking a stretch takes at least its way, unless ways are rough anyhow.
  const dwell = Array.from({ length: stopCount }, () => random.below(15));
  const services = matrices.map((travel) =>
    Float64Array.from(dwell, (time, i) => time + (riches.hasGaps ? 0 : travel[entry[i]! * placeCount + exit[i]!]!)),
  );
  const eligible = Uint8Array.from({ length: teamCount * stopCount }, () => (random.next() < 0.85 ? 1 : 0));
  const linked = riches.hasLinks ? stopCount : 0;
  return {
    stopCount,
    placeCount,
    travel: riches.hasModes ? matrices : matrices[0]!,
    entry,
    exit,
    scores: Float64Array.from({ length: stopCount }, () => random.below(20)),
    ...(random.next() < 0.4 && {
      teamScores: Float64Array.from({ length: teamCount * stopCount }, () => random.below(20)),
    }),
    serviceTimes: riches.hasModes ? services : services[0]!,
    opens,
    closes: opens.map((time) => time + random.below(120)),
    group,
    isRequired: Uint8Array.from({ length: stopCount }, () => (random.next() < 0.15 ? 1 : 0)),
    eligible,
    teams: locked.map((stops, r) => ({
      start: 2 * stopCount + (r % depots),
      end: 2 * stopCount + random.below(depots),
      opens: random.below(30),
      closes: 120 + random.below(180),
      mode: riches.hasModes ? r % 2 : 0,
      unit: r >> 1,
      locked: stops,
      ...(riches.hasDurations && r % 2 === 0 && { maxDuration: 60 + random.below(120) }),
    })),
    spacings: linked >= 5 ? [{ stops: [0, 3, 4], minGap: 40 }] : [],
    joints: linked >= 7 ? [{ a: 1, b: 6 }] : linked >= 3 ? [{ a: 1, b: 2 }] : [],
    balance: riches.balance ?? 0,
  };
}
