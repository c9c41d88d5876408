import type { RoadGraph } from './buildRoadGraph';
import { makeSegmentGrid, type SegmentGrid } from './segmentGrid';

/** The pieces of a network's edges by where they lie. */
export interface RoadIndex {
  readonly graph: RoadGraph;
  /** In the plane of `graph.frame`. */
  readonly grid: SegmentGrid;
  /** Per segment, its edge and the place in `ways.members` where it ends. */
  readonly segmentEdges: Uint32Array<ArrayBuffer>;
  readonly segmentEnds: Uint32Array<ArrayBuffer>;
}

/**
 * Makes a network searchable by place, for all modes.
 * @param graph  the network
 */
export function indexRoads(graph: RoadGraph): RoadIndex {
  const { ways, places, edgeCount, edgeFirst, edgeLast } = graph;
  let count = 0;
  for (let e = 0; e < edgeCount; e++) count += edgeLast[e]! - edgeFirst[e]!;
  const segments = new Float64Array(4 * count);
  const segmentEdges = new Uint32Array(count);
  const segmentEnds = new Uint32Array(count);
  let i = 0;
  for (let e = 0; e < edgeCount; e++)
    for (let k = edgeFirst[e]! + 1; k <= edgeLast[e]!; k++) {
      const [a, b] = [2 * ways.members[k - 1]!, 2 * ways.members[k]!];
      segments.set([places[a]!, places[a + 1]!, places[b]!, places[b + 1]!], 4 * i);
      segmentEdges[i] = e;
      segmentEnds[i++] = k;
    }
  return { graph, grid: makeSegmentGrid(segments), segmentEdges, segmentEnds };
}
