import type { RoadWays } from '../../domain';
import { edgeLengthM } from '../../geo/ellipsoid';
import { type LocalFrame, toLocal } from '../../geo/localFrame';
import { hilbertOrder } from './hilbertOrder';

/**
 * A travel network: edges, each a run of one way's nodes between two junctions, and two arcs per edge: arc `2e` runs along edge `e` as its way is
 * drawn, arc `2e + 1` against it. Nodes that only give a way its shape are no nodes here.
 */
export interface RoadGraph {
  readonly ways: RoadWays;
  /** About the middle of the network: the plane of `places`. */
  readonly frame: LocalFrame;
  /** `[x0, y0 …]` of `ways.nodes`, metres in `frame`. */
  readonly places: Float64Array<ArrayBuffer>;
  readonly nodeCount: number;
  /** Per node, its place in `ways.nodes`. */
  readonly wayNodes: Uint32Array<ArrayBuffer>;
  readonly edgeCount: number;
  readonly edgeFrom: Uint32Array<ArrayBuffer>;
  readonly edgeTo: Uint32Array<ArrayBuffer>;
  readonly edgeWays: Uint32Array<ArrayBuffer>;
  /** Edge `e` runs through `ways.members[edgeFirst[e]] … ways.members[edgeLast[e]]`. */
  readonly edgeFirst: Uint32Array<ArrayBuffer>;
  readonly edgeLast: Uint32Array<ArrayBuffer>;
  /** Per edge, metres on the ellipsoid. */
  readonly edgeLengthsM: Float64Array<ArrayBuffer>;
  /** Per member of `ways`, metres from the start of its edge; for a junction, from the start of the edge that ends there (0 at a way's start). */
  readonly alongM: Float64Array<ArrayBuffer>;
  /** The arcs that leave node `v` are `arcs[starts[v]] … arcs[starts[v + 1] - 1]`. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly arcs: Uint32Array<ArrayBuffer>;
}

function checkWays({ nodes, starts, members, classes, access, postedKmh }: RoadWays): void {
  const wayCount = starts.length - 1;
  if (wayCount < 0 || starts[0] !== 0 || starts[wayCount] !== members.length)
    throw new RangeError('the starts do not match the members');
  if (classes.length !== wayCount || access.length !== wayCount || postedKmh.length !== wayCount)
    throw new RangeError('columns of different lengths');
  for (let w = 0; w < wayCount; w++)
    if (starts[w + 1]! < starts[w]! + 2) throw new RangeError(`way ${w} has fewer than two nodes`);
  for (const node of members) if (2 * node + 1 >= nodes.length) throw new RangeError('a way names a node that is none');
  if (!nodes.every(Number.isFinite)) throw new RangeError('a node without a position');
}

/** The middle of the box of all nodes. */
function middleOf(nodes: Float64Array): LocalFrame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < nodes.length; i += 2) {
    west = Math.min(west, nodes[i]!);
    east = Math.max(east, nodes[i]!);
    south = Math.min(south, nodes[i + 1]!);
    north = Math.max(north, nodes[i + 1]!);
  }
  return nodes.length > 0 ? { lng: (west + east) / 2, lat: (south + north) / 2 } : { lng: 0, lat: 0 };
}

/** 1 for each node at which edges end: the ends of ways, and what ways pass more than once. */
function findJunctions({ nodes, starts, members }: RoadWays): Uint8Array {
  const passes = new Uint8Array(nodes.length / 2);
  for (const node of members) if (passes[node]! < 2) passes[node]!++;
  for (let w = 0; w + 1 < starts.length; w++) {
    passes[members[starts[w]!]!] = 2;
    passes[members[starts[w + 1]! - 1]!] = 2;
  }
  return passes.map((count) => (count > 1 ? 1 : 0));
}

function sortArcs(nodeCount: number, edgeFrom: Uint32Array, edgeTo: Uint32Array) {
  const starts = new Uint32Array(nodeCount + 1);
  for (let e = 0; e < edgeFrom.length; e++) {
    starts[edgeFrom[e]! + 1]!++;
    starts[edgeTo[e]! + 1]!++;
  }
  for (let v = 0; v < nodeCount; v++) starts[v + 1]! += starts[v]!;
  const next = starts.slice();
  const arcs = new Uint32Array(2 * edgeFrom.length);
  for (let e = 0; e < edgeFrom.length; e++) {
    arcs[next[edgeFrom[e]!]!++] = 2 * e;
    arcs[next[edgeTo[e]!]!++] = 2 * e + 1;
  }
  return { starts, arcs };
}

/**
 * Joins ways to a network in which ways can be found. Edges that run through nodes of no other way are one, however many bends they have.
 * @param ways  the ways, WGS 84 degrees; none at all make an empty network
 * @returns nodes along a space-filling curve, edges in the order of the ways, lengths in metres
 * @problem RangeError for columns that do not match, a way of fewer than two nodes, a member that is no node, a position that is not finite
 */
export function buildRoadGraph(ways: RoadWays): RoadGraph {
  checkWays(ways);
  const { nodes, starts: wayStarts, members } = ways;
  const frame = middleOf(nodes);
  const places = new Float64Array(toLocal(frame, nodes));
  const isJunction = findJunctions(ways);
  const junctions = new Uint32Array(isJunction.reduce((sum, is) => sum + is, 0));
  for (let i = 0, k = 0; i < isJunction.length; i++) if (isJunction[i] === 1) junctions[k++] = i;
  const wayNodes = hilbertOrder(places, junctions);
  const numberOf = new Uint32Array(isJunction.length);
  for (let v = 0; v < wayNodes.length; v++) numberOf[wayNodes[v]!] = v;

  let edgeCount = 1 - wayStarts.length;
  for (const node of members) edgeCount += isJunction[node]!;
  const edgeFrom = new Uint32Array(edgeCount);
  const edgeTo = new Uint32Array(edgeCount);
  const edgeWays = new Uint32Array(edgeCount);
  const edgeFirst = new Uint32Array(edgeCount);
  const edgeLast = new Uint32Array(edgeCount);
  const edgeLengthsM = new Float64Array(edgeCount);
  const alongM = new Float64Array(members.length);
  let e = 0;
  for (let w = 0; w + 1 < wayStarts.length; w++) {
    let first = wayStarts[w]!;
    let lengthM = 0;
    for (let k = first + 1; k < wayStarts[w + 1]!; k++) {
      const [a, b] = [2 * members[k - 1]!, 2 * members[k]!];
      lengthM += edgeLengthM(nodes[a]!, nodes[a + 1]!, nodes[b]!, nodes[b + 1]!);
      alongM[k] = lengthM;
      if (isJunction[members[k]!] === 0) continue;
      edgeFrom[e] = numberOf[members[first]!]!;
      edgeTo[e] = numberOf[members[k]!]!;
      edgeWays[e] = w;
      edgeFirst[e] = first;
      edgeLast[e] = k;
      edgeLengthsM[e++] = lengthM;
      first = k;
      lengthM = 0;
    }
  }
  return {
    ways,
    frame,
    places,
    nodeCount: wayNodes.length,
    wayNodes,
    edgeCount,
    edgeFrom,
    edgeTo,
    edgeWays,
    edgeFirst,
    edgeLast,
    edgeLengthsM,
    alongM,
    ...sortArcs(wayNodes.length, edgeFrom, edgeTo),
  };
}
