import type { Degrees, PatrolTask, Post, TravelMode } from '../../domain';
import { fromLocal, toLocal } from '../../geo/localFrame';
import { straightPath } from '../routing/straightPath';
import { type Crossing, straightTravel } from '../routing/straightTravel';
import { type PlanWays, planPositions } from './planWays';
import { pathLengthM } from './splitStretch';
import { WATCHING_KMH } from './watchingSpeed';

/** How much longer a way is than the straight line, to begin with. */
export const DETOUR_FACTOR = 1.4;

/** km/h from place to place, where no road says it; estimates. */
const STRAIGHT_KMH: Readonly<Record<TravelMode, number>> = { foot: 5, bicycle: 13, motorbike: 30, car: 35 };

const MPS_PER_KMH = 1 / 3.6;
const METRES_PER_MINUTE_PER_KMH = 1_000 / 60;

export interface StraightPlanOptions {
  /** Those that teams use. */
  readonly modes: readonly TravelMode[];
  readonly detourFactor: number;
  /** Lines in degrees that nobody passes but at crossings. */
  readonly barriers?: readonly (readonly Degrees[])[];
  readonly crossings?: readonly Degrees[];
}

/**
 * Getting about without a road network: straight lines times a factor, round barriers, the same for all modes but for their speed. A plan made with it is approximate.
 * Stretches are taken to be open, even across a barrier.
 * @problem RangeError for a factor below 1
 */
export function straightPlanWays(
  { posts, tasks }: { readonly posts: readonly Post[]; readonly tasks: readonly PatrolTask[] },
  { modes, detourFactor, barriers = [], crossings = [] }: StraightPlanOptions,
): PlanWays {
  const positions = planPositions(posts, tasks);
  const count = positions.length / 2;
  const mean = (axis: 0 | 1): number =>
    count === 0 ? 0 : positions.reduce((sum, value, i) => (i % 2 === axis ? sum + value : sum), 0) / count;
  const frame = { lng: mean(0), lat: mean(1) };
  const places = toLocal(frame, positions);
  const lengths = Float64Array.from(tasks, ({ place }) => (place.kind === 'place' ? 0 : pathLengthM(place.path)));
  const walls = barriers.map((line) => toLocal(frame, Float64Array.from(line.flat())));
  const gates = toLocal(frame, Float64Array.from(crossings.flat()));
  const open = Array.from(crossings, (_, i): Crossing => ({ x: gates[2 * i]!, y: gates[2 * i + 1]! }));
  const found = straightTravel(places, { detourFactor, speedMps: 1, barriers: walls, crossings: open });
  const along = modes.map((mode) =>
    lengths.map((lengthM) => lengthM / (WATCHING_KMH[mode] * METRES_PER_MINUTE_PER_KMH)),
  );
  const alongM = modes.map(() => lengths);
  return {
    travel: {
      modes,
      minutes: modes.map((mode) => found.metres.map((metres) => metres / (STRAIGHT_KMH[mode] * MPS_PER_KMH * 60))),
      metres: modes.map(() => found.metres),
      along,
      against: along,
      alongM,
      againstM: alongM,
    },
    leg: (_mode, from, to) => {
      const path = straightPath(found, from, to);
      return path && fromLocal(frame, path);
    },
    stretch: (_mode, task, isAlong) => {
      const place = tasks[task]?.place;
      if (place?.kind !== 'stretch') return null;
      return Float64Array.from((isAlong ? place.path : [...place.path].reverse()).flat());
    },
  };
}
