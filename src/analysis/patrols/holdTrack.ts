import type { Degrees, PlainDate } from '../../domain';
import { toLocal } from '../../geo/localFrame';
import { coveredShare } from '../routing/coveredShare';
import { type Deviation, matchTrack, type StopMatch } from '../routing/matchTrack';

/** What became of a stop. */
export interface HeldStop extends StopMatch {
  /** Share of the stretch that was truly gone along; null: it is a place. */
  readonly coveredShare: number | null;
  readonly lengthM: number;
}

export interface HeldTrack {
  readonly stops: readonly HeldStop[];
  /** None where no course was given. */
  readonly deviations: readonly Deviation[];
  readonly dropped: number;
  /** Of all stretches together, metres. */
  readonly stretchesM: number;
  readonly coveredM: number;
}

/** How near a stop, or a stretch, counts as reached. */
const WITHIN_M = 50;
const MINUTE_SECONDS = 60;

/** Seconds since 1970, UTC, of minutes after a midnight in Vietnam. */
export const secondsAt = (on: PlainDate, minute: number): number =>
  Date.parse(`${on}T00:00:00+07:00`) / 1_000 + minute * MINUTE_SECONDS;
/** The way back from `secondsAt`. */
export const minuteAt = (on: PlainDate, seconds: number): number => (seconds - secondsAt(on, 0)) / MINUTE_SECONDS;

/**
 * Holds a recorded track against a route: stops are reached where it passes within 50 m, on time within 10 minutes of the plan; a stretch is reached where it
 * begins, and gone along where the track keeps within 50 m of it.
 * @param track   positions `[lng0, lat0 …]` in degrees, seconds since 1970
 * @param course  where the route goes on roads; fewer than two positions: not known, so nothing deviates from it
 */
export function holdTrack(
  track: { readonly positions: Float64Array; readonly seconds: Float64Array },
  {
    on,
    stops,
    course,
  }: {
    readonly on: PlainDate;
    readonly stops: readonly { readonly path: readonly Degrees[]; readonly startMinute: number }[];
    readonly course: readonly Degrees[];
  },
): HeldTrack {
  const [lng, lat] = stops[0]?.path[0] ?? [track.positions[0] ?? 0, track.positions[1] ?? 0];
  const local = (path: readonly Degrees[]): Float64Array => toLocal({ lng, lat }, Float64Array.from(path.flat()));
  const own = { points: toLocal({ lng, lat }, track.positions), seconds: track.seconds };
  const matched = matchTrack(
    own,
    {
      points: local(stops.map(({ path }) => path[0]!)),
      seconds: Float64Array.from(stops, ({ startMinute }) => secondsAt(on, startMinute)),
    },
    { withinM: WITHIN_M, ...(course.length > 1 && { path: local(course) }) },
  );
  const covered = stops.map(({ path }) =>
    path.length > 1 ? coveredShare(local(path), [own], { withinM: WITHIN_M }) : null,
  );
  return {
    stops: matched.stops.map((stop, i) => ({
      ...stop,
      coveredShare: covered[i]?.share ?? null,
      lengthM: covered[i]?.lengthM ?? 0,
    })),
    deviations: matched.deviations,
    dropped: matched.track.dropped,
    stretchesM: covered.reduce((sum, each) => sum + (each?.lengthM ?? 0), 0),
    coveredM: covered.reduce((sum, each) => sum + (each?.coveredM ?? 0), 0),
  };
}
