import { maskPersonalNumbers } from '../analysis/import/personalNumbers';
import {
  type ChangeSet,
  fail,
  type Incident,
  type PlainDate,
  type Problem,
  parsePlainDate,
  type Result,
  succeed,
  type WallClock,
} from '../domain';
import { updating } from './changeOf';

/**
 * What mends many records in one way: an end before its beginning changes places with it; day and month change places where that
 * brings a date of the future into the past; a day of report that cannot be is taken away, and so is a unit; numbers that
 * lead to a person are masked.
 */
export const MENDS = ['swapEnds', 'swapDayAndMonth', 'dropReportedOn', 'dropUnit', 'maskNumbers'] as const;
export type Mend = (typeof MENDS)[number];

/**
 * Mends records in one step; those that it cannot mend stay as they are.
 * @param now  the wall clock: what begins later is in the future
 * @problem nothingToMend  none of them can be mended so
 */
export function mendIncidents(
  { incidents }: { readonly incidents: readonly Incident[] },
  { mend, now }: { readonly mend: Mend; readonly now: WallClock },
): Result<ChangeSet, Problem> {
  const pairs = incidents.flatMap((incident): (readonly [Incident, Incident])[] => {
    const mended = WAYS[mend](incident, now);
    return mended ? [[incident, { ...incident, ...mended }]] : [];
  });
  return pairs.length === 0 ? fail({ kind: 'nothingToMend' }) : succeed({ incidents: updating(pairs) });
}

const WAYS: Readonly<Record<Mend, (incident: Incident, now: WallClock) => Partial<Incident> | null>> = {
  swapEnds: ({ occurred: { from, to } }) => (to < from ? { occurred: { from: to, to: from } } : null),
  swapDayAndMonth: ({ occurred: { from, to }, reportedOn }, now) => {
    const today = now.slice(0, 10) as PlainDate;
    const isReportLate = reportedOn !== null && reportedOn > today;
    const report = isReportLate ? swapped(reportedOn) : reportedOn;
    const [start, end] = from > now ? [swapped(from), swapped(to)] : [from, to];
    if (start === null || end === null || (isReportLate && report === null)) return null;
    if ((start === from && report === reportedOn) || start > now || end < start) return null;
    return report !== null && report > today ? null : { occurred: { from: start, to: end }, reportedOn: report };
  },
  dropReportedOn: ({ occurred: { from }, reportedOn }, now) => {
    const isImpossible = reportedOn !== null && (reportedOn < from.slice(0, 10) || reportedOn > now.slice(0, 10));
    return isImpossible ? { reportedOn: null } : null;
  },
  dropUnit: ({ unitCode }) => (unitCode === null ? null : { unitCode: null }),
  maskNumbers: ({ summary }) => {
    const { text, count } = maskPersonalNumbers(summary);
    return count === 0 ? null : { summary: text };
  },
};

/** 2024-12-05 → 2024-05-12, with the time as it was; null where the calendar has no such day. */
function swapped<Text extends WallClock | PlainDate>(text: Text): Text | null {
  const day = `${text.slice(0, 5)}${text.slice(8, 10)}-${text.slice(5, 7)}`;
  return parsePlainDate(day) === null ? null : (`${day}${text.slice(10)}` as Text);
}
