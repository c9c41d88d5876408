import type { RoadGraph } from './buildRoadGraph';

/** Metres from an edge's start to one of its members. */
export const alongEdgeM = (graph: RoadGraph, edge: number, member: number): number =>
  member === graph.edgeFirst[edge] ? 0 : graph.alongM[member]!;

/** Writes the position at a share of an edge's length. */
function pushPosition(graph: RoadGraph, edge: number, fraction: number, out: number[]): void {
  const { ways, edgeFirst, edgeLast, edgeLengthsM } = graph;
  const at = fraction * edgeLengthsM[edge]!;
  let low = edgeFirst[edge]!;
  let high = edgeLast[edge]!;
  if (fraction <= 0) high = low;
  else if (fraction >= 1) low = high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (graph.alongM[middle]! <= at) low = middle;
    else high = middle;
  }
  const [a, b] = [ways.members[low]!, ways.members[high]!];
  const from = alongEdgeM(graph, edge, low);
  const lengthM = low === high ? 0 : alongEdgeM(graph, edge, high) - from;
  const t = lengthM > 0 ? (at - from) / lengthM : 0;
  for (let axis = 0; axis < 2; axis++) {
    const start = ways.nodes[2 * a + axis]!;
    out.push(start + t * (ways.nodes[2 * b + axis]! - start));
  }
}

/**
 * Draws a stretch of an edge, in either direction.
 * @param span  shares of the edge's length where it starts and ends
 * @param out   `[lng0, lat0 …]` to which the positions are added; a start that repeats the last of them is left out
 */
export function drawEdge(
  graph: RoadGraph,
  edge: number,
  { span, out }: { span: readonly [number, number]; out: number[] },
): void {
  const { ways, edgeFirst, edgeLast, edgeLengthsM } = graph;
  const [from, to] = span;
  const before = out.length;
  pushPosition(graph, edge, from, out);
  if (before > 0 && out[before] === out[before - 2] && out[before + 1] === out[before - 1]) out.length = before;
  if (from === to) return;
  const step = from < to ? 1 : -1;
  const lengthM = edgeLengthsM[edge]!;
  const [low, high] = [Math.min(from, to) * lengthM, Math.max(from, to) * lengthM];
  for (
    let k = step > 0 ? edgeFirst[edge]! + 1 : edgeLast[edge]! - 1;
    k > edgeFirst[edge]! && k < edgeLast[edge]!;
    k += step
  ) {
    const at = graph.alongM[k]!;
    if (at <= low || at >= high) continue;
    out.push(ways.nodes[2 * ways.members[k]!]!, ways.nodes[2 * ways.members[k]! + 1]!);
  }
  pushPosition(graph, edge, to, out);
}
