import type { Tick } from '../../formats/patrols/tickReport';

const keyOf = (routeId: string): string => `giap-ranh-ticks-${routeId}`;

const isTick = (value: unknown): value is Tick =>
  typeof value === 'object' &&
  value !== null &&
  'stop' in value &&
  Number.isInteger(value.stop) &&
  'key' in value &&
  typeof value.key === 'string' &&
  'atMinute' in value &&
  Number.isInteger(value.atMinute);

/** What was ticked off of a list on this device. */
export function readKeptTicks(routeId: string): readonly Tick[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(routeId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isTick) : [];
  } catch {
    return [];
  }
}

/** Whether the browser kept them. */
export function keepTicks(routeId: string, ticks: readonly Tick[]): boolean {
  try {
    localStorage.setItem(keyOf(routeId), JSON.stringify(ticks));
    return true;
  } catch {
    return false;
  }
}
