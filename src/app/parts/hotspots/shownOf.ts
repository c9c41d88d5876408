import type { EditionInfo } from '../../../analysis/openEdition';
import type { HotspotResults } from '../../wiring/hotspotWish';
import type { HotspotOutcome } from '../../wiring/useHotspots';

/** What is on screen of an outcome: its value, or while a new one is computed the one before; and whose lines and units it is of. */
export function shownOf<V extends keyof HotspotResults>(
  outcome: HotspotOutcome<V>,
): { readonly value: NonNullable<HotspotResults[V]>; readonly info: EditionInfo } | null {
  const value = outcome.kind === 'done' ? outcome.value : outcome.kind === 'working' ? outcome.before : null;
  return value && 'info' in outcome && outcome.info ? { value, info: outcome.info } : null;
}
