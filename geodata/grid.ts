import type { MultiPolygon, Polygon } from 'geojson';

/** Steps of the grid in one degree. The sources have six decimals, so every vertex of theirs lies on it exactly. */
export const STEPS_PER_DEGREE = 1_000_000;

/** An open ring (the last vertex does not repeat the first) in grid steps: [x0, y0, x1, y1 …]. */
export type GridRing = readonly number[];

/** A unit's polygons on the grid; outer rings run counter-clockwise, holes clockwise. */
export interface GridUnit {
  readonly code: string;
  readonly polygons: readonly (readonly GridRing[])[];
}

export interface GriddedUnit {
  readonly unit: GridUnit;
  /** Vertices that only repeated the one before. */
  readonly repeatedVertices: number;
}

function toStep(degrees: number, code: string): number {
  const step = Math.round(degrees * STEPS_PER_DEGREE);
  if (!Number.isFinite(degrees) || step / STEPS_PER_DEGREE !== degrees)
    throw new Error(`${code}: ${degrees} does not lie on the grid of 1e-6°, so it could not be kept exactly`);
  return step;
}

/** Twice the signed area in grid steps; positive counter-clockwise. */
export function doubleArea(ring: GridRing): number {
  let sum = 0;
  const n = ring.length;
  const [x0 = 0, y0 = 0] = ring;
  for (let i = 0; i < n; i += 2) {
    const j = (i + 2) % n;
    sum += (ring[i]! - x0) * (ring[j + 1]! - y0) - (ring[j]! - x0) * (ring[i + 1]! - y0);
  }
  return sum;
}

function reversed(ring: GridRing): GridRing {
  const out: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i]!, ring[i + 1]!);
  return out;
}

/** Puts a polygon on the grid, drops vertices that repeat the one before, and turns its rings the agreed way round. */
export function toGrid(code: string, geometry: Polygon | MultiPolygon): GriddedUnit {
  let repeatedVertices = 0;
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) =>
    polygon.map((positions, ringIndex) => {
      const steps = positions.map(([lng = Number.NaN, lat = Number.NaN]) => [toStep(lng, code), toStep(lat, code)]);
      const [first, last] = [steps[0], steps.at(-1)];
      if (!first || !last || steps.length < 2 || first[0] !== last[0] || first[1] !== last[1])
        throw new Error(`${code}: ring ${ringIndex} is not closed`);
      // Every vertex against the next; the last one is the first again and is left out with them.
      const ring = steps.slice(0, -1).flatMap(([x = 0, y = 0], index) => {
        const isRepeated = steps[index + 1]![0] === x && steps[index + 1]![1] === y;
        if (isRepeated) repeatedVertices += 1;
        return isRepeated ? [] : [x, y];
      });
      const isCounterClockwise = doubleArea(ring) > 0;
      return isCounterClockwise === (ringIndex === 0) ? ring : reversed(ring);
    }),
  );
  return { unit: { code, polygons }, repeatedVertices };
}

/** Back to degrees: the very numbers of the source. */
export const toDegrees = (step: number): number => step / STEPS_PER_DEGREE;
