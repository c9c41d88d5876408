import {
  areUnitsNear,
  DUPLICATE_LIMITS,
  type DuplicateLimits,
  distanceM,
  gapMinutes,
  isSameStory,
} from './duplicates/comparePair';
import { codeOf, type DuplicateColumns, NUMBER_KINDS } from './duplicates/duplicateColumns';
import { type Crowd, findCrowds } from './duplicates/findCrowds';
import { findNearPairs } from './duplicates/findNearPairs';
import { findNumberPairs } from './duplicates/findNumberPairs';
import { findTextPairs } from './duplicates/findTextPairs';

/** Why two records look like one: the clerk's own number; place, time and category; or the same words where a place is missing. */
export type DuplicateReason = 'number' | 'place' | 'text';
/**
 * `strong`: the same full number, or the same span and words. `fair`: a bare number, or close in place with overlapping times and one
 * category. `weak`: only because a position is inexact, hours lie between, or a category is not said.
 */
export const DUPLICATE_STRENGTHS = ['strong', 'fair', 'weak'] as const;
export type DuplicateStrength = (typeof DUPLICATE_STRENGTHS)[number];

export interface DuplicatePair {
  /** Slots of the columns, `a < b`. */
  readonly a: number;
  readonly b: number;
  readonly reason: DuplicateReason;
  readonly strength: DuplicateStrength;
  /** Metres; null where a place is not known. */
  readonly distanceM: number | null;
  /** Minutes between the spans, 0 where they touch. */
  readonly gapMin: number;
}

export interface DuplicateOptions {
  readonly limits?: DuplicateLimits;
  /** Two records before this slot are not compared with each other: those that are in the register already. Default 0: all are. */
  readonly firstNew?: number;
  /** The records from `firstNew` on are the rows of one file, whose numbers run through. */
  readonly isOneSeries?: boolean;
  /** The most pairs that are given; the strongest and nearest are. */
  readonly mostPairs?: number;
}

export interface Duplicates {
  /** Strongest first, then nearest. */
  readonly pairs: readonly DuplicatePair[];
  /** Records that are too many to be duplicates by what they share. */
  readonly crowds: readonly Crowd[];
  /** There are more pairs than are given. */
  readonly isCut: boolean;
}

const MOST_PAIRS = 10_000;
const BARE = NUMBER_KINDS.indexOf('bare');

/**
 * Pairs of records that may be one case, within a set or between a register and what is new. Two records are a pair
 * - by number: see `isSameNumber`;
 * - by place: their distance is at most the radius plus what both accuracies allow, their spans of time overlap or lie within the
 *   window (a day alone: the same day), and their categories are the same or one is "other";
 * - by text: one has no place, and summary, day, time, category and unit agree.
 *
 * Simulated records are never a pair. More than `CROWD_SIZE` records of one day at exactly one place (a unit's middle, a
 * masked point) are told as a crowd; of them, only those with the same span and words are pairs.
 * @param columns  n records; lengths in metres, times in minutes of the local wall clock
 */
export function findDuplicates(columns: DuplicateColumns, options: DuplicateOptions = {}): Duplicates {
  const { limits = DUPLICATE_LIMITS, firstNew = 0, isOneSeries = false, mostPairs = MOST_PAIRS } = options;
  const other = codeOf(columns, 'category', 'other');
  const { crowds, isCrowded } = findCrowds(columns);
  const isLeftOut = isCrowded.map((crowded, slot) => crowded | columns.simulated[slot]!);
  const found = new Map<number, DuplicatePair>();
  const add = (a: number, b: number, reason: DuplicateReason, metres: number): void => {
    const key = a * columns.count + b;
    if (found.has(key)) return;
    const judged = { a, b, reason, distanceM: Number.isNaN(metres) ? null : metres, gapMin: gapMinutes(columns, a, b) };
    found.set(key, { ...judged, strength: strengthOf(columns, judged, limits) });
  };
  const numbers = findNumberPairs(columns, { firstNew, isOneSeries }, (a, b) =>
    add(a, b, 'number', distanceM(columns, a, b)),
  );
  const texts = findTextPairs(columns, { firstNew, other, limits, isCrowded }, (a, b) =>
    add(a, b, 'text', distanceM(columns, a, b)),
  );
  const isNearCut = findNearPairs(columns, { limits, firstNew, other, isLeftOut }, (a, b, metres) =>
    add(a, b, 'place', metres),
  );
  const pairs = [...found.values()].sort(byStrength);
  const newCrowds = [...crowds, ...numbers, ...texts].filter(({ slots }) => slots[slots.length - 1]! >= firstNew);
  return { pairs: pairs.slice(0, mostPairs), crowds: newCrowds, isCut: isNearCut || pairs.length > mostPairs };
}

function strengthOf(
  columns: DuplicateColumns,
  pair: Omit<DuplicatePair, 'strength'>,
  { radiusM }: DuplicateLimits,
): DuplicateStrength {
  const { a, b, reason, gapMin } = pair;
  if (isSameStory(columns, a, b) && areUnitsNear(columns, a, b)) return 'strong';
  if (reason === 'number') return columns.numberKind[a] === BARE ? 'fair' : 'strong';
  if (reason === 'text') return 'fair';
  const isClose = pair.distanceM !== null && pair.distanceM <= radiusM;
  return isClose && gapMin === 0 && columns.category[a] === columns.category[b] ? 'fair' : 'weak';
}

function byStrength(one: DuplicatePair, two: DuplicatePair): number {
  return (
    DUPLICATE_STRENGTHS.indexOf(one.strength) - DUPLICATE_STRENGTHS.indexOf(two.strength) ||
    (one.distanceM ?? Infinity) - (two.distanceM ?? Infinity) ||
    one.gapMin - two.gapMin ||
    one.a - two.a ||
    one.b - two.b
  );
}
