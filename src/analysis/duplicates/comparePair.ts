import { edgeLengthM } from '../../geo/ellipsoid';
import type { DuplicateColumns } from './duplicateColumns';

/** How far apart two records may be and still look like one. */
export interface DuplicateLimits {
  /** Metres between two exact positions. */
  readonly radiusM: number;
  /** A position's accuracy widens the radius by no more than this: one that is known to the commune only would fit everything. */
  readonly widestAccuracyM: number;
  /** Minutes between two spans of time; 0 where one of them is a day alone. */
  readonly windowMin: number;
}

export const DUPLICATE_LIMITS: DuplicateLimits = { radiusM: 100, widestAccuracyM: 1_000, windowMin: 180 };

/** By how much the accuracy of a position widens the radius, metres. */
export function reachOf(columns: DuplicateColumns, slot: number, { widestAccuracyM }: DuplicateLimits): number {
  const accuracyM = columns.accuracyM[slot]!;
  return accuracyM > 0 ? Math.min(accuracyM, widestAccuracyM) : 0;
}

/** Minutes between the spans of two records; 0 where they touch, NaN where a time is not known. */
export function gapMinutes(columns: DuplicateColumns, a: number, b: number): number {
  const { fromMin, toMin } = columns;
  return Math.max(0, fromMin[a]! - toMin[b]!, fromMin[b]! - toMin[a]!);
}

/** Whether their times may be one: they overlap, or, where both are closer known than to the day, lie within the window. */
export function areTimesNear(columns: DuplicateColumns, a: number, b: number, { windowMin }: DuplicateLimits): boolean {
  const isDay = columns.isWholeDay[a] === 1 || columns.isWholeDay[b] === 1;
  return gapMinutes(columns, a, b) <= (isDay ? 0 : windowMin);
}

/** Metres between two records; NaN where a place is not known. */
export function distanceM(columns: DuplicateColumns, a: number, b: number): number {
  const { lng, lat } = columns;
  const isKnown = !Number.isNaN(lng[a]! + lat[a]! + lng[b]! + lat[b]!);
  return isKnown ? edgeLengthM(lng[a]!, lat[a]!, lng[b]!, lat[b]!) : NaN;
}

/** Whether their categories may be one: the same, or one is the category for whatever has none. */
export function areCategoriesNear(columns: DuplicateColumns, a: number, b: number, other: number): boolean {
  const { category } = columns;
  return category[a] === category[b] || category[a] === other || category[b] === other;
}

/** Whether the handling units may be one: the same, or one is not said. */
export function areUnitsNear(columns: DuplicateColumns, a: number, b: number): boolean {
  const { unit } = columns;
  return unit[a] === unit[b] || unit[a] === -1 || unit[b] === -1;
}

/** Same span and same telling summary: the same row once more. */
export function isSameStory(columns: DuplicateColumns, a: number, b: number): boolean {
  const { text, fromMin, toMin } = columns;
  return text[a] !== -1 && text[a] === text[b] && fromMin[a] === fromMin[b] && toMin[a] === toMin[b];
}
