import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { UnitCode } from '../../domain';
import type { Random } from './random';

export interface SimulationUnit {
  readonly code: UnitCode;
  readonly code2025: UnitCode | null;
}
export type SimulationUnits = FeatureCollection<Polygon | MultiPolygon, SimulationUnit>;

export interface Place {
  /** The unit that handles what happens here. */
  readonly unit: SimulationUnit;
  readonly lng: number;
  readonly lat: number;
}

interface Shape {
  readonly unit: SimulationUnit;
  /** All rings, [x0, y0, x1, y1 …] each, first vertex repeated at the end. */
  readonly rings: readonly Float64Array[];
  readonly bbox: readonly [number, number, number, number];
  /** Edges that another unit shares: [x0, y0, x1, y1] each, and their weights added up. */
  readonly edges: Float64Array;
  readonly edgeSums: Float64Array;
  readonly isMember: boolean;
}

const M_PER_DEGREE = 111_000;
/** How far from the shared border an incident near it lies on average, and at most. */
const USUAL_M = 320;
const FARTHEST_M = 1_600;
const NEAR_SHARE = 0.72;
/** Some of those that one unit handles lie just across the line. */
const ACROSS_SHARE = 0.12;
const ACROSS_M = 90;
const TRIES = 60;

const edgeKey = (a: Position, b: Position): string => {
  const [p, q] = [`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`];
  return p < q ? `${p} ${q}` : `${q} ${p}`;
};

const ringsOf = (geometry: Polygon | MultiPolygon): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

function holds({ rings, bbox }: Shape, x: number, y: number): boolean {
  if (x < bbox[0] || y < bbox[1] || x > bbox[2] || y > bbox[3]) return false;
  let inside = false;
  for (const ring of rings) {
    let x0 = ring[0]!;
    let y0 = ring[1]!;
    for (let i = 2; i < ring.length; i += 2) {
      const x1 = ring[i]!;
      const y1 = ring[i + 1]!;
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
      x0 = x1;
      y0 = y1;
    }
  }
  return inside;
}

function makeShapes(units: SimulationUnits, members: ReadonlySet<UnitCode>): Shape[] {
  const owners = new Map<string, UnitCode[]>();
  for (const { geometry, properties } of units.features)
    for (const ring of ringsOf(geometry))
      for (let i = 1; i < ring.length; i += 1) {
        const key = edgeKey(ring[i - 1]!, ring[i]!);
        owners.set(key, [...(owners.get(key) ?? []), properties.code]);
      }
  return units.features.map(({ geometry, properties }) => {
    const rings = ringsOf(geometry);
    const edges: number[] = [];
    const sums: number[] = [];
    let sum = 0;
    for (const ring of rings)
      for (let i = 1; i < ring.length; i += 1) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        const other = owners.get(edgeKey(a, b))?.find((code) => code !== properties.code);
        if (other === undefined) continue;
        const length = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
        // The cluster watches the lines between its members most.
        sum += length * (members.has(other) ? 4 : 1);
        edges.push(a[0]!, a[1]!, b[0]!, b[1]!);
        sums.push(sum);
      }
    const all = rings.flat();
    const xs = all.map(([x]) => x!);
    const ys = all.map(([, y]) => y!);
    return {
      unit: properties,
      rings: rings.map((ring) => Float64Array.from(ring.flatMap(([x, y]) => [x!, y!]))),
      bbox: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
      edges: Float64Array.from(edges),
      edgeSums: Float64Array.from(sums),
      isMember: members.has(properties.code),
    };
  });
}

function firstAbove(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/**
 * A source of plausible places: most within some hundred metres of a border that another unit shares, some farther inside,
 * and a few just across the line. Each lies inside the handling unit, or inside another within 90 m of its border.
 * @param units    a coverage in WGS 84 degrees; vertices of shared borders are the same numbers on both sides
 * @param members  codes of the units that handle incidents
 */
export function makePlaces(units: SimulationUnits, members: ReadonlySet<UnitCode>, random: Random): () => Place {
  const shapes = makeShapes(units, members);
  const handling = shapes.filter(({ isMember }) => isMember);
  if (handling.length === 0) throw new Error('no unit of the coverage is a member');

  function nearBorder(shape: Shape): Place | null {
    const total = shape.edgeSums.at(-1);
    if (total === undefined) return null;
    const edge = 4 * firstAbove(shape.edgeSums, random.next() * total);
    const [x0, y0, x1, y1] = [
      shape.edges[edge]!,
      shape.edges[edge + 1]!,
      shape.edges[edge + 2]!,
      shape.edges[edge + 3]!,
    ];
    const t = random.next();
    const [x, y] = [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
    const isAcross = random.next() < ACROSS_SHARE;
    const distanceM = isAcross
      ? random.next() * ACROSS_M
      : Math.min(-USUAL_M * Math.log(1 - random.next()), FARTHEST_M);
    const angle = random.next() * 2 * Math.PI;
    const lat = rounded(y + (distanceM * Math.sin(angle)) / M_PER_DEGREE);
    const lng = rounded(x + (distanceM * Math.cos(angle)) / (M_PER_DEGREE * Math.cos((y * Math.PI) / 180)));
    const isRight = isAcross
      ? shapes.some((other) => other !== shape && holds(other, lng, lat))
      : holds(shape, lng, lat);
    return isRight ? { unit: shape.unit, lng, lat } : null;
  }

  function inside(shape: Shape): Place | null {
    const [west, south, east, north] = shape.bbox;
    const lng = rounded(west + random.next() * (east - west));
    const lat = rounded(south + random.next() * (north - south));
    return holds(shape, lng, lat) ? { unit: shape.unit, lng, lat } : null;
  }

  return () => {
    const shape = random.pick(handling);
    const find = random.next() < NEAR_SHARE ? nearBorder : inside;
    for (let i = 0; i < TRIES; i += 1) {
      const place = find(shape);
      if (place) return place;
    }
    // A thin unit may refuse many times; somewhere in it there is room.
    for (;;) {
      const place = inside(shape);
      if (place) return place;
    }
  };
}
