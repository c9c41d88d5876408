import { fromLocal, toLocal } from '../../geo/localFrame';
import { alongEdgeM } from './edgeCourse';
import type { RoadIndex } from './indexRoads';
import { footOn, searchAround } from './segmentGrid';
import type { TravelCosts } from './travelCosts';
import type { RoadPoints } from './travelMatrix';

/** Where places come to lie on a network: columns of n. */
export interface RoadSnaps extends RoadPoints {
  readonly edges: Int32Array<ArrayBuffer>;
  readonly fractions: Float64Array<ArrayBuffer>;
  /** Metres from each place to its point on the network; Infinity where there is none. */
  readonly distancesM: Float64Array<ArrayBuffer>;
  /** `[lng0, lat0 …]` of the points; NaN where there is none. */
  readonly positions: Float64Array<ArrayBuffer>;
  /** 1 where the point is not part of the largest network that the mode goes round in: no way leads there, or none back. */
  readonly isIsland: Uint8Array<ArrayBuffer>;
  /** A nearer edge that was left because it is not part of the largest network, and its distance; −1 and NaN where none was. */
  readonly leftEdges: Int32Array<ArrayBuffer>;
  readonly leftDistancesM: Float64Array<ArrayBuffer>;
}

/** Shares within this of an edge's end are the end, so that a stop at a junction may set out in every direction. */
const AT_END_M = 0.001;

/** The nearest place of some edges so far. */
interface Nearest {
  distanceM: number;
  segment: number;
  share: number;
}

/** The share of an edge's length at a share of one of its segments. */
export function fractionAt({ graph, segmentEdges, segmentEnds }: RoadIndex, segment: number, share: number): number {
  const edge = segmentEdges[segment]!;
  const lengthM = graph.edgeLengthsM[edge]!;
  const start = alongEdgeM(graph, edge, segmentEnds[segment]! - 1);
  const alongM = start + share * (graph.alongM[segmentEnds[segment]!]! - start);
  if (alongM <= AT_END_M) return 0;
  return alongM >= lengthM - AT_END_M ? 1 : alongM / lengthM;
}

/**
 * Puts places onto the nearest way that a mode may use: on the way itself, not its nodes. Ways of the largest network that the mode
 * can go round in come first, however near another one is.
 * @param index      the network
 * @param positions  n places, WGS 84 degrees
 * @param costs      what the arcs cost the mode; closed ones are passed over
 * @param maxM       how far a way may be
 * @returns per place its edge, share and distance, and what nearer way was left; edge −1 where no way is within reach or the place is not known
 * @problem RangeError for a reach that is negative or NaN
 */
export function snapToRoads(
  index: RoadIndex,
  positions: Float64Array,
  { costs, maxM }: { readonly costs: TravelCosts; readonly maxM: number },
): RoadSnaps {
  if (!(maxM >= 0)) throw new RangeError('a reach that is none');
  const { graph, grid, segmentEdges } = index;
  const { strong, largestStrong } = costs.components;
  const count = positions.length / 2;
  const local = toLocal(graph.frame, positions);
  const feet = new Float64Array(2 * count).fill(NaN);
  const snaps: RoadSnaps = {
    edges: new Int32Array(count).fill(-1),
    fractions: new Float64Array(count),
    distancesM: new Float64Array(count).fill(Infinity),
    positions: new Float64Array(2 * count),
    isIsland: new Uint8Array(count),
    leftEdges: new Int32Array(count).fill(-1),
    leftDistancesM: new Float64Array(count).fill(NaN),
  };
  const isOpen = (edge: number): boolean =>
    costs.seconds[2 * edge]! < Infinity || costs.seconds[2 * edge + 1]! < Infinity;
  const isMain = (edge: number): boolean =>
    strong[graph.edgeFrom[edge]!] === largestStrong && strong[graph.edgeTo[edge]!] === largestStrong;
  for (let i = 0; i < count; i++) {
    const point = [local[2 * i]!, local[2 * i + 1]!] as const;
    if (!Number.isFinite(point[0]) || !Number.isFinite(point[1])) continue;
    const main: Nearest = { distanceM: Infinity, segment: -1, share: 0 };
    const any: Nearest = { distanceM: Infinity, segment: -1, share: 0 };
    const visit = (segment: number): number => {
      const edge = segmentEdges[segment]!;
      if (isOpen(edge)) {
        const { distanceM, share } = footOn(grid.segments, segment, point);
        if (distanceM <= maxM)
          for (const best of isMain(edge) ? [any, main] : [any]) {
            // Of equally near segments the first, whatever the order they are met in.
            if (distanceM > best.distanceM || (distanceM === best.distanceM && segment > best.segment)) continue;
            best.distanceM = distanceM;
            best.segment = segment;
            best.share = share;
          }
      }
      return Math.min(maxM, main.distanceM);
    };
    searchAround(grid, point, maxM, { visit });
    const chosen = main.segment >= 0 ? main : any;
    if (chosen.segment < 0) continue;
    snaps.edges[i] = segmentEdges[chosen.segment]!;
    snaps.fractions[i] = fractionAt(index, chosen.segment, chosen.share);
    snaps.distancesM[i] = chosen.distanceM;
    snaps.isIsland[i] = main.segment >= 0 ? 0 : 1;
    if (chosen === main && any.distanceM < main.distanceM) {
      snaps.leftEdges[i] = segmentEdges[any.segment]!;
      snaps.leftDistancesM[i] = any.distanceM;
    }
    for (let axis = 0; axis < 2; axis++) {
      const start = grid.segments[4 * chosen.segment + axis]!;
      feet[2 * i + axis] = start + chosen.share * (grid.segments[4 * chosen.segment + 2 + axis]! - start);
    }
  }
  snaps.positions.set(fromLocal(graph.frame, feet));
  return snaps;
}
