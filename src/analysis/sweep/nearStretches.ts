import type { FullSweepInstance } from './fullSweepInstance';

/**
 * For each stretch the others by how near they are, itself first.
 *
 * @param instance  checked
 * @param stretches  numbers of the stretches to be listed
 * @returns by number of stretch; empty for those that are not listed
 */
export function nearStretches(
  { placeCount, ends, modes, teams }: FullSweepInstance,
  stretches: readonly number[],
): number[][] {
  const lists: number[][] = Array.from({ length: ends.length / 2 }, () => []);
  const gaps = new Float64Array(ends.length / 2);
  const used = modes.filter((_, number) => teams.some(({ mode }) => mode === number));
  for (const stretch of stretches) {
    for (const other of stretches) {
      let gap = Number.POSITIVE_INFINITY;
      for (const { travel } of used)
        for (const from of [ends[2 * stretch]!, ends[2 * stretch + 1]!])
          for (const to of [ends[2 * other]!, ends[2 * other + 1]!])
            gap = Math.min(gap, travel[from * placeCount + to]!, travel[to * placeCount + from]!);
      gaps[other] = other === stretch ? -1 : gap;
    }
    lists[stretch] = stretches.toSorted((a, b) => (gaps[a] === gaps[b] ? a - b : gaps[a]! - gaps[b]!));
  }
  return lists;
}
