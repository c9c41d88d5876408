import type { RoadGraph } from './buildRoadGraph';
import { partOf, type RoadPoint, type RoadWorkspace } from './shortestPaths';
import type { TravelCosts } from './travelCosts';

/** The last piece of a way to a point. */
export interface Arrival {
  readonly seconds: number;
  /** 0 along the point's edge, 1 against it. */
  readonly isBack: 0 | 1;
  /** Whether the way never leaves the edge it begins on. */
  readonly isDirect: boolean;
}

/**
 * How a point is reached after a search: by the first or the last node of its edge or, on the edge where the search began, straight on.
 * @param found  a search from `from` that has settled `to`
 */
export function arrival(
  graph: RoadGraph,
  costs: TravelCosts,
  { found, from, to }: { readonly found: RoadWorkspace; readonly from: RoadPoint; readonly to: RoadPoint },
): Arrival {
  const { edge, fraction } = to;
  const [alongCost, againstCost] = [costs.seconds[2 * edge]!, costs.seconds[2 * edge + 1]!];
  const along = found.seconds[graph.edgeFrom[edge]!]! + partOf(fraction, alongCost);
  const against = found.seconds[graph.edgeTo[edge]!]! + partOf(1 - fraction, againstCost);
  const isBack = against < along ? 1 : 0;
  const best: Arrival = { seconds: isBack ? against : along, isBack, isDirect: false };
  if (from.edge !== edge) return best;
  const ahead = fraction - from.fraction;
  const direct = ahead >= 0 ? partOf(ahead, alongCost) : partOf(-ahead, againstCost);
  return direct <= best.seconds ? { seconds: direct, isBack: ahead >= 0 ? 0 : 1, isDirect: true } : best;
}

/**
 * The node that an open arc leaves.
 * @param row  its place in the compressed rows of `costs`
 */
export function tailOf(graph: RoadGraph, costs: TravelCosts, row: number): number {
  const arc = costs.arcs[row]!;
  return arc % 2 === 0 ? graph.edgeFrom[arc >> 1]! : graph.edgeTo[arc >> 1]!;
}

/** Whether a search left the edge it began on against it, when a node is the first of all: 1 if so. */
export function leavesBack(graph: RoadGraph, costs: TravelCosts, { edge, fraction }: RoadPoint, node: number): 0 | 1 {
  const along = node === graph.edgeTo[edge] ? partOf(1 - fraction, costs.seconds[2 * edge]!) : Infinity;
  const against = node === graph.edgeFrom[edge] ? partOf(fraction, costs.seconds[2 * edge + 1]!) : Infinity;
  return against < along ? 1 : 0;
}
