import {
  ACTIVITY_KINDS,
  type ActivityKind,
  type Cell,
  fail,
  type PlainDate,
  type Problem,
  type Result,
  rowNumber,
  succeed,
  type Table,
  type UnitCode,
  type WallClock,
} from '../../domain';
import { findActivityHeader, isComplete, readActivityKind } from './activityHeaders';
import type {
  ActivityDraft,
  ActivityField,
  ActivityReject,
  RecogniseActivitiesOptions,
  RecognisedActivities,
  RejectedActivity,
} from './activityTypes';
import { foldText } from './foldText';
import { makeUnitMatcher } from './matchUnits';
import { parseWhen } from './parseWhen';
import { maskPersonalNumbers } from './personalNumbers';
import { readNumber } from './readNumber';
import { cellText, isBlank } from './readRowPosition';

const MOST_COUNT = 1_000_000;
const LONGEST_NOTE = 10_000;
const TOTAL = /^(?:tong|cong|tong cong|tong so|total)\b/;

type Refused = { readonly reason: ActivityReject; readonly text: string };

/** A count of a cell: blank is none; null where it is no whole number of things. */
function readCount(cell: Cell): number | null {
  if (isBlank(cell)) return 0;
  const text = cellText(cell).replace(/\s*(?:cuộc|buổi|lượt|lần|hội nghị)$/iu, '');
  if (/^[-–—]$/.test(text)) return 0;
  const read = typeof cell === 'number' ? cell : readNumber(text);
  // "1.250" of a count is a thousand and more.
  const value = typeof read === 'number' ? read : (read?.grouped ?? read?.value ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 && value <= MOST_COUNT ? value : null;
}

function missingFields(fields: ReadonlySet<ActivityField>): ('day' | 'unit' | 'kind')[] {
  return [
    ...(fields.has('day') ? [] : ['day' as const]),
    ...(fields.has('unit') ? [] : ['unit' as const]),
    ...(isComplete(new Set([...fields, 'day', 'unit'])) ? [] : ['kind' as const]),
  ];
}

/** What a row counts, by kind; or why it does not say. */
function countsOf(cellOf: (field: ActivityField) => Cell): ReadonlyMap<ActivityKind, number> | Refused {
  const counts = new Map<ActivityKind, number>();
  for (const kind of ACTIVITY_KINDS) {
    const cell = cellOf(kind);
    const count = readCount(cell);
    if (count === null) return { reason: 'countUnreadable', text: cellText(cell) };
    if (count > 0) counts.set(kind, count);
  }
  const kindText = cellText(cellOf('kind'));
  if (counts.size > 0 && kindText === '') return counts;
  const countCell = cellOf('count');
  if (kindText === '') return isBlank(countCell) ? counts : { reason: 'kindMissing', text: cellText(countCell) };
  const kind = readActivityKind(kindText);
  if (!kind) return { reason: 'kindUnknown', text: kindText };
  // Where no number stands, a row tells of one.
  const count = isBlank(countCell) ? 1 : readCount(countCell);
  if (count === null) return { reason: 'countUnreadable', text: cellText(countCell) };
  if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return counts;
}

/**
 * Understands a user's table as activities that are counted per unit and day: with a column of kinds and one of counts, or with a column
 * per kind. Nothing is dropped silently: a row becomes one activity per kind, or is listed with its number and why it cannot.
 * @param table    rows as they were read; the header is looked for below titles
 * @param options  the day, after which nothing counts, and the units by which the file may name them
 * @problem missingActivityColumns  no day, no unit, or neither kinds nor a column of one
 */
export function recogniseActivities(
  table: Table,
  file: string,
  { today, editions }: RecogniseActivitiesOptions,
): Result<RecognisedActivities, Problem> {
  const header = findActivityHeader(table);
  const fields = header?.fields ?? new Map<number, ActivityField>();
  const headers = (table.rows[header?.index ?? 0] ?? []).map(cellText);
  if (!header || !isComplete(new Set(fields.values()))) {
    const found = headers.filter((text) => text !== '').slice(0, 30);
    return fail({ kind: 'missingActivityColumns', file, missing: missingFields(new Set(fields.values())), found });
  }
  const columnOf = new Map([...fields].map(([column, field]) => [field, column]));
  const unitOf = makeUnitMatcher(editions);
  const activities: ActivityDraft[] = [];
  const rejected: RejectedActivity[] = [];
  let [rows, emptyRows, totalRows, maskedNotes] = [0, 0, 0, 0];

  function readDay(cell: Cell): PlainDate | Refused {
    if (isBlank(cell)) return { reason: 'dayMissing', text: '' };
    const when = parseWhen(cell, `${today}T23:59` as WallClock);
    if (!when) return { reason: 'dayUnreadable', text: cellText(cell) };
    const day = when.from.slice(0, 10) as PlainDate;
    return day > today ? { reason: 'dayInFuture', text: cellText(cell) } : day;
  }
  function readUnit(cell: Cell, day: PlainDate): UnitCode | Refused {
    const text = cellText(cell);
    if (text === '') return { reason: 'unitMissing', text };
    const match = unitOf(text, day);
    if (typeof match === 'object') return match.code;
    return { reason: match === 'unknown' ? 'unitUnknown' : 'unitAmbiguous', text };
  }

  for (let i = header.index + 1; i < table.rows.length; i += 1) {
    const row = table.rows[i] ?? [];
    if (row.every(isBlank)) continue;
    const number = rowNumber(table, i);
    const cellOf = (field: ActivityField): Cell => {
      const column = columnOf.get(field);
      return column === undefined ? null : (row[column] ?? null);
    };
    rows += 1;
    const refuse = ({ reason, text }: Refused): void => {
      rejected.push({ row: number, reason, text: maskPersonalNumbers(text).text });
    };
    const isTotal = row.some((cell) => typeof cell === 'string' && TOTAL.test(foldText(cell)));
    const day = readDay(cellOf('day'));
    if (typeof day === 'object' && isTotal) {
      totalRows += 1;
      continue;
    }
    const counts = countsOf(cellOf);
    if (!('reason' in counts) && counts.size === 0) {
      emptyRows += 1;
      continue;
    }
    if (typeof day === 'object') {
      refuse(day);
      continue;
    }
    const unitCode = readUnit(cellOf('unit'), day);
    if (typeof unitCode === 'object') {
      refuse(unitCode);
      continue;
    }
    if ('reason' in counts) {
      refuse(counts);
      continue;
    }
    const masked = maskPersonalNumbers(cellText(cellOf('note')).normalize('NFC'));
    if (masked.count > 0) maskedNotes += 1;
    for (const [kind, count] of counts) {
      activities.push({ row: number, kind, on: day, unitCode, count, note: masked.text.slice(0, LONGEST_NOTE) });
    }
  }
  return succeed({
    activities,
    rejected,
    rows,
    emptyRows,
    totalRows,
    maskedNotes,
    columns: [...fields].map(([column, field]) => ({ header: headers[column] ?? '', field })),
    headerIndex: header.index,
  });
}
