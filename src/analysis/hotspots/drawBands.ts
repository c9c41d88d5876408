import type { FeatureCollection, MultiPolygon } from 'geojson';
import { fromLocal } from '../../geo/localFrame';
import type { ContourBand } from '../surface/contourBands';
import type { DensityGrid } from '../surface/densityGrid';
import type { OpenGround } from './hotspotState';

export type BandFeatures = FeatureCollection<MultiPolygon, { id: string; tone: number }>;

/** A level of a surface. */
export interface LevelFacts {
  readonly id: string;
  /** From this value on, in the surface's unit. */
  readonly level: number;
  readonly tone: number;
  readonly areaKm2: number;
  /** Of how many separate pieces of land that is. */
  readonly patches: number;
  /** Incidents where the surface is at or above the level. */
  readonly count: number;
}

/** Steps of the ramp. */
const TONES = 7;

/** The tone of level k of n: the strongest level is always the darkest. */
const toneOf = (k: number, n: number): number => Math.max(1, Math.round(TONES * ((k + 1) / n)));

/**
 * What holds at each level of a surface.
 * @param surface  one value per cell, and n places to be counted, metres
 */
export function levelsOf(
  contours: readonly ContourBand[],
  {
    grid,
    values,
    points,
  }: { readonly grid: DensityGrid; readonly values: Float32Array; readonly points: Float64Array },
): LevelFacts[] {
  const at = valuesAt(points, { grid, values });
  return contours.map(({ level, areaKm2, polygons }, k) => ({
    id: String(k),
    level,
    tone: toneOf(k, contours.length),
    areaKm2,
    patches: polygons.length,
    count: at.reduce((sum, value) => sum + (value >= level ? 1 : 0), 0),
  }));
}

/**
 * The bands of a surface as shapes to draw, weakest first.
 * @param steps  of how many levels these are the first
 */
export function drawLevels(
  { frame }: OpenGround,
  contours: readonly ContourBand[],
  steps = contours.length,
): BandFeatures {
  const features = contours.map(({ polygons }, k): BandFeatures['features'][number] => ({
    type: 'Feature',
    properties: { id: String(k), tone: toneOf(k, steps) },
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
  return { type: 'FeatureCollection', features };
}

/** The values of the cells in which places lie; 0 beyond the grid. */
function valuesAt(
  points: Float64Array,
  { grid, values }: { readonly grid: DensityGrid; readonly values: Float32Array },
): Float32Array {
  const at = new Float32Array(points.length >> 1);
  for (let i = 0; i < at.length; i += 1) {
    const column = Math.floor((points[2 * i]! - grid.minX) / grid.cellM);
    const row = Math.floor((points[2 * i + 1]! - grid.minY) / grid.cellM);
    if (column >= 0 && row >= 0 && column < grid.columns && row < grid.rows)
      at[i] = values[row * grid.columns + column]!;
  }
  return at;
}
