import { makeRandom } from '../simulation/random';
import { type OpenIncidents, pointsOf } from './hotspotState';

/** How often each incident is placed anew where positions are unsure. */
export const DRAWS = 20;
const SEED = 2018;

/** Places at which incidents may have happened, draw by draw: entry k of draw d is that of incident k. */
export interface SpreadPositions {
  readonly draws: number;
  /** Metres, [x0, y0 …], as many places as incidents in each draw. */
  readonly points: Float64Array;
  /** So that the draws of one incident together weigh as much as the incident. */
  readonly weights: Float64Array;
}

/**
 * Places at which each incident may have been instead, evenly over the circle in which it lies; where its accuracy is not known, its own
 * in every draw. The same incidents always have the same draws. Where all are in their own places, one draw says it all.
 * @param index    n incidents with known positions
 * @param options  how many draws, 20 by default; the seed of chance
 * @returns n places and weights in each draw
 */
export function spreadPositions(
  incidents: OpenIncidents,
  index: Int32Array,
  options: { readonly draws?: number; readonly seed?: number } = {},
): SpreadPositions {
  const own = pointsOf(incidents, index);
  const draws = index.some((i) => incidents.accuracyM[i]! > 0) ? (options.draws ?? DRAWS) : 1;
  const points = new Float64Array(own.length * draws);
  const random = makeRandom(options.seed ?? SEED);
  for (let draw = 0; draw < draws; draw += 1)
    for (let k = 0; k < index.length; k += 1) {
      const radiusM = incidents.accuracyM[index[k]!]!;
      const at = draw * own.length + 2 * k;
      const angle = 2 * Math.PI * random.next();
      const reachM = radiusM > 0 ? radiusM * Math.sqrt(random.next()) : 0;
      points[at] = own[2 * k]! + reachM * Math.cos(angle);
      points[at + 1] = own[2 * k + 1]! + reachM * Math.sin(angle);
    }
  return { draws, points, weights: new Float64Array(index.length * draws).fill(1 / draws) };
}
