import type { PlainDate } from '../domain';

/**
 * The edition by which a day goes: the one in force; between two the one before; before all the first.
 * @param editions  with their days, both inclusive, null open; oldest first
 * @param day       `YYYY-MM-DD`, or a wall clock
 * @returns null where there are none
 */
export function editionOn<T extends { readonly validFrom: PlainDate | null; readonly validTo: PlainDate | null }>(
  editions: readonly T[],
  day: string,
): T | null {
  const date = day.slice(0, 10);
  return editions.findLast(({ validFrom }) => validFrom === null || validFrom <= date) ?? editions[0] ?? null;
}
