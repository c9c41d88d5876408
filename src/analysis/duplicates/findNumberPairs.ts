import { areUnitsNear, gapMinutes } from './comparePair';
import { type DuplicateColumns, NUMBER_KINDS } from './duplicateColumns';
import { CROWD_SIZE, type Crowd, groupSlots } from './findCrowds';

/** Bare numbers begin anew every year, in some offices every month: they count only for days as close as this. */
const BARE_NUMBER_MIN = 3 * 24 * 60;
const YEAR_MIN = 366 * 24 * 60;
const BARE = NUMBER_KINDS.indexOf('bare');
const DATED = NUMBER_KINDS.indexOf('dated');

const yearOf = (minutes: number): number =>
  Number.isNaN(minutes) ? minutes : new Date(minutes * 60_000).getUTCFullYear();

/**
 * Whether two records with the same number are one case by it. A number that names its year is, whenever it happened; another one
 * within the same calendar year; a bare one ("12") within the same file if its numbers run through, else within three days. Two
 * units may number alike, so with different handling units it never counts.
 */
export function isSameNumber(columns: DuplicateColumns, a: number, b: number, isOneSeries: boolean): boolean {
  if (columns.number[a] === -1 || columns.number[a] !== columns.number[b] || !areUnitsNear(columns, a, b)) return false;
  const kind = columns.numberKind[a];
  if (kind === DATED) return true;
  if (kind === BARE && !isOneSeries) return gapMinutes(columns, a, b) <= BARE_NUMBER_MIN;
  return yearOf(columns.fromMin[a]!) === yearOf(columns.fromMin[b]!);
}

/**
 * Pairs with the same number of the clerk's own.
 * @param firstNew  two records before this slot are not compared
 * @param isOneSeries  those from `firstNew` on come from one file, where a number is given once
 * @returns numbers that so many records bear that they say nothing
 */
export function findNumberPairs(
  columns: DuplicateColumns,
  { firstNew, isOneSeries }: { readonly firstNew: number; readonly isOneSeries: boolean },
  onPair: (a: number, b: number) => void,
): Crowd[] {
  const crowds: Crowd[] = [];
  for (const slots of groupSlots(columns, (slot) =>
    columns.number[slot] === -1 ? null : columns.number[slot]!,
  ).values()) {
    if (slots.length < 2 || slots[slots.length - 1]! < firstNew) continue;
    const isBare = columns.numberKind[slots[0]!] === BARE;
    if (slots.length > CROWD_SIZE && !isBare) {
      crowds.push({ reason: 'number', slots });
      continue;
    }
    const ordered = isBare ? slots.toSorted((a, b) => columns.fromMin[a]! - columns.fromMin[b]!) : slots;
    const isWhole = pairUp(columns, ordered, { firstNew, isOneSeries, isBare }, onPair);
    if (!isWhole) crowds.push({ reason: 'number', slots });
  }
  return crowds;
}

/** Pairs each slot with those after it. Returns whether none had too many for that. */
function pairUp(
  columns: DuplicateColumns,
  slots: readonly number[],
  {
    firstNew,
    isOneSeries,
    isBare,
  }: { readonly firstNew: number; readonly isOneSeries: boolean; readonly isBare: boolean },
  onPair: (a: number, b: number) => void,
): boolean {
  let isWhole = true;
  slots.forEach((a, i) => {
    for (let k = i + 1; k < slots.length; k += 1) {
      const b = slots[k]!;
      // Bare numbers are ordered by time, and there may be very many of one.
      if (isBare && columns.fromMin[b]! - columns.toMin[a]! > (isOneSeries ? YEAR_MIN : BARE_NUMBER_MIN)) break;
      if (a < firstNew && b < firstNew) continue;
      const areOfOneFile = isOneSeries && a >= firstNew && b >= firstNew;
      if (!isSameNumber(columns, a, b, areOfOneFile)) continue;
      if (k > i + CROWD_SIZE) {
        isWhole = false;
        break;
      }
      onPair(Math.min(a, b), Math.max(a, b));
    }
  });
  return isWhole;
}
