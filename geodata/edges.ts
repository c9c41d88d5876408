import type { GridUnit } from './grid';

/** One side of one ring, as that ring walks it: the unit lies to its left. */
export interface RingEdge {
  readonly unit: number;
  /** Number of the ring over all units. */
  readonly ring: number;
  readonly from: number;
  readonly to: number;
}

export interface EdgeTable {
  /** Grid coordinates of each distinct vertex. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Every undirected edge by its key, with all the rings that walk it. */
  readonly edges: ReadonlyMap<number, readonly RingEdge[]>;
  /** Vertices of every ring, with the unit it belongs to. */
  readonly rings: readonly { readonly unit: number; readonly vertices: readonly number[] }[];
}

const MAX_SPAN_STEPS = 2 ** 24;
const VERTICES_LIMIT = 2 ** 26;

const edgeKey = (a: number, b: number): number => Math.min(a, b) * VERTICES_LIMIT + Math.max(a, b);

/** Numbers the vertices of a coverage and collects its edges with their owners. */
export function buildEdgeTable(units: readonly GridUnit[]): EdgeTable {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (const ring of units.flatMap((unit) => unit.polygons.flat()))
    for (let i = 0; i < ring.length; i += 2) {
      minX = Math.min(minX, ring[i]!);
      maxX = Math.max(maxX, ring[i]!);
      minY = Math.min(minY, ring[i + 1]!);
      maxY = Math.max(maxY, ring[i + 1]!);
    }
  // Beyond this, coordinates of vertices could not be told apart by one number, nor products of differences be exact.
  if (maxX - minX >= MAX_SPAN_STEPS || maxY - minY >= MAX_SPAN_STEPS)
    throw new Error('The coverage is wider than 16 degrees');

  const x: number[] = [];
  const y: number[] = [];
  const ids = new Map<number, number>();
  const edges = new Map<number, RingEdge[]>();
  const rings: { unit: number; vertices: number[] }[] = [];
  const vertexId = (vx: number, vy: number): number => {
    const key = (vx - minX) * MAX_SPAN_STEPS + (vy - minY);
    let id = ids.get(key);
    if (id === undefined) {
      id = x.length;
      ids.set(key, id);
      x.push(vx);
      y.push(vy);
    }
    return id;
  };
  units.forEach((unit, unitIndex) => {
    for (const ring of unit.polygons.flat()) {
      const vertices: number[] = [];
      for (let i = 0; i < ring.length; i += 2) vertices.push(vertexId(ring[i]!, ring[i + 1]!));
      vertices.forEach((from, i) => {
        const to = vertices[(i + 1) % vertices.length]!;
        const key = edgeKey(from, to);
        const edge = { unit: unitIndex, ring: rings.length, from, to };
        const owners = edges.get(key);
        if (owners) owners.push(edge);
        else edges.set(key, [edge]);
      });
      rings.push({ unit: unitIndex, vertices });
    }
  });
  return { x, y, edges, rings };
}
