import { areCategoriesNear, areTimesNear, areUnitsNear, type DuplicateLimits, isSameStory } from './comparePair';
import type { DuplicateColumns } from './duplicateColumns';
import { CROWD_SIZE, type Crowd, dayOf, groupSlots } from './findCrowds';

/** More days than a calendar of four digits has. */
const DAYS = 4_000_000;

/** Whether two records of which one has no place are one by their words: same summary and day, near in time and category, units that may be one. */
export function isSameText(
  columns: DuplicateColumns,
  [a, b]: readonly [number, number],
  limits: DuplicateLimits,
  other: number,
): boolean {
  const { text, lng } = columns;
  return (
    text[a] !== -1 &&
    text[a] === text[b] &&
    (Number.isNaN(lng[a]!) || Number.isNaN(lng[b]!)) &&
    dayOf(columns, a) === dayOf(columns, b) &&
    areTimesNear(columns, a, b, limits) &&
    areCategoriesNear(columns, a, b, other) &&
    areUnitsNear(columns, a, b)
  );
}

/**
 * Pairs that their words tell, where their places cannot: one has none, or both are in a crowd.
 * @param isCrowded  per slot 1 where its place stands for many
 * @returns texts that so many records of a day share that they say nothing
 */
export function findTextPairs(
  columns: DuplicateColumns,
  {
    firstNew,
    other,
    limits,
    isCrowded,
  }: {
    readonly firstNew: number;
    readonly other: number;
    readonly limits: DuplicateLimits;
    readonly isCrowded: Uint8Array;
  },
  onPair: (a: number, b: number) => void,
): Crowd[] {
  const crowds: Crowd[] = [];
  const { text, lng } = columns;
  const isUnplaced = (slot: number): boolean => isCrowded[slot] === 1 || Number.isNaN(lng[slot]!);
  const wanted = new Set<number>();
  for (let slot = 0; slot < columns.count; slot += 1) if (isUnplaced(slot)) wanted.add(text[slot]!);
  wanted.delete(-1);
  const groups = groupSlots(columns, (slot) =>
    wanted.has(text[slot]!) ? text[slot]! * DAYS + dayOf(columns, slot) : null,
  );
  for (const slots of groups.values()) {
    if (slots.length < 2 || slots[slots.length - 1]! < firstNew) continue;
    if (!slots.some(isUnplaced)) continue;
    if (slots.length > CROWD_SIZE) {
      crowds.push({ reason: 'text', slots });
      continue;
    }
    slots.forEach((a, i) => {
      for (const b of slots.slice(i + 1)) {
        if (b < firstNew) continue;
        const isTold = isSameText(columns, [a, b], limits, other);
        const isRepeated = isCrowded[a] && isCrowded[b] && isSamePlace(columns, a, b) && isSameStory(columns, a, b);
        if (isTold || isRepeated) onPair(a, b);
      }
    });
  }
  return crowds;
}

function isSamePlace({ lng, lat }: DuplicateColumns, a: number, b: number): boolean {
  return lng[a] === lng[b] && lat[a] === lat[b];
}
