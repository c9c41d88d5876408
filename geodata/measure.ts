import * as library from 'geographiclib-geodesic';
import { buildEdgeTable } from './edges';
import { type GridUnit, toDegrees } from './grid';

// A CommonJS module: its exports come as the default one or as names, whichever tool loads it.
const { WGS84 } = ((library as { readonly default?: typeof library }).default ?? library).Geodesic;

/** Geodesic area on WGS 84 (Karney 2013), in km² to four decimals, that is 100 m². */
export function areaKm2(unit: GridUnit): number {
  let squareMetres = 0;
  for (const ring of unit.polygons.flat()) {
    const polygon = WGS84.Polygon(false);
    for (let i = 0; i < ring.length; i += 2) polygon.AddPoint(toDegrees(ring[i + 1]!), toDegrees(ring[i]!));
    squareMetres += polygon.Compute(false, true).area ?? Number.NaN;
  }
  return Math.round(squareMetres / 100) / 10_000;
}

export interface CoverageSize {
  readonly vertices: number;
  /** Geodesic length of the edges that exactly two units share, in km. */
  readonly sharedKm: number;
  /** Geodesic length of the edges of one unit only, in km. */
  readonly outerKm: number;
}

export function measureCoverage(units: readonly GridUnit[]): CoverageSize {
  const { x, y, edges } = buildEdgeTable(units);
  let [shared, outer] = [0, 0];
  for (const owners of edges.values()) {
    const { from, to } = owners[0]!;
    const metres =
      WGS84.Inverse(toDegrees(y[from]!), toDegrees(x[from]!), toDegrees(y[to]!), toDegrees(x[to]!)).s12 ?? Number.NaN;
    if (owners.length === 2) shared += metres;
    else outer += metres;
  }
  return { vertices: x.length, sharedKm: shared / 1000, outerKm: outer / 1000 };
}
