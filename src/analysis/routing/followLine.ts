import { arrival } from './arrival';
import type { RoadGraph } from './buildRoadGraph';
import { type PathPiece, piecesTo } from './pathBetween';
import { makeRoadWorkspace, type RoadPoint, shortestPaths } from './shortestPaths';
import type { TravelCosts } from './travelCosts';

/** A place of a network that a line may be followed through. */
export interface Candidate {
  readonly point: RoadPoint;
  /** What it costs to be so far from the line. */
  readonly cost: number;
}

/** A chain of candidates, one for each layer that is passed. */
export interface Followed {
  readonly pieces: PathPiece[];
  /** The layers of the first and the last of them. */
  readonly firstLayer: number;
  readonly lastLayer: number;
  readonly from: RoadPoint;
  readonly to: RoadPoint;
}

/** How many layers with candidates ahead a way may go in one step; from the first it may go to the last, too. */
const LAYERS_AHEAD = 5;
/** What it costs to begin a layer late or end a layer early: more than any way. */
const SHORTENED = 1e9;

/** The best chain to a candidate: its cost, and the layer and candidate before, −1 where it begins here. */
interface Label {
  sum: number;
  layer: number;
  candidate: number;
}

/**
 * The cheapest way through candidates of layers in turn. Layers may be left out at a price: such as have no candidate that leads on, or only by a long way round; the first
 * and the last only where no way leads from or to them.
 * @param layers   candidates along the line
 * @param skipCost the price of a layer left out; those without candidates cost nothing
 * @returns null if there is no candidate at all
 * @source Viterbi 1967, IEEE Transactions on Information Theory 13; on road networks Newson and Krumm 2009
 */
export function followLine(
  graph: RoadGraph,
  costs: TravelCosts,
  layers: readonly (readonly Candidate[])[],
  { skipCost }: { readonly skipCost: number },
): Followed | null {
  const workspace = makeRoadWorkspace(costs);
  const filled = [...layers.keys()].filter((layer) => layers[layer]!.length > 0);
  const labels = filled.map((layer, t) =>
    layers[layer]!.map(({ cost }): Label => ({ sum: SHORTENED * t + cost, layer: -1, candidate: -1 })),
  );
  const candidatesOf = (each: number): readonly Candidate[] => layers[filled[each]!]!;
  /** Goes on from all candidates of a layer; whether anything ahead is reached. */
  const goOn = (t: number, withinSeconds: number): boolean => {
    const last = filled.length - 1;
    const ahead = [...filled.keys()].slice(t + 1, t + 1 + LAYERS_AHEAD);
    if (t === 0 && last > LAYERS_AHEAD) ahead.push(last);
    const targets = ahead.flatMap((each) => candidatesOf(each).map(({ point }) => point));
    let isOn = false;
    for (const [k, { point: from }] of candidatesOf(t).entries()) {
      const found = shortestPaths(graph, costs, from, { to: targets, withinSeconds, workspace });
      for (const each of ahead)
        for (const [i, { point: to, cost }] of candidatesOf(each).entries()) {
          const travelled = arrival(graph, costs, { found, from, to }).seconds;
          const sum = labels[t]![k]!.sum + travelled + skipCost * (each - t - 1) + cost;
          const label = labels[each]![i]!;
          isOn ||= travelled < Infinity;
          if (sum < label.sum) Object.assign(label, { sum, layer: t, candidate: k });
        }
    }
    return isOn;
  };
  // Longer ways than this are hardly ever worth it, and looking for candidates that no way leads to would take in the whole network.
  const usual = 3 * skipCost * LAYERS_AHEAD;
  for (let t = 0; t + 1 < filled.length; t++) if (t === 0 || !goOn(t, usual)) goOn(t, Infinity);
  let [layer, candidate, best] = [-1, -1, Infinity];
  for (const [t, own] of labels.entries())
    for (const [k, label] of own.entries()) {
      const sum = label.sum + SHORTENED * (filled.length - 1 - t);
      if (sum < best) [layer, candidate, best] = [t, k, sum];
    }
  if (layer < 0) return null;
  const lastLayer = filled[layer]!;
  const points: RoadPoint[] = [];
  let firstLayer = lastLayer;
  while (layer >= 0) {
    firstLayer = filled[layer]!;
    points.push(layers[firstLayer]![candidate]!.point);
    ({ layer, candidate } = labels[layer]![candidate]!);
  }
  points.reverse();
  const pieces: PathPiece[] = [{ arc: 2 * points[0]!.edge, start: points[0]!.fraction, end: points[0]!.fraction }];
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!];
    const found = shortestPaths(graph, costs, from, { to: [to], workspace });
    pieces.push(...(piecesTo(graph, costs, { found, from, to }) ?? []));
  }
  return { pieces, firstLayer, lastLayer, from: points[0]!, to: points[points.length - 1]! };
}
