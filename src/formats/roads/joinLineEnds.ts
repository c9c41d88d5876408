import type { LineNet } from './lineNet';
import { Insertions, segmentsOf } from './lineSegments';
import { makeSegmentGrid, nearestOn } from './segmentGrid';

/**
 * Joins ends of lines that touch another line: at a point of it where there is one within the tolerance, else inside. Lines that only
 * cross stay apart, since one may be a bridge.
 * @returns the net, with how many ends were put to a point of another line and how many into its inside
 */
export function joinLineEnds(
  net: LineNet,
  toleranceM: number,
): { readonly net: LineNet; readonly merged: number; readonly inserted: number } {
  const { local, lines } = net;
  const ends = segmentsOf(lines);
  const grid = makeSegmentGrid(local, ends, toleranceM);
  const insertions = new Insertions();
  const standsFor = new Map<number, number>();
  const find = (node: number): number => {
    let stand = node;
    for (let next = standsFor.get(stand); next !== undefined; next = standsFor.get(stand)) stand = next;
    return stand;
  };
  const at = (node: number): readonly [number, number] => [local[2 * node]!, local[2 * node + 1]!];
  const isNear = (node: number, other: number): boolean =>
    Math.hypot(at(node)[0] - at(other)[0], at(node)[1] - at(other)[1]) <= toleranceM;
  let merged = 0;
  let inserted = 0;

  const joinEnd = (node: number): void => {
    let best = { segment: -1, share: 0, distanceSquared: toleranceM * toleranceM };
    for (const segment of grid.cells.get(grid.keyOf(...at(node))) ?? []) {
      const [from, to] = [ends[2 * segment]!, ends[2 * segment + 1]!];
      if (find(from) === node || find(to) === node) continue;
      const near = nearestOn(at(node), at(from), at(to));
      if (near.distanceSquared <= best.distanceSquared) best = { segment, ...near };
    }
    if (best.segment < 0) return;
    const [from, to] = [ends[2 * best.segment]!, ends[2 * best.segment + 1]!];
    const corner = isNear(node, from) ? from : isNear(node, to) ? to : -1;
    if (corner >= 0) {
      standsFor.set(node, find(corner));
      merged += 1;
    } else {
      insertions.add(best.segment, best.share, node);
      inserted += 1;
    }
  };

  const seen = new Set<number>();
  for (const { nodes } of lines)
    for (const node of [nodes[0], nodes.at(-1)]) {
      if (node === undefined || nodes.length < 2 || seen.has(node)) continue;
      seen.add(node);
      joinEnd(node);
    }
  const joined = insertions.applyTo(lines).map(({ facts, nodes }) => ({ facts, nodes: nodes.map(find) }));
  return { net: { local, lines: joined }, merged, inserted };
}
