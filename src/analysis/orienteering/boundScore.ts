import type { PreparedInstance } from './prepareInstance';

/**
 * A score that no plan can exceed: all groups of stops in reach at their best, or as much of them as the teams' time buys when each visit
 * takes at least its service and half of the shortest ways to and from it.
 * @returns the lesser of both
 */
export function boundScore(problem: PreparedInstance): number {
  const { stopCount, teamCount, groupCount, groupOf, eligible, scores } = problem;
  const best = new Float64Array(groupCount);
  const least = new Float64Array(groupCount).fill(Infinity);
  const shortest = problem.legs.map((_, mode) => halfWays(problem, mode));
  let budget = 0;
  for (let r = 0; r < teamCount; r++) {
    const mode = problem.modeOf[r]!;
    const { half } = shortest[mode]!;
    for (let i = 0; i < stopCount; i++) {
      if (!eligible[r * stopCount + i]) continue;
      best[groupOf[i]!] = Math.max(best[groupOf[i]!]!, scores[r * stopCount + i]!);
      least[groupOf[i]!] = Math.min(least[groupOf[i]!]!, half[i]! + problem.services[mode]![i]!);
    }
    const time = Math.min(problem.teamCloses[r]! - problem.teamOpens[r]!, problem.maxDuration[r]!);
    budget += Math.max(0, time - half[problem.startNode[r]!]! - half[problem.endNode[r]!]!);
  }
  const inReach = [...best.keys()].filter((group) => best[group]! > 0);
  const sum = inReach.reduce((total, group) => total + best[group]!, 0);
  inReach.sort((a, b) => best[b]! * least[a]! - best[a]! * least[b]! || a - b);
  let bought = 0;
  for (const group of inReach) {
    const share = least[group]! > budget ? budget / least[group]! : 1;
    bought += share * best[group]!;
    budget -= share * least[group]!;
  }
  return Math.min(sum, bought * (1 + 1e-9));
}

/** Per node half of the shortest way to it and half of that from it, among those the windows allow; for ends of routes only what they need. */
function halfWays(problem: PreparedInstance, mode: number): { half: Float64Array } {
  const { stopCount, nodeCount, groupOf, opens, closes } = problem;
  const legs = problem.legs[mode]!;
  const services = problem.services[mode]!;
  const into = new Float64Array(nodeCount).fill(Infinity);
  const outOf = new Float64Array(nodeCount).fill(Infinity);
  for (let i = 0; i < nodeCount; i++)
    for (let j = 0; j < nodeCount; j++) {
      if (i >= stopCount && j >= stopCount) continue;
      if (
        i < stopCount &&
        j < stopCount &&
        (groupOf[i] === groupOf[j] || opens[i]! + legs[i * nodeCount + j]! > closes[j]!)
      )
        continue;
      const way = legs[i * nodeCount + j]! - (i < stopCount ? services[i]! : 0);
      if (way < outOf[i]!) outOf[i] = way;
      if (way < into[j]!) into[j] = way;
    }
  const half = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    // An end of routes may be a start only, or both: the lesser holds for either.
    const ways = i < stopCount ? into[i]! + outOf[i]! : Math.min(into[i]!, outOf[i]!);
    half[i] = ways < Infinity ? Math.max(0, ways / 2) : 0;
  }
  return { half };
}
