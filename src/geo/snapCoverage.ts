import type { Coverage } from './coverage';
import { latScaleSquared, lngScaleSquared } from './ellipsoid';
import type { NearMiss } from './findNearMisses';
import type { Edges } from './matchEdges';

function findRoot(parent: Int32Array, vertex: number): number {
  let root = vertex;
  while (parent[root] !== root) root = parent[root]!;
  parent[vertex] = root;
  return root;
}

/**
 * Joins what nearly meets: a vertex near an end of the edge becomes one with that end (the westmost, then southmost of them stays), any other is put into the
 * edge, which then bends to it.
 */
export function snapCoverage(coverage: Coverage, edges: Edges, misses: readonly NearMiss[], snapM: number): Coverage {
  const { lng, lat } = coverage;
  const parent = Int32Array.from({ length: coverage.vertexCount }, (_, vertex) => vertex);
  const comesFirst = (a: number, b: number): boolean => lng[a]! < lng[b]! || (lng[a] === lng[b] && lat[a]! < lat[b]!);
  const join = (a: number, b: number): void => {
    const [rootA, rootB] = [findRoot(parent, a), findRoot(parent, b)];
    if (rootA === rootB) return;
    if (comesFirst(rootA, rootB)) parent[rootB] = rootA;
    else parent[rootA] = rootB;
  };
  const isWithin = (a: number, b: number): boolean => {
    const dx = (lng[a]! - lng[b]!) * Math.sqrt(lngScaleSquared(lat[a]!));
    const dy = (lat[a]! - lat[b]!) * Math.sqrt(latScaleSquared(lat[a]!));
    return Math.hypot(dx, dy) <= snapM;
  };
  const inserted = new Map<string, { vertex: number; at: number }[]>();
  for (const { vertex, edge, at } of misses) {
    const from = edges.from[edge]!;
    const to = edges.to[edge]!;
    const end = at < 0.5 ? from : to;
    if (isWithin(vertex, end)) {
      join(vertex, end);
      continue;
    }
    const key = `${from},${to}`;
    inserted.set(key, [...(inserted.get(key) ?? []), { vertex, at }]);
  }
  for (const list of inserted.values()) list.sort((a, b) => a.at - b.at || (comesFirst(a.vertex, b.vertex) ? -1 : 1));

  const ringVertices: number[] = [];
  const ringStart = [0];
  const ringUnit: number[] = [];
  const ringLeft: number[] = [];
  for (let ring = 0; ring < coverage.ringUnit.length; ring++) {
    const begin = ringVertices.length;
    const add = (vertex: number): void => {
      const root = findRoot(parent, vertex);
      if (ringVertices.length === begin || ringVertices[ringVertices.length - 1] !== root) ringVertices.push(root);
    };
    const [start, end] = [coverage.ringStart[ring]!, coverage.ringStart[ring + 1]!];
    for (let i = start; i < end; i++) {
      const a = coverage.ringVertices[i]!;
      const b = coverage.ringVertices[i + 1 < end ? i + 1 : start]!;
      add(a);
      const between = inserted.get(`${Math.min(a, b)},${Math.max(a, b)}`) ?? [];
      for (const { vertex } of a < b ? between : [...between].reverse()) add(vertex);
    }
    while (ringVertices.length > begin + 1 && ringVertices[ringVertices.length - 1] === ringVertices[begin])
      ringVertices.pop();
    if (ringVertices.length - begin < 3) {
      ringVertices.length = begin;
      continue;
    }
    ringStart.push(ringVertices.length);
    ringUnit.push(coverage.ringUnit[ring]!);
    ringLeft.push(coverage.ringLeft[ring]!);
  }
  return {
    ...coverage,
    ringVertices: Int32Array.from(ringVertices),
    ringStart: Int32Array.from(ringStart),
    ringUnit: Int32Array.from(ringUnit),
    ringLeft: Uint8Array.from(ringLeft),
  };
}
