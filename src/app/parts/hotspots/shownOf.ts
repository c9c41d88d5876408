import type { HotspotResults } from '../../wiring/hotspotWish';
import type { HotspotOutcome } from '../../wiring/useHotspots';

/** What is on screen of an outcome: its value, or while a new one is computed the one before. */
export function shownOf<V extends keyof HotspotResults>(outcome: HotspotOutcome<V>): HotspotResults[V] | null {
  if (outcome.kind === 'done') return outcome.value;
  return outcome.kind === 'working' ? (outcome.before ?? null) : null;
}
