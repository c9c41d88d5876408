import type { LineNet } from './lineNet';
import { Insertions, segmentsOf } from './lineSegments';
import { makeSegmentGrid, nearestOn } from './segmentGrid';

/** Puts nodes into all segments of lines that pass within the tolerance, so that tracks along one road run through the same nodes. */
function passThroughNodes(net: LineNet, toleranceM: number): { lines: LineNet['lines']; inserted: number } {
  const { local, lines } = net;
  const ends = segmentsOf(lines);
  const grid = makeSegmentGrid(local, ends, toleranceM);
  const insertions = new Insertions();
  let inserted = 0;
  const at = (node: number): readonly [number, number] => [local[2 * node]!, local[2 * node + 1]!];
  for (let node = 0; node < local.length / 2; node++)
    for (const segment of grid.cells.get(grid.keyOf(...at(node))) ?? []) {
      const [from, to] = [ends[2 * segment]!, ends[2 * segment + 1]!];
      if (from === node || to === node) continue;
      const { share, distanceSquared } = nearestOn(at(node), at(from), at(to));
      if (distanceSquared > toleranceM * toleranceM || share <= 0 || share >= 1) continue;
      insertions.add(segment, share, node);
      inserted += 1;
    }
  return { lines: insertions.applyTo(lines), inserted };
}

/** Leaves out edges that an earlier line has, so that every edge stands once. */
function dropRepeated(lines: LineNet['lines'], nodeCount: number): { lines: LineNet['lines']; repeated: number } {
  const seen = new Set<number>();
  const once: LineNet['lines'] = [];
  let repeated = 0;
  for (const { facts, nodes } of lines) {
    let run: number[] = [];
    const close = (): void => {
      if (run.length >= 2) once.push({ facts, nodes: run });
      run = [];
    };
    for (let i = 1; i < nodes.length; i++) {
      const [from, to] = [nodes[i - 1]!, nodes[i]!];
      const key = Math.min(from, to) * nodeCount + Math.max(from, to);
      if (seen.has(key)) {
        repeated += 1;
        close();
        continue;
      }
      seen.add(key);
      if (run.length === 0) run.push(from);
      run.push(to);
    }
    close();
  }
  return { lines: once, repeated };
}

/** Where two segments cross inside of both: the shares of the way along each; null where they do not. */
function crossing(
  local: readonly number[],
  [a, b, c, d]: readonly [number, number, number, number],
): readonly [one: number, other: number] | null {
  if (a === c || a === d || b === c || b === d) return null;
  const [ax, ay, cx, cy] = [local[2 * a]!, local[2 * a + 1]!, local[2 * c]!, local[2 * c + 1]!];
  const [ux, uy] = [local[2 * b]! - ax, local[2 * b + 1]! - ay];
  const [vx, vy] = [local[2 * d]! - cx, local[2 * d + 1]! - cy];
  const turn = ux * vy - uy * vx;
  if (turn === 0) return null;
  const one = ((cx - ax) * vy - (cy - ay) * vx) / turn;
  const other = ((cx - ax) * uy - (cy - ay) * ux) / turn;
  return one > 0 && one < 1 && other > 0 && other < 1 ? [one, other] : null;
}

function joinCrossings({ local, lines }: LineNet): { net: LineNet; crossings: number } {
  const ends = segmentsOf(lines);
  const grid = makeSegmentGrid(local, ends, 0);
  const insertions = new Insertions();
  const added: number[] = [];
  for (const [key, segments] of grid.cells)
    for (let i = 0; i < segments.length; i++)
      for (let j = i + 1; j < segments.length; j++) {
        const [s, t] = [2 * segments[i]!, 2 * segments[j]!];
        const shares = crossing(local, [ends[s]!, ends[s + 1]!, ends[t]!, ends[t + 1]!]);
        if (!shares) continue;
        const [from, to] = [ends[s]!, ends[s + 1]!];
        const x = local[2 * from]! + shares[0] * (local[2 * to]! - local[2 * from]!);
        const y = local[2 * from + 1]! + shares[0] * (local[2 * to + 1]! - local[2 * from + 1]!);
        // A pair may share several cells: the one with the crossing tells it.
        if (grid.keyOf(x, y) !== key) continue;
        const node = (local.length + added.length) / 2;
        added.push(x, y);
        insertions.add(s / 2, shares[0], node);
        insertions.add(t / 2, shares[1], node);
      }
  return { net: { local: local.concat(added), lines: insertions.applyTo(lines) }, crossings: added.length / 2 };
}

/**
 * Makes one net of recorded tracks: tracks along the same road become one, and tracks that cross are joined there. A line moves by no
 * more than the tolerance.
 */
export function mergeTracks(
  net: LineNet,
  toleranceM: number,
): { readonly net: LineNet; readonly inserted: number; readonly crossings: number; readonly repeated: number } {
  const through = passThroughNodes(net, toleranceM);
  const once = dropRepeated(through.lines, net.local.length / 2);
  const crossed = joinCrossings({ local: net.local, lines: once.lines });
  return { ...crossed, inserted: through.inserted, repeated: once.repeated };
}
