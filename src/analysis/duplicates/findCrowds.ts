import type { DuplicateColumns } from './duplicateColumns';

/** More records than these that agree in this say that a place (a unit's middle, a masked point), a number or a text stands for many. */
export const CROWD_SIZE = 8;
const DAY_MIN = 24 * 60;

/** Many records that share what would make two of them look like one. They are told, not paired with each other. */
export interface Crowd {
  readonly reason: 'place' | 'number' | 'text';
  readonly slots: readonly number[];
}

/** Slots by what they share; −1 and NaN share nothing. */
export function groupSlots(
  columns: DuplicateColumns,
  keyOf: (slot: number) => string | number | null,
): Map<string | number, number[]> {
  const groups = new Map<string | number, number[]>();
  for (let slot = 0; slot < columns.count; slot += 1) {
    if (columns.simulated[slot]) continue;
    const key = keyOf(slot);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(slot);
    else groups.set(key, [slot]);
  }
  return groups;
}

/** The day that a record begins on, counted from 1970. */
export const dayOf = (columns: DuplicateColumns, slot: number): number => Math.floor(columns.fromMin[slot]! / DAY_MIN);

/**
 * Records of one category and day at exactly one place, where they are more than `CROWD_SIZE`.
 * @returns the crowds, and per slot 1 where it is in one
 */
export function findCrowds(columns: DuplicateColumns): { crowds: Crowd[]; isCrowded: Uint8Array } {
  const isCrowded = new Uint8Array(columns.count);
  const places = groupSlots(columns, (slot) =>
    Number.isNaN(columns.lng[slot]!) ? null : `${columns.lng[slot]} ${columns.lat[slot]}`,
  );
  const crowds: Crowd[] = [];
  for (const together of places.values()) {
    if (together.length <= CROWD_SIZE) continue;
    const byDay = new Map<string, number[]>();
    for (const slot of together) {
      const key = `${dayOf(columns, slot)} ${columns.category[slot]}`;
      const group = byDay.get(key);
      if (group) group.push(slot);
      else byDay.set(key, [slot]);
    }
    for (const slots of byDay.values()) {
      if (slots.length <= CROWD_SIZE) continue;
      crowds.push({ reason: 'place', slots });
      for (const slot of slots) isCrowded[slot] = 1;
    }
  }
  return { crowds, isCrowded };
}
