import type { Position } from 'geojson';

interface Ring {
  readonly positions: Position[];
  /** Twice the area; negative where it runs clockwise, as the outer rings of Shapefiles do. */
  readonly area: number;
  readonly bbox: readonly [number, number, number, number];
}

function measure(positions: Position[]): Ring {
  const bbox: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const [x0 = 0, y0 = 0] = positions[0] ?? [];
  let area = 0;
  positions.forEach(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = positions[(i + 1) % positions.length] ?? [];
    area += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
    bbox[0] = Math.min(bbox[0], x);
    bbox[1] = Math.min(bbox[1], y);
    bbox[2] = Math.max(bbox[2], x);
    bbox[3] = Math.max(bbox[3], y);
  });
  return { positions, area, bbox };
}

const covers = (outer: Ring, inner: Ring): boolean =>
  outer.bbox[0] <= inner.bbox[0] &&
  outer.bbox[1] <= inner.bbox[1] &&
  outer.bbox[2] >= inner.bbox[2] &&
  outer.bbox[3] >= inner.bbox[3];

/** Whether a position lies in a ring; on its edge either may be said. */
function isInside([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i, i += 1) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[before] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Most vertices of a hole lie inside; some may touch the outer ring. */
function holds(outer: Ring, inner: Ring): boolean {
  if (!covers(outer, inner)) return false;
  const looked = inner.positions.slice(0, 5);
  return looked.filter((position) => isInside(position, outer.positions)).length * 2 > looked.length;
}

const MOST_COMPARED = 4_000_000;

/**
 * The rings of a shape as polygons, each its outer ring and its holes. Outer rings run clockwise; a hole goes to the smallest outer ring
 * around it, and a ring that none is around is an outer one, whichever way it runs.
 */
export function groupRings(rings: readonly Position[][]): Position[][][] {
  const measured = rings.map(measure);
  const outers = measured.filter(({ area }) => area <= 0).sort((a, b) => Math.abs(a.area) - Math.abs(b.area));
  const holes = measured.filter(({ area }) => area > 0);
  const polygons = new Map(outers.map((outer) => [outer, [outer.positions]]));
  const canCompare = outers.length * holes.length <= MOST_COMPARED;
  for (const hole of holes) {
    const around = canCompare ? outers.find((outer) => holds(outer, hole)) : undefined;
    const polygon = around && polygons.get(around);
    if (polygon) polygon.push(hole.positions);
    else polygons.set(hole, [hole.positions]);
  }
  return [...polygons.values()];
}
