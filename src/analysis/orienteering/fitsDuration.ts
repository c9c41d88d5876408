import type { RouteState } from './routeState';

/**
 * Whether the route stays within its longest duration with a stop after node `at`, its visit starting between `opens` and `closes`; or as it is,
 * where `at` is −1.
 */
export function fitsDuration(
  state: RouteState,
  r: number,
  { at, stop, opens, closes }: { at: number; stop: number; opens: number; closes: number },
): boolean {
  const { problem, nodes } = state;
  const size = problem.nodeCount;
  const matrix = problem.legs[problem.modeOf[r]!]!;
  const first = r * state.width;
  const last = first + state.counts[r]! + 1;
  let time = problem.teamOpens[r]!;
  let waited = 0;
  // How much later the team could leave and still keep all windows and be back at the same time.
  let delay = Infinity;
  let from = nodes[first]!;
  for (let k = first; k < last; k++) {
    for (let isNew = k === at ? 1 : 0; isNew >= 0; isNew--) {
      const node = isNew ? stop : nodes[k + 1]!;
      time += matrix[from * size + node]!;
      from = node;
      if (node >= problem.stopCount) break;
      const opensAt = isNew ? opens : state.opens[node]!;
      if (time < opensAt) {
        waited += opensAt - time;
        time = opensAt;
      }
      delay = Math.min(delay, waited + (isNew ? closes : state.closes[node]!) - time);
    }
  }
  return time - problem.teamOpens[r]! - Math.min(delay, waited) <= problem.maxDuration[r]!;
}
