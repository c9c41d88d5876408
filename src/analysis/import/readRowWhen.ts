import type { Cell, WallClock } from '../../domain';
import { parseTime, parseWhen, type When, withTime } from './parseWhen';
import { cellText, isBlank } from './readRowPosition';
import type { RejectReason } from './types';

export interface RowWhen {
  readonly from: WallClock;
  readonly to: WallClock;
  readonly isConverted: boolean;
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

/**
 * When a row says that it happened, from its date, its time where that stands apart, and its end where it has one.
 * @param now  Vietnam's wall clock; what begins later is refused
 */
export function readRowWhen(
  cells: { readonly date: Cell; readonly time: Cell; readonly dateTo: Cell },
  now: WallClock,
): RowWhen | BadWhen {
  if (isBlank(cells.date)) return { reason: 'missingDate', text: cellText(cells.time) };
  const day = parseWhen(cells.date);
  if (!day) return { reason: 'unreadableDate', text: cellText(cells.date) };
  const when = setTime(day, cells.time);
  if ('reason' in when) return when;
  let { to } = when;
  if (!isBlank(cells.dateTo)) {
    const end = parseWhen(cells.dateTo);
    if (!end) return { reason: 'unreadableDate', text: cellText(cells.dateTo) };
    to = end.to;
    if (to < when.from)
      return { reason: 'endsBeforeStart', text: `${cellText(cells.date)} – ${cellText(cells.dateTo)}` };
  }
  if (when.from > now) return { reason: 'futureDate', text: cellText(cells.date) };
  return { from: when.from, to, isConverted: when.isConverted };
}
