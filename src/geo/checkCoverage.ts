import type { Problem, ProblemPlace } from '../domain';
import type { Coverage } from './coverage';
import { makeEdgeGrid } from './edgeGrid';
import type { Edges } from './matchEdges';

const NEST_ROWS = 4096;

/** Positive where c lies left of the way from a to b. */
function turn({ lng, lat }: Coverage, a: number, b: number, c: number): number {
  return (lng[b]! - lng[a]!) * (lat[c]! - lat[a]!) - (lat[b]! - lat[a]!) * (lng[c]! - lng[a]!);
}

function conflict(coverage: Coverage, units: readonly number[], place: ProblemPlace): Problem {
  const codes = [...new Set(units.filter((unit) => unit >= 0).map((unit) => coverage.codes[unit]!))].sort();
  return codes.length === 1
    ? { kind: 'invalidRing', unit: codes[0]!, place, reason: 'selfIntersecting' }
    : { kind: 'overlappingUnits', units: codes, place };
}

/** Two edges that cross. */
function findCrossing(coverage: Coverage, edges: Edges): Problem | null {
  const { from, to, left, right } = edges;
  const { lng, lat } = coverage;
  const all = new Int32Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) all[edge] = edge;
  const { start, list } = makeEdgeGrid(coverage, edges, all, 0);
  for (let cell = 0; cell + 1 < start.length; cell++) {
    const end = start[cell + 1]!;
    for (let i = start[cell]!; i + 1 < end; i++) {
      const e = list[i]!;
      const [a, b] = [from[e]!, to[e]!];
      for (let j = i + 1; j < end; j++) {
        const f = list[j]!;
        const c = from[f]!;
        const d = to[f]!;
        if (a === c || a === d || b === c || b === d) continue;
        if (turn(coverage, a, b, c) > 0 === turn(coverage, a, b, d) > 0) continue;
        if (turn(coverage, c, d, a) > 0 === turn(coverage, c, d, b) > 0) continue;
        const between = [left[e]!, right[e]!, left[f]!, right[f]!];
        return conflict(coverage, between, { lng: (lng[c]! + lng[d]!) / 2, lat: (lat[c]! + lat[d]!) / 2 });
      }
    }
  }
  return null;
}

/** A vertex around which the units do not follow one another: going round, the unit after one edge must be the unit before the next. */
function findTornVertex(coverage: Coverage, edges: Edges): Problem | null {
  const { lng, lat, vertexCount } = coverage;
  const start = new Int32Array(vertexCount + 1);
  for (let edge = 0; edge < edges.count; edge++) {
    start[edges.from[edge]! + 1]!++;
    start[edges.to[edge]! + 1]!++;
  }
  for (let vertex = 0; vertex < vertexCount; vertex++) start[vertex + 1]! += start[vertex]!;
  const next = start.slice();
  const spokes = new Int32Array(2 * edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    spokes[next[edges.from[edge]!]!++] = edge;
    spokes[next[edges.to[edge]!]!++] = edge;
  }
  const leftOf = (edge: number, vertex: number): number =>
    edges.from[edge] === vertex ? edges.left[edge]! : edges.right[edge]!;
  const rightOf = (edge: number, vertex: number): number =>
    edges.from[edge] === vertex ? edges.right[edge]! : edges.left[edge]!;
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const count = start[vertex + 1]! - start[vertex]!;
    if (count === 0) continue;
    const a = spokes[start[vertex]!]!;
    const b = spokes[start[vertex]! + 1]!;
    if (count === 2 && leftOf(a, vertex) === rightOf(b, vertex) && rightOf(a, vertex) === leftOf(b, vertex)) continue;
    let round = [...spokes.subarray(start[vertex]!, start[vertex + 1]!)];
    if (count > 2) {
      const angle = (edge: number): number => {
        const other = edges.from[edge] === vertex ? edges.to[edge]! : edges.from[edge]!;
        return Math.atan2(lat[other]! - lat[vertex]!, lng[other]! - lng[vertex]!);
      };
      round = round.sort((a, b) => angle(a) - angle(b));
    }
    for (let i = 0; i < count; i++) {
      const before = round[i]!;
      const after = round[i + 1 === count ? 0 : i + 1]!;
      if (leftOf(before, vertex) === rightOf(after, vertex)) continue;
      const units = [leftOf(before, vertex), rightOf(after, vertex), rightOf(before, vertex), leftOf(after, vertex)];
      return conflict(coverage, units, { lng: lng[vertex]!, lat: lat[vertex]! });
    }
  }
  return null;
}

