import { type CleanTrack, cleanTrack, type Track, type TrackLimits } from './cleanTrack';
import { lineSegments } from './lineSamples';
import { footOn, makeSegmentGrid, searchAround } from './segmentGrid';

/** What was planned: columns of n stops. */
export interface PlannedStops {
  /** `[x0, y0 …]`, metres. */
  readonly points: Float64Array;
  /** When each was to be reached, in the seconds of the track; NaN for at any time. */
  readonly seconds: Float64Array;
}

/** What became of a stop. */
export interface StopMatch {
  readonly isReached: boolean;
  /** Whether it was reached, and no more than the allowed minutes off; where no time was planned, whether it was reached. */
  readonly isOnTime: boolean;
  /** Not reached, but so near that an unsure fix may have been there. */
  readonly isUnsure: boolean;
  /** When the team came within the radius, on the visit nearest to the planned time; NaN if it did not. */
  readonly arrivedSeconds: number;
  /** How long that visit stayed within the radius. */
  readonly dwellSeconds: number;
  /** After the planned time, negative before it; NaN without either. */
  readonly offSeconds: number;
  /** The nearest the team came at any time, and when; Infinity and NaN for an empty track. */
  readonly nearestM: number;
  readonly nearestSeconds: number;
}

/** A part of the track away from the planned path. */
export interface Deviation {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly lengthM: number;
  readonly farthestM: number;
}

export interface TrackMatch {
  readonly stops: StopMatch[];
  /** In order of time; none unless a planned path is given. */
  readonly deviations: Deviation[];
  /** What was made of the track. */
  readonly track: CleanTrack;
}

export interface MatchOptions extends TrackLimits {
  readonly withinM?: number;
  readonly withinMinutes?: number;
  /** `[x0, y0 …]` of the planned way, metres. */
  readonly path?: Float64Array;
  /** How far from it the track deviates; 100 m unless given. */
  readonly deviationM?: number;
}

type Visit = [arrived: number, left: number];

/** The part of a straight, even piece of the track within a radius, as shares of it; null if none is. */
function partWithin(piece: Float64Array, [x, y]: readonly [number, number], radiusM: number): [number, number] | null {
  const [ax, ay] = [piece[0]! - x, piece[1]! - y];
  const [dx, dy] = [piece[2]! - piece[0]!, piece[3]! - piece[1]!];
  const lengthSquared = dx * dx + dy * dy;
  if (lengthSquared === 0) return Math.hypot(ax, ay) <= radiusM ? [0, 1] : null;
  const middle = -(ax * dx + ay * dy) / lengthSquared;
  const offM = Math.abs(ax * dy - ay * dx) / Math.sqrt(lengthSquared);
  if (offM > radiusM) return null;
  const half = Math.sqrt((radiusM * radiusM - offM * offM) / lengthSquared);
  const [from, to] = [Math.max(0, middle - half), Math.min(1, middle + half)];
  return from <= to ? [from, to] : null;
}

/** The track as pieces `[x0, y0, x1, y1]`: from each fix to the one that follows on it, or the fix alone. */
function pieceAt({ points, follows }: CleanTrack, i: number): Float64Array {
  const to = follows[i + 1] === 1 ? 2 * i + 2 : 2 * i;
  return Float64Array.of(points[2 * i]!, points[2 * i + 1]!, points[to]!, points[to + 1]!);
}

