import { arrival, leavesBack, tailOf } from './arrival';
import type { RoadGraph } from './buildRoadGraph';
import { drawEdge } from './edgeCourse';
import { type RoadPoint, type RoadWorkspace, shortestPaths } from './shortestPaths';
import type { TravelCosts } from './travelCosts';

/** A way through a network. */
export interface RoadPath {
  readonly seconds: number;
  readonly metres: number;
  /** The arcs in turn, the first and the last used in part. */
  readonly arcs: Uint32Array<ArrayBuffer>;
  /** `[lng0, lat0 …]` from the first point to the last, with every bend of the ways. */
  readonly positions: Float64Array<ArrayBuffer>;
}

/** A piece of a way: an arc, and shares of its edge's length where it starts and ends. */
export interface PathPiece {
  readonly arc: number;
  readonly start: number;
  readonly end: number;
}

/** The share of its edge at which an arc ends. */
const endOf = (arc: number): number => (arc % 2 === 0 ? 1 : 0);

/**
 * Reads the pieces of a way out of a search.
 * @param found  a search from `from` that has settled `to`
 * @returns the pieces in turn; null where `to` is not reached
 */
export function piecesTo(
  graph: RoadGraph,
  costs: TravelCosts,
  { found, from, to }: { readonly found: RoadWorkspace; readonly from: RoadPoint; readonly to: RoadPoint },
): PathPiece[] | null {
  const last = arrival(graph, costs, { found, from, to });
  if (!(last.seconds < Infinity)) return null;
  const lastArc = 2 * to.edge + last.isBack;
  if (last.isDirect) return [{ arc: lastArc, start: from.fraction, end: to.fraction }];
  const pieces: PathPiece[] = [{ arc: lastArc, start: 1 - endOf(lastArc), end: to.fraction }];
  let node = last.isBack ? graph.edgeTo[to.edge]! : graph.edgeFrom[to.edge]!;
  for (let row = found.reachedBy[node]!; row >= 0; row = found.reachedBy[node]!) {
    const arc = costs.arcs[row]!;
    pieces.push({ arc, start: 1 - endOf(arc), end: endOf(arc) });
    node = tailOf(graph, costs, row);
  }
  const arc = 2 * from.edge + leavesBack(graph, costs, from, node);
  pieces.push({ arc, start: from.fraction, end: endOf(arc) });
  return pieces.reverse();
}

/**
 * Draws pieces that follow each other, and adds up what they take.
 * @param pieces  at least one
 */
export function joinPieces(graph: RoadGraph, costs: TravelCosts, pieces: readonly PathPiece[]): RoadPath {
  const arcs: number[] = [];
  const out: number[] = [];
  let [seconds, metres] = [0, 0];
  const travelled = pieces.filter(({ start, end }) => start !== end);
  for (const { arc, start, end } of travelled.length > 0 ? travelled : pieces.slice(0, 1)) {
    const share = Math.abs(end - start);
    if (share > 0) {
      seconds += share * costs.seconds[arc]!;
      metres += share * graph.edgeLengthsM[arc >> 1]!;
      // A piece that carries on the one before is the same arc of the way.
      if (arcs[arcs.length - 1] !== arc || start === 1 - endOf(arc)) arcs.push(arc);
    }
    drawEdge(graph, arc >> 1, { span: [start, end], out });
  }
  return { seconds, metres, arcs: Uint32Array.from(arcs), positions: Float64Array.from(out) };
}

/**
 * The quickest way between two points of a network, for drawing and for a list of streets (`graph.edgeWays[arc >> 1]`).
 * @param graph  the network
 * @param costs  what its arcs cost
 * @param from, to   points on it, inside an edge too
 * @param workspace  room to work in, made by `makeRoadWorkspace(costs)`
 * @returns seconds and metres of the way, its arcs and its course; null where there is none
 */
export function pathBetween(
  graph: RoadGraph,
  costs: TravelCosts,
  { from, to, workspace }: { readonly from: RoadPoint; readonly to: RoadPoint; readonly workspace?: RoadWorkspace },
): RoadPath | null {
  const found = shortestPaths(graph, costs, from, { to: [to], ...(workspace ? { workspace } : {}) });
  const pieces = piecesTo(graph, costs, { found, from, to });
  return pieces && joinPieces(graph, costs, pieces);
}