/** A connected group of edges that lies in a unit which does not leave room for it. */
function findBadNesting(coverage: Coverage, edges: Edges): Problem | null {
  const { from, to, left, right } = edges;
  const { lng, lat, vertexCount } = coverage;
  const parent = new Int32Array(vertexCount);
  for (let vertex = 0; vertex < vertexCount; vertex++) parent[vertex] = vertex;
  const rootOf = (vertex: number): number => {
    let root = vertex;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (let edge = 0; edge < edges.count; edge++) parent[rootOf(from[edge]!)] = rootOf(to[edge]!);

  const westmost = new Map<number, number>();
  for (let edge = 0; edge < edges.count; edge++) {
    const vertex = lng[from[edge]!]! < lng[to[edge]!]! ? from[edge]! : to[edge]!;
    const root = rootOf(vertex);
    const known = westmost.get(root);
    if (known === undefined || lng[vertex]! < lng[known]!) westmost.set(root, vertex);
  }
  if (westmost.size < 2) return null;

  let [south, north] = [Infinity, -Infinity];
  for (let edge = 0; edge < edges.count; edge++) {
    south = Math.min(south, lat[from[edge]!]!, lat[to[edge]!]!);
    north = Math.max(north, lat[from[edge]!]!, lat[to[edge]!]!);
  }
  const rowOf = (y: number): number => Math.min(NEST_ROWS - 1, Math.floor(((y - south) / (north - south)) * NEST_ROWS));
  const rows: number[][] = Array.from({ length: NEST_ROWS }, () => []);
  for (let edge = 0; edge < edges.count; edge++) {
    const [a, b] = [rowOf(lat[from[edge]!]!), rowOf(lat[to[edge]!]!)];
    for (let row = Math.min(a, b); row <= Math.max(a, b); row++) rows[row]!.push(edge);
  }

  for (const [root, vertex] of westmost) {
    let steepest = Infinity;
    let outside = -1;
    let inside = -1;
    let around = -1;
    for (const edge of rows[rowOf(lat[vertex]!)]!) {
      const [a, b] = [from[edge]!, to[edge]!];
      if (rootOf(a) === root) {
        if (a !== vertex && b !== vertex) continue;
        // All edges go east from the westmost vertex; the one nearest to north has the outside on its left.
        const other = a === vertex ? b : a;
        const heading = Math.atan2(lng[other]! - lng[vertex]!, lat[other]! - lat[vertex]!);
        if (heading >= steepest) continue;
        steepest = heading;
        outside = a === vertex ? left[edge]! : right[edge]!;
        inside = a === vertex ? right[edge]! : left[edge]!;
      } else if (lat[a]! > lat[vertex]! !== lat[b]! > lat[vertex]!) {
        const [low, high] = lat[a]! < lat[b]! ? [a, b] : [b, a];
        if (turn(coverage, low, high, vertex) >= 0) continue;
        around += low === a ? right[edge]! - left[edge]! : left[edge]! - right[edge]!;
      }
    }
    if (around !== outside)
      return conflict(coverage, [around, outside, inside], { lng: lng[vertex]!, lat: lat[vertex]! });
  }
  return null;
}

/**
 * Whether the edges part the plane as they claim to: none cross, around every vertex the units follow one another, and what lies
 * inside a unit lies in a hole of it. Then every place belongs to one unit or none.
 * @returns the first fault found: overlappingUnits, or invalidRing where only one unit is involved; null: none
 */
export function checkCoverage(coverage: Coverage, edges: Edges): Problem | null {
  return findCrossing(coverage, edges) ?? findTornVertex(coverage, edges) ?? findBadNesting(coverage, edges);
}
