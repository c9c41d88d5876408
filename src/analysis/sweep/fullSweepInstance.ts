/** What one way of moving takes, all in seconds (or any one unit); Infinity where it may not go. */
export interface SweepMode {
  /** placeCount × placeCount, row = from; may be asymmetric. Of shortest paths: the lower bound takes for granted that no detour is shorter. */
  readonly travel: Float64Array;
  /** Per stretch, from its first end to its second. */
  readonly along: Float64Array;
  /** Per stretch, the other way. */
  readonly against: Float64Array;
}

/** One team that sets out once. */
export interface SweepTeam {
  readonly startPlace: number;
  readonly endPlace: number;
  /** Number of its mode. */
  readonly mode: number;
  /** Added to its time if it sets out at all. */
  readonly extraTime: number;
}

export interface FullSweepInstance {
  readonly placeCount: number;
  /** Two places per stretch, its first and second end; equal for a round or a point. */
  readonly ends: Uint32Array;
  readonly modes: readonly SweepMode[];
  readonly teams: readonly SweepTeam[];
}

export interface SweepRoute {
  /** In the order they are covered. */
  readonly stretches: Uint32Array;
  /** Per stretch 1 where it is covered from its second end to its first. */
  readonly isAgainst: Uint8Array;
  /** From start to end with service, travel and extra time; 0 for a team that stays. */
  readonly time: number;
}

/**
 * @param instance  what is to be covered
 * @problem RangeError where lengths differ, a place or mode does not exist, or a time is negative or NaN
 */
export function checkFullSweep({ placeCount, ends, modes, teams }: FullSweepInstance): void {
  const stretchCount = ends.length / 2;
  if (!Number.isInteger(placeCount) || placeCount < 0) throw new RangeError('placeCount is no count');
  if (!Number.isInteger(stretchCount) || ends.some((place) => place >= placeCount))
    throw new RangeError('a stretch has two ends that are places');
  for (const { travel, along, against } of modes) {
    if (travel.length !== placeCount * placeCount) throw new RangeError('travel is no square of places');
    if (along.length !== stretchCount || against.length !== stretchCount)
      throw new RangeError('one service time per stretch and direction');
    for (const times of [travel, along, against])
      if (!times.every((time) => time >= 0)) throw new RangeError('times must not be below 0');
  }
  for (const { startPlace, endPlace, mode, extraTime } of teams) {
    for (const place of [startPlace, endPlace])
      if (!(Number.isInteger(place) && place >= 0 && place < placeCount))
        throw new RangeError('a team starts or ends at no place');
    if (!modes[mode]) throw new RangeError('a team has a mode that does not exist');
    if (!(extraTime >= 0 && extraTime < Number.POSITIVE_INFINITY))
      throw new RangeError('extraTime must be finite and not below 0');
  }
}
