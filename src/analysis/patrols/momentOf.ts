import type { PlainDate, WallClock } from '../../domain';

const MINUTE_MS = 60_000;

/**
 * The wall clock so many minutes after the midnight that begins a day, before it where negative.
 * @param minute  minutes, rounded to whole ones
 */
export const momentOf = (on: PlainDate, minute: number): WallClock =>
  new Date(Date.parse(`${on}T00:00:00Z`) + Math.round(minute) * MINUTE_MS).toISOString().slice(0, 16) as WallClock;

/** The way back from `momentOf`. */
export const minuteOn = (on: PlainDate, moment: WallClock): number =>
  (Date.parse(`${moment}:00Z`) - Date.parse(`${on}T00:00:00Z`)) / MINUTE_MS;
