import type { Coverage } from './coverage';
import type { Edges } from './matchEdges';

/** A run of edges with the same units on both sides. A closed one repeats its first vertex. */
export interface Chain {
  /** Vertex numbers; `left` lies left of this direction. */
  readonly vertices: Int32Array;
  readonly left: number;
  /** −1: no unit. */
  readonly right: number;
}

/** For every vertex: 1 where three or more units meet. */
function findJunctions(vertexCount: number, edges: Edges): Uint8Array {
  const first = new Int32Array(vertexCount).fill(-1);
  const second = new Int32Array(vertexCount).fill(-1);
  const isJunction = new Uint8Array(vertexCount);
  const touch = (vertex: number, unit: number): void => {
    if (unit < 0 || first[vertex] === unit || second[vertex] === unit) return;
    if (first[vertex]! < 0) first[vertex] = unit;
    else if (second[vertex]! < 0) second[vertex] = unit;
    else isJunction[vertex] = 1;
  };
  for (let edge = 0; edge < edges.count; edge++) {
    const left = edges.left[edge]!;
    const right = edges.right[edge]!;
    touch(edges.from[edge]!, left);
    touch(edges.from[edge]!, right);
    touch(edges.to[edge]!, left);
    touch(edges.to[edge]!, right);
  }
  return isJunction;
}

/** Starts a closed chain at its westmost, then southmost vertex. */
function rotateRing(vertices: Int32Array, { lng, lat }: Coverage): void {
  const count = vertices.length - 1;
  let start = 0;
  for (let i = 1; i < count; i++) {
    const byLng = lng[vertices[i]!]! - lng[vertices[start]!]!;
    if (byLng < 0 || (byLng === 0 && lat[vertices[i]!]! < lat[vertices[start]!]!)) start = i;
  }
  const ring = vertices.slice(0, count);
  for (let i = 0; i <= count; i++) vertices[i] = ring[(start + i) % count]!;
}

/**
 * Joins edges to chains. A chain ends where three units meet, or where other edges of its kind branch off.
 * @param kind  `shared`: edges between two units; `outer`: edges of one unit, which then lies left
 * @param comesFirst  whether a unit (by number) is to lie left of another; decides the direction
 */
export function traceChains(
  coverage: Coverage,
  edges: Edges,
  kind: 'shared' | 'outer',
  comesFirst: (unit: number, other: number) => boolean,
): Chain[] {
  const { from, to, left, right } = edges;
  const isWanted = (edge: number): boolean => (left[edge]! >= 0 && right[edge]! >= 0) === (kind === 'shared');
  const { vertexCount } = coverage;
  const degree = new Uint8Array(vertexCount);
  const edgeA = new Int32Array(vertexCount);
  const edgeB = new Int32Array(vertexCount);
  const attach = (vertex: number, edge: number): void => {
    const count = degree[vertex]!;
    if (count === 0) edgeA[vertex] = edge;
    else if (count === 1) edgeB[vertex] = edge;
    if (count < 255) degree[vertex] = count + 1;
  };
  for (let edge = 0; edge < edges.count; edge++) {
    if (!isWanted(edge)) continue;
    attach(from[edge]!, edge);
    attach(to[edge]!, edge);
  }
  const isEnd = findJunctions(vertexCount, edges);
  const leftOf = (edge: number, start: number): number => (from[edge] === start ? left[edge]! : right[edge]!);
  const rightOf = (edge: number, start: number): number => (from[edge] === start ? right[edge]! : left[edge]!);
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if (degree[vertex] === 0) continue;
    const a = edgeA[vertex]!;
    const b = edgeB[vertex]!;
    const goesOn =
      degree[vertex] === 2 && leftOf(a, vertex) === rightOf(b, vertex) && rightOf(a, vertex) === leftOf(b, vertex);
    if (!goesOn || (kind === 'outer' && degree[vertex] !== 2)) isEnd[vertex] = 1;
    else if (kind === 'outer') isEnd[vertex] = 0;
  }

  const isDone = new Uint8Array(edges.count);
  const walked: number[] = [];
  const walk = (firstEdge: number, start: number): Chain => {
    let unitLeft = leftOf(firstEdge, start);
    let unitRight = rightOf(firstEdge, start);
    walked.length = 0;
    walked.push(start);
    let edge = firstEdge;
    let vertex = start;
    for (;;) {
      isDone[edge] = 1;
      vertex = from[edge] === vertex ? to[edge]! : from[edge]!;
      walked.push(vertex);
      if (isEnd[vertex] || vertex === start) break;
      edge = edgeA[vertex] === edge ? edgeB[vertex]! : edgeA[vertex]!;
    }
    const vertices = Int32Array.from(walked);
    const isTurned = kind === 'outer' ? unitLeft < 0 : !comesFirst(unitLeft, unitRight);
    if (isTurned) {
      vertices.reverse();
      [unitLeft, unitRight] = [unitRight, unitLeft];
    }
    if (vertex === start && !isEnd[start]) rotateRing(vertices, coverage);
    return { vertices, left: unitLeft, right: unitRight };
  };

  const chains: Chain[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (isDone[edge] || !isWanted(edge)) continue;
    if (isEnd[from[edge]!]) chains.push(walk(edge, from[edge]!));
    else if (isEnd[to[edge]!]) chains.push(walk(edge, to[edge]!));
  }
  for (let edge = 0; edge < edges.count; edge++)
    if (!isDone[edge] && isWanted(edge)) chains.push(walk(edge, from[edge]!));
  return chains;
}
