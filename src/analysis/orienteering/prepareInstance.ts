import { checkInstance } from './checkInstance';
import { findReach } from './findReach';
import type { OrienteeringInstance } from './teamOrienteering';
import { NEVER, withRoom } from './withRoom';

/** An instance laid out for searching. Nodes are the n stops, then the places where teams start and end. */
export interface PreparedInstance {
  readonly stopCount: number;
  readonly teamCount: number;
  readonly nodeCount: number;
  /** Per mode N × N: the visit of the first node and the way to the second; and the same by the second node. */
  readonly legs: readonly Float64Array[];
  readonly legsBack: readonly Float64Array[];
  /** Per mode n durations of visits. */
  readonly services: readonly Float64Array[];
  readonly modeOf: Int32Array;
  readonly startNode: Int32Array;
  readonly endNode: Int32Array;
  readonly teamOpens: Float64Array;
  readonly teamCloses: Float64Array;
  readonly maxDuration: Float64Array;
  readonly unitOf: Int32Array;
  readonly unitCount: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Teams × stops: the score, and the score with the weight of required stops. */
  readonly scores: Float64Array;
  readonly values: Float64Array;
  readonly hasTeamScores: boolean;
  /** Teams × stops, 0: not allowed or out of reach. */
  readonly eligible: Uint8Array;
  /** The teams that may visit stop i are `teamsOf[teamsFrom[i]]` … `teamsOf[teamsFrom[i + 1] − 1]`. */
  readonly teamsFrom: Int32Array;
  readonly teamsOf: Int32Array;
  /** Each stop's group, one of its own where it has none; and the groups that are required. */
  readonly groupOf: Int32Array;
  readonly groupCount: number;
  readonly requiredGroup: Uint8Array;
  readonly requiredWeight: number;
  /** Each stop's spacing and its partner in a joint visit; −1: none. */
  readonly spacingOf: Int32Array;
  readonly spacingStops: readonly Int32Array[];
  readonly minGap: Float64Array;
  readonly partnerOf: Int32Array;
  /** Stops of joint visits and spacings: their visits are pinned to a time. */
  readonly pinned: Int32Array;
  /** The team a stop is locked to, −1: none; and its place in that team's order. */
  readonly lockedTeam: Int32Array;
  readonly lockedRank: Int32Array;
  readonly balance: number;
}

