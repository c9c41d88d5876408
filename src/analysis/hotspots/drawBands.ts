import type { FeatureCollection, MultiPolygon } from 'geojson';
import { fromLocal } from '../../geo/localFrame';
import { contourBands } from '../surface/contourBands';
import { niceLevels } from '../surface/niceLevels';
import type { OpenGround } from './hotspotState';

export type BandFeatures = FeatureCollection<MultiPolygon, { id: string; tone: number }>;

/** A level of a surface. */
export interface LevelFacts {
  readonly id: string;
  /** From this value on, in the surface's unit. */
  readonly level: number;
  readonly tone: number;
  readonly areaKm2: number;
  /** Incidents where the surface is at or above the level. */
  readonly count: number;
}

/** Steps of the ramp. */
const TONES = 7;

/** The tone of level k of n: the strongest level is always the darkest. */
export const toneOf = (k: number, n: number): number => Math.max(1, Math.round(TONES * ((k + 1) / n)));

/**
 * A surface as bands to draw.
 * @param values  one per cell of the ground's grid
 * @param points  n places, metres, to be counted by level
 */
export function drawBands(
  { grid, frame }: OpenGround,
  values: Float32Array,
  points: Float64Array,
): { readonly bands: BandFeatures; readonly levels: readonly LevelFacts[]; readonly highest: number } {
  let highest = 0;
  for (const value of values) if (value > highest) highest = value;
  const thresholds = niceLevels(highest, TONES);
  const contours = contourBands({ grid, values }, thresholds);
  const levels = contours.map(({ level, areaKm2 }, k) => ({
    id: String(k),
    level,
    tone: toneOf(k, contours.length),
    areaKm2,
    count: countAbove(points, values, { grid, level }),
  }));
  const features = contours.map(({ polygons }, k): BandFeatures['features'][number] => ({
    type: 'Feature',
    properties: { id: String(k), tone: levels[k]!.tone },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) =>
        rings.map((ring) => {
          const places = fromLocal(frame, Float64Array.from(ring.flat()));
          return ring.map((_, i) => [places[2 * i]!, places[2 * i + 1]!]);
        }),
      ),
    },
  }));
  return { bands: { type: 'FeatureCollection', features }, levels, highest };
}

function countAbove(
  points: Float64Array,
  values: Float32Array,
  { grid, level }: { readonly grid: OpenGround['grid']; readonly level: number },
): number {
  let count = 0;
  for (let i = 0; i < points.length; i += 2) {
    const column = Math.floor((points[i]! - grid.minX) / grid.cellM);
    const row = Math.floor((points[i + 1]! - grid.minY) / grid.cellM);
    if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) continue;
    if (values[row * grid.columns + column]! >= level) count += 1;
  }
  return count;
}
