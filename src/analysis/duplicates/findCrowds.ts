import type { DuplicateColumns } from './duplicateColumns';

/** More records than these that agree in this say that a place (a unit's middle, a masked point), a number or a text stands for many. */
export const CROWD_SIZE = 8;
const DAY_MIN = 24 * 60;

/** Many records that share what would make two of them look like one. They are told, not paired with each other. */
export interface Crowd {
  readonly reason: 'place' | 'number' | 'text';
  readonly slots: readonly number[];
}

/** Slots by what they share, ascending in each group; null shares nothing. Simulated records are left out. */
export function groupSlots<Key extends string | number>(
  columns: DuplicateColumns,
  keyOf: (slot: number) => Key | null,
  slots: readonly number[] = Array.from({ length: columns.count }, (_, slot) => slot),
): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const slot of slots) {
    const key = columns.simulated[slot] ? null : keyOf(slot);
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
 * Records of one day at exactly one place, where they are more than `CROWD_SIZE`.
 * @returns the crowds, and per slot 1 where it is in one
 */
export function findCrowds(columns: DuplicateColumns): { crowds: Crowd[]; isCrowded: Uint8Array } {
  const isCrowded = new Uint8Array(columns.count);
  const { lng, lat } = columns;
  const byLng = new Map<number, number>();
  for (let slot = 0; slot < columns.count; slot += 1) byLng.set(lng[slot]!, (byLng.get(lng[slot]!) ?? 0) + 1);
  const places = groupSlots(columns, (slot) =>
    Number.isNaN(lng[slot]!) || byLng.get(lng[slot]!)! <= CROWD_SIZE ? null : `${lng[slot]} ${lat[slot]}`,
  );
  const crowds: Crowd[] = [];
  for (const together of places.values()) {
    if (together.length <= CROWD_SIZE) continue;
    for (const slots of groupSlots(columns, (slot) => dayOf(columns, slot), together).values()) {
      if (slots.length <= CROWD_SIZE) continue;
      crowds.push({ reason: 'place', slots });
      for (const slot of slots) isCrowded[slot] = 1;
    }
  }
  return { crowds, isCrowded };
}