function matchStop(
  track: CleanTrack,
  place: readonly [number, number],
  planned: number,
  options: MatchOptions,
): StopMatch {
  const { withinM = 50, withinMinutes = 10 } = options;
  const visits: Visit[] = [];
  let [nearestM, nearestSeconds, isUnsure] = [Infinity, NaN, false];
  for (let i = 0; i < track.seconds.length; i++) {
    const piece = pieceAt(track, i);
    const start = track.seconds[i]!;
    const lasts = track.follows[i + 1] === 1 ? track.seconds[i + 1]! - start : 0;
    const foot = footOn(piece, 0, place);
    if (foot.distanceM < nearestM) [nearestM, nearestSeconds] = [foot.distanceM, start + foot.share * lasts];
    const ownM = Math.hypot(piece[0]! - place[0], piece[1]! - place[1]);
    if (ownM - track.accuraciesM[i]! <= withinM) isUnsure = true;
    const part = partWithin(piece, place, withinM);
    if (!part) continue;
    const [from, to] = [start + part[0] * lasts, start + part[1] * lasts];
    const last = visits[visits.length - 1];
    if (last && track.follows[i] === 1 && from <= last[1] + 1e-6) last[1] = Math.max(last[1], to);
    else visits.push([from, to]);
  }
  // A team that is there when it is due is on time, however early it came.
  const offOf = ([arrived, left]: Visit): number =>
    arrived > planned ? arrived - planned : Math.min(0, left - planned);
  const sorted = Number.isNaN(planned) ? visits : visits.toSorted((a, b) => Math.abs(offOf(a)) - Math.abs(offOf(b)));
  const visit = sorted[0];
  const offSeconds = visit && !Number.isNaN(planned) ? offOf(visit) : NaN;
  return {
    isReached: visit !== undefined,
    isOnTime: visit !== undefined && !(Math.abs(offSeconds) > 60 * withinMinutes),
    isUnsure: visit === undefined && isUnsure,
    arrivedSeconds: visit ? visit[0] : NaN,
    dwellSeconds: visit ? visit[1] - visit[0] : 0,
    offSeconds,
    nearestM,
    nearestSeconds,
  };
}

/** The spells in which fixes lie away from a path; gaps end them. */
function findDeviations(track: CleanTrack, path: Float64Array, deviationM: number): Deviation[] {
  const { segments } = lineSegments(path);
  if (segments.length === 0) return [];
  const grid = makeSegmentGrid(segments);
  const deviations: Deviation[] = [];
  let open = null as Deviation | null;
  for (let i = 0; i < track.seconds.length; i++) {
    const place = [track.points[2 * i]!, track.points[2 * i + 1]!] as const;
    let distanceM = Infinity;
    searchAround(grid, place, Infinity, {
      visit: (segment) => {
        distanceM = Math.min(distanceM, footOn(segments, segment, place).distanceM);
        return distanceM;
      },
    });
    if (open && (track.follows[i] === 0 || distanceM <= deviationM)) {
      deviations.push(open);
      open = null;
    }
    if (distanceM <= deviationM) continue;
    const toSeconds = track.seconds[i]!;
    const stepM = Math.hypot(place[0] - track.points[2 * i - 2]!, place[1] - track.points[2 * i - 1]!);
    open = open
      ? { ...open, toSeconds, lengthM: open.lengthM + stepM, farthestM: Math.max(open.farthestM, distanceM) }
      : { fromSeconds: toSeconds, toSeconds, lengthM: 0, farthestM: distanceM };
  }
  return open ? [...deviations, open] : deviations;
}

/**
 * Holds a track against a plan: which stops were reached and when, and where the team left the planned way. Between fixes the team is taken to have gone
 * straight and evenly, over gaps nothing is taken for granted.
 * @param track  fixes, as they were written; outliers and unsure ones are left out first
 * @param stops  the planned stops
 * @returns one entry per stop, and deviations by their fixes
 * @problem RangeError for columns of different lengths, a radius or minutes that are negative or NaN
 */
export function matchTrack(track: Track, stops: PlannedStops, options: MatchOptions = {}): TrackMatch {
  const { withinM = 50, withinMinutes = 10, path, deviationM = 100 } = options;
  if (!(withinM >= 0) || !(withinMinutes >= 0) || !(deviationM >= 0)) throw new RangeError('a limit that is none');
  const count = stops.seconds.length;
  if (stops.points.length !== 2 * count) throw new RangeError('columns of different lengths');
  const clean = cleanTrack(track, options);
  return {
    stops: Array.from(stops.seconds, (planned, i) =>
      matchStop(clean, [stops.points[2 * i]!, stops.points[2 * i + 1]!], planned, options),
    ),
    deviations: path ? findDeviations(clean, path, deviationM) : [],
    track: clean,
  };
}