/** @problem RangeError: fields that do not fit together, see `checkInstance` */
export function prepareInstance(instance: OrienteeringInstance): PreparedInstance {
  checkInstance(instance);
  const { stopCount, placeCount, teams } = instance;
  const teamCount = teams.length;
  const entry = instance.entry ?? Int32Array.from({ length: stopCount }, (_, i) => i);
  const exit = instance.exit ?? entry;
  const depots = [...new Set(teams.flatMap(({ start, end }) => [start, end]))];
  const nodeOfDepot = new Map(depots.map((place, i) => [place, stopCount + i]));
  const nodeCount = stopCount + depots.length;
  const comeTo = Int32Array.of(...entry, ...depots);
  const goFrom = Int32Array.of(...exit, ...depots);

  const matrices = instance.travel instanceof Float64Array ? [instance.travel] : instance.travel;
  const services = matrices.map(
    (_, mode) =>
      (instance.serviceTimes instanceof Float64Array ? instance.serviceTimes : instance.serviceTimes?.[mode]) ??
      new Float64Array(stopCount),
  );
  const legs = matrices.map((travel, mode) => {
    const leg = new Float64Array(nodeCount * nodeCount);
    for (let i = 0; i < nodeCount; i++) {
      const service = i < stopCount ? services[mode]![i]! : 0;
      for (let j = 0; j < nodeCount; j++)
        leg[i * nodeCount + j] = service + travel[goFrom[i]! * placeCount + comeTo[j]!]!;
    }
    return leg;
  });
  const legsBack = legs.map((leg) => {
    const back = new Float64Array(leg.length);
    for (let i = 0; i < nodeCount; i++)
      for (let j = 0; j < nodeCount; j++) back[j * nodeCount + i] = leg[i * nodeCount + j]!;
    return back;
  });

  const { groupOf, groupCount } = countGroups(instance);
  const requiredGroup = new Uint8Array(groupCount);
  for (let i = 0; i < stopCount; i++) if (instance.isRequired?.[i]) requiredGroup[groupOf[i]!] = 1;

  const scores = new Float64Array(teamCount * stopCount);
  for (let r = 0; r < teamCount; r++)
    scores.set(instance.teamScores?.subarray(r * stopCount, (r + 1) * stopCount) ?? instance.scores, r * stopCount);

  const unitNumbers = teams.map(({ unit }, i) => unit ?? -1 - i);
  const units = [...new Set(unitNumbers)];
  const lockedTeam = new Int32Array(stopCount).fill(-1);
  const lockedRank = new Int32Array(stopCount);
  for (const [r, { locked = [] }] of teams.entries())
    for (const [rank, stop] of locked.entries()) {
      lockedTeam[stop] = r;
      lockedRank[stop] = rank;
    }

  const spacings = instance.spacings ?? [];
  const spacingOf = new Int32Array(stopCount).fill(-1);
  for (const [k, { stops }] of spacings.entries()) for (const stop of stops) spacingOf[stop] = k;
  const partnerOf = new Int32Array(stopCount).fill(-1);
  for (const { a, b } of instance.joints ?? []) {
    partnerOf[a] = b;
    partnerOf[b] = a;
  }

  const plain = {
    stopCount,
    teamCount,
    nodeCount,
    legs,
    legsBack,
    services,
    modeOf: Int32Array.from(teams, ({ mode }) => mode ?? 0),
    startNode: Int32Array.from(teams, ({ start }) => nodeOfDepot.get(start)!),
    endNode: Int32Array.from(teams, ({ end }) => nodeOfDepot.get(end)!),
    teamOpens: Float64Array.from(teams, ({ opens }) => opens),
    teamCloses: Float64Array.from(teams, ({ closes }) => withRoom(closes)),
    maxDuration: Float64Array.from(teams, ({ opens, closes, maxDuration = Infinity }) =>
      maxDuration >= closes - opens ? NEVER : withRoom(maxDuration),
    ),
    opens: Float64Array.from({ length: stopCount }, (_, i) => Math.max(-NEVER, instance.opens?.[i] ?? -NEVER)),
    closes: Float64Array.from({ length: stopCount }, (_, i) => withRoom(instance.closes?.[i] ?? NEVER)),
  };
  const eligible = findReach(plain);
  for (let k = 0; k < eligible.length; k++) {
    const lockedTo = lockedTeam[k % stopCount]!;
    if (instance.eligible?.[k] === 0 || (lockedTo >= 0 && lockedTo !== Math.floor(k / stopCount))) eligible[k] = 0;
  }
  const requiredWeight = weightOfRequired(plain, scores, instance.balance ?? 0);
  const values = scores.map((score, k) => score + (requiredGroup[groupOf[k % stopCount]!] ? requiredWeight : 0));

  return {
    ...plain,
    unitOf: Int32Array.from(unitNumbers, (unit) => units.indexOf(unit)),
    unitCount: units.length,
    scores,
    values,
    hasTeamScores: instance.teamScores !== undefined,
    eligible,
    ...listTeams(eligible, stopCount, teamCount),
    groupOf,
    groupCount,
    requiredGroup,
    requiredWeight,
    spacingOf,
    spacingStops: spacings.map(({ stops }) => Int32Array.from(stops)),
    minGap: Float64Array.from(spacings, ({ minGap }) => minGap),
    partnerOf,
    pinned: Int32Array.from({ length: stopCount }, (_, i) => i).filter((i) => spacingOf[i]! >= 0 || partnerOf[i]! >= 0),
    lockedTeam,
    lockedRank,
    balance: instance.balance ?? 0,
  };
}

function listTeams(
  eligible: Uint8Array,
  stopCount: number,
  teamCount: number,
): { teamsFrom: Int32Array; teamsOf: Int32Array } {
  const teamsFrom = new Int32Array(stopCount + 1);
  const teamsOf: number[] = [];
  for (let i = 0; i < stopCount; i++) {
    for (let r = 0; r < teamCount; r++) if (eligible[r * stopCount + i]) teamsOf.push(r);
    teamsFrom[i + 1] = teamsOf.length;
  }
  return { teamsFrom, teamsOf: Int32Array.from(teamsOf) };
}

/** A stop without a group is a group of its own. */
function countGroups({ stopCount, group }: OrienteeringInstance): { groupOf: Int32Array; groupCount: number } {
  const numbers = new Map<number, number>();
  let groupCount = 0;
  const groupOf = Int32Array.from({ length: stopCount }, (_, i) => {
    const given = group?.[i] ?? -1;
    const known = given < 0 ? undefined : numbers.get(given);
    if (known !== undefined) return known;
    if (given >= 0) numbers.set(given, groupCount);
    return groupCount++;
  });
  return { groupOf, groupCount };
}

/** More than all that scores and balance can add up to; a power of two keeps sums exact. */
function weightOfRequired(
  {
    stopCount,
    teamCount,
    teamOpens,
    teamCloses,
  }: { stopCount: number; teamCount: number; teamOpens: Float64Array; teamCloses: Float64Array },
  scores: Float64Array,
  balance: number,
): number {
  let most = 1;
  for (let i = 0; i < stopCount; i++) {
    let best = 0;
    for (let r = 0; r < teamCount; r++) best = Math.max(best, scores[r * stopCount + i]!);
    most += best;
  }
  if (balance > 0) for (let r = 0; r < teamCount; r++) most += balance * Math.max(0, teamCloses[r]! - teamOpens[r]!);
  return 2 ** Math.ceil(Math.log2(most));
}
