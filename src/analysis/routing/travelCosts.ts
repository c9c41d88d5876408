import {
  AGAINST,
  ALONG,
  BITS_PER_MODE,
  ROAD_CLASSES,
  TRAVEL_MODES,
  type TravelMode,
  type TravelSpeeds,
} from '../../domain';
import type { RoadGraph } from './buildRoadGraph';
import { DEFAULT_SPEEDS } from './defaultSpeeds';
import { type RoadComponents, roadComponents } from './roadComponents';

/** What the arcs of a network cost one mode, and its open arcs in compressed rows. */
export interface TravelCosts {
  readonly mode: TravelMode;
  /** Per arc (`2 · edge` along, `2 · edge + 1` against), Infinity where the mode may not go. */
  readonly seconds: Float64Array<ArrayBuffer>;
  /** The open arcs that leave node `v` stand at `starts[v] … starts[v + 1] - 1` of the next three. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly heads: Uint32Array<ArrayBuffer>;
  readonly arcs: Uint32Array<ArrayBuffer>;
  readonly weights: Float64Array<ArrayBuffer>;
  readonly components: RoadComponents;
}

const KMH_PER_MPS = 3.6;

/**
 * Lays the open arcs of a network into compressed rows.
 * @param seconds  per arc, Infinity where it is closed
 * @returns rows by the node that the arcs leave, in the order of `graph.arcs`
 */
export function openArcs(graph: RoadGraph, seconds: Float64Array) {
  const { nodeCount, edgeFrom, edgeTo } = graph;
  let count = 0;
  for (const each of seconds) if (each < Infinity) count++;
  const starts = new Uint32Array(nodeCount + 1);
  const heads = new Uint32Array(count);
  const arcs = new Uint32Array(count);
  const weights = new Float64Array(count);
  let k = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let i = graph.starts[v]!; i < graph.starts[v + 1]!; i++) {
      const arc = graph.arcs[i]!;
      if (!(seconds[arc]! < Infinity)) continue;
      heads[k] = arc % 2 === 0 ? edgeTo[arc >> 1]! : edgeFrom[arc >> 1]!;
      arcs[k] = arc;
      weights[k++] = seconds[arc]!;
    }
    starts[v + 1] = k;
  }
  return { starts, heads, arcs, weights };
}

/**
 * How long each arc takes: its length at the speed of its way's class, which a posted speed caps. The access of the way says whether
 * the mode may go along or against it.
 * @param graph   the network
 * @param mode    how the team travels
 * @param speeds  km/h per mode and class, 0 where the mode does not go; `DEFAULT_SPEEDS` unless given
 * @returns seconds per arc, the open arcs, and how they hang together
 * @problem RangeError for a speed that is negative or not finite
 */
export function travelCosts(
  graph: RoadGraph,
  { mode, speeds = DEFAULT_SPEEDS }: { readonly mode: TravelMode; readonly speeds?: TravelSpeeds },
): TravelCosts {
  const { ways, edgeCount, edgeWays, edgeLengthsM } = graph;
  const kmh = Float64Array.from(ROAD_CLASSES, (name) => speeds[mode][name]);
  if (!kmh.every((speed) => speed >= 0 && speed < Infinity)) throw new RangeError('a speed that is none');
  const shift = TRAVEL_MODES.indexOf(mode) * BITS_PER_MODE;
  const seconds = new Float64Array(2 * edgeCount).fill(Infinity);
  for (let e = 0; e < edgeCount; e++) {
    const way = edgeWays[e]!;
    const posted = ways.postedKmh[way]!;
    const speed = kmh[ways.classes[way]!] ?? 0;
    if (!(speed > 0)) continue;
    const lasts = (edgeLengthsM[e]! * KMH_PER_MPS) / (posted > 0 ? Math.min(posted, speed) : speed);
    const access = ways.access[way]! >> shift;
    if (access & ALONG) seconds[2 * e] = lasts;
    if (access & AGAINST) seconds[2 * e + 1] = lasts;
  }
  const open = openArcs(graph, seconds);
  return { mode, seconds, ...open, components: roadComponents(graph, open, seconds) };
}
