import type { Cell, WallClock } from '../../domain';
import { parseTime } from './parseTime';
import { parseWhen } from './parseWhen';
import { cellText, isBlank } from './readRowPosition';
import type { RejectReason } from './types';
import { addDays, clock, type When, withTime } from './wallSpan';

export interface RowWhen {
  readonly from: WallClock;
  readonly to: WallClock;
  readonly isConverted: boolean;
  readonly isYearAssumed: boolean;
}
export interface BadWhen {
  readonly reason: RejectReason;
  readonly text: string;
}

function setTime(when: When, time: Cell): When | BadWhen {
  if (isBlank(time) || !when.isWholeDay) return when;
  const span = parseTime(time);
  return span ? withTime(when, span) : { reason: 'unreadableTime', text: cellText(time) };
}

/** The end that a row gives apart: a day, a day and a time, or a time only, which is of the beginning's day or the morning after. */
function readEnd(
  when: When,
  { dateTo, timeTo }: { readonly dateTo: Cell; readonly timeTo: Cell },
  now: WallClock,
): WallClock | BadWhen {
  const endDay = isBlank(dateTo) ? null : parseWhen(dateTo, now);
  const hasTimeOnly = endDay === null && !isBlank(dateTo) && isBlank(timeTo);
  const timeCell = hasTimeOnly ? dateTo : timeTo;
  const time = isBlank(timeCell) ? null : parseTime(timeCell);
  if (!endDay && !isBlank(dateTo) && !(hasTimeOnly && time))
    return { reason: 'unreadableDate', text: cellText(dateTo) };
  if (!time && !isBlank(timeCell)) return { reason: 'unreadableTime', text: cellText(timeCell) };
  if (endDay) return time && endDay.isWholeDay ? withTime(endDay, time).to : endDay.to;
  if (!time) return when.to;
  const day = when.from.slice(0, 10);
  const sameDay = clock(day, time.to);
  return sameDay < when.from ? clock(addDays(day, 1), time.to) : sameDay;
}

/**
 * When a row says that it happened, from its date, its time where that stands apart, and its end where it has one.
 * @param now  Vietnam's wall clock; what begins later is refused
 */
export function readRowWhen(
  cells: { readonly date: Cell; readonly time: Cell; readonly dateTo: Cell; readonly timeTo: Cell },
  now: WallClock,
): RowWhen | BadWhen {
  if (isBlank(cells.date)) return { reason: 'missingDate', text: cellText(cells.time) };
  const day = parseWhen(cells.date, now);
  if (!day) return { reason: 'unreadableDate', text: cellText(cells.date) };
  const when = setTime(day, cells.time);
  if ('reason' in when) return when;
  const to = readEnd(when, cells, now);
  if (typeof to === 'object') return to;
  if (to < when.from) return { reason: 'endsBeforeStart', text: `${cellText(cells.date)} – ${cellText(cells.dateTo)}` };
  if (when.from > now) return { reason: 'futureDate', text: cellText(cells.date) };
  return { from: when.from, to, isConverted: when.isConverted, isYearAssumed: day.isYearAssumed };
}
