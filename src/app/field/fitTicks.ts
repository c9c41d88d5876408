import type { StopList } from '../../formats/patrols/stopList';
import type { Tick } from '../../formats/patrols/tickReport';

/** Ticks at the stops of the list as it is now, and those whose stop is no more in it: they were made all the same. */
export interface FittedTicks {
  readonly placed: readonly Tick[];
  readonly stray: readonly Tick[];
}

/**
 * Finds the stops of what was ticked off in a list that may have changed since: the same place in the list if it is still the same task's, else
 * the first stop of that task that has no tick yet.
 */
export function fitTicks(stops: StopList['stops'], kept: readonly Tick[]): FittedTicks {
  const taken = new Set<number>();
  const take = (stop: number): boolean => stop >= 0 && !taken.has(stop) && taken.add(stop).has(stop);
  const placed: Tick[] = [];
  const moved: Tick[] = [];
  for (const tick of kept) (stops[tick.stop]?.key === tick.key && take(tick.stop) ? placed : moved).push(tick);
  const stray: Tick[] = [];
  for (const tick of moved) {
    const stop = stops.findIndex(({ key }, i) => key === tick.key && !taken.has(i));
    if (take(stop)) placed.push({ ...tick, stop });
    else stray.push(tick);
  }
  return { placed, stray };
}
