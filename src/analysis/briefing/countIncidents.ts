import type { UnitCode } from '../../domain';
import { locateUnsaid } from './locateUnsaid';
import { type MemberUnits, makeUnmappedCount, NO_MEMBER } from './memberUnits';
import { type Days, yearsBetween } from './periodBefore';
import { DAY_MIN, dayNumbers, describeDays, monthNumber, YEAR_MONTHS } from './reviewDays';
import type { NoLine } from './reviewFigures';
import type { ReviewSource } from './reviewSource';
import { addTo, type Cell, newCell, placeInCell } from './tally';
import type { UnitsOfIncidents } from './unitsOfIncidents';

/** Codes of units have five digits. */
const UNIT_CODES = 100_000;

/** What has no row among the lines, in the order of its rows. */
export const NO_LINE = ['outsideZones', 'noPosition'] as const satisfies readonly NoLine[];

const cells = (length: number): Cell[] => Array.from({ length }, newCell);
const codeText = (code: number): UnitCode => String(code).padStart(5, '0') as UnitCode;
const monthText = (month: number): string =>
  `${Math.floor(month / YEAR_MONTHS)}-${String((month % YEAR_MONTHS) + 1).padStart(2, '0')}`;

/**
 * Counts the incidents of a period and of the one before in one pass, by all that a review tells them by.
 * @param source   n incidents with their flags
 * @param options  rows of members, and the units of codes
 * @returns cells of each table: members, then `NO_MEMBER`; lines, then `NO_LINE`; categories; months
 */
export function countIncidents(
  source: ReviewSource,
  {
    period,
    before,
    units,
    members,
  }: {
    readonly period: Days;
    readonly before: Days;
    readonly units: UnitsOfIncidents;
    readonly members: MemberUnits;
  },
) {
  const { columns, flags, chosen, info, editions } = source;
  const [now, then] = [dayNumbers(period), dayNumbers(before)];
  const total = newCell();
  const byMember = cells(members.units.length + NO_MEMBER.length);
  const lineCount = info.lines.length;
  const byLine = cells(lineCount + NO_LINE.length);
  const byCategory = cells(columns.categories.length);
  const firstMonth = monthNumber(period.from);
  const byMonth = cells(monthNumber(period.to) - firstMonth + 1);
  const shiftMonths = YEAR_MONTHS * yearsBetween(period);
  const ofNow = describeDays(now, editions, -firstMonth);
  const ofThen = describeDays(then, editions, shiftMonths - firstMonth);
  const unmapped = makeUnmappedCount();
  const rowOfUnsaid = locateUnsaid(source, { units, members, days: [ofNow, ofThen] });
  /** By edition and code, 0 where it was not asked for yet, else its row plus 1: to ask for a unit by text is dear. */
  const rowOfCode = editions.map(() => new Int32Array(UNIT_CODES));
  const counted = { discovered: [0, 0], simulated: [0, 0] } as const satisfies Record<string, [number, number]>;
  const crossing = { out: 0, into: 0 };
  let betweenEditions = 0;
  const length = chosen ? chosen.slots.length : columns.count;
  const reported = { fromMin: new Float64Array(length), toMin: new Float64Array(length), count: 0 };
  const unmappedRow = members.units.length + NO_MEMBER.indexOf('unmapped');

  for (let k = 0; k < length; k += 1) {
    const slot = chosen ? chosen.slots[k]! : k;
    const fromMin = columns.occurredMin[slot]!;
    const toMin = columns.occurredToMin[slot]!;
    const day = Math.floor(fromMin / DAY_MIN);
    const endDay = Math.floor(toMin / DAY_MIN);
    const isNow = day >= now.first && day <= now.last;
    if (day < now.first && endDay >= now.first && endDay <= now.last) crossing.into += 1;
    const isBefore = !isNow && day >= then.first && day <= then.last;
    if (!isNow && !isBefore) continue;
    const which = isBefore ? 1 : 0;
    const of = isBefore ? ofThen : ofNow;
    const place = day - of.first;
    const persons = columns.persons[slot]!;
    const at = placeInCell(isBefore, columns.kind[slot]!);
    addTo(total, at, persons);
    addTo(byCategory[columns.category[slot]!]!, at, persons);
    addTo(byMonth[of.month[place]!]!, at, persons);
    const first = flags.start[slot]!;
    const line = chosen ? chosen.rows[k]! : flags.start[slot + 1]! > first ? first : -1;
    const hasPosition = !Number.isNaN(columns.positions[2 * slot]!);
    addTo(byLine[line >= 0 ? flags.line[line]! : lineCount + (hasPosition ? 0 : 1)]!, at, persons);

    const edition = of.edition[place]!;
    const code = columns.unitCode[slot]!;
    let row = code < 0 ? rowOfUnsaid[slot]! : rowOfCode[edition]![code]! - 1;
    if (row < 0) {
      row = members.rowOf(units.unitOf(codeText(code), edition));
      rowOfCode[edition]![code] = row + 1;
    }
    addTo(byMember[row]!, at, persons);
    if (row === unmappedRow) {
      const unit = units.unitOf(codeText(code), edition);
      if (unit.kind === 'unmapped') unmapped.add(unit, isBefore, 1);
    }

    counted.discovered[which] += columns.discovery[slot]!;
    counted.simulated[which] += columns.simulated[slot]!;
    if (!isNow) continue;
    if (endDay > now.last) crossing.out += 1;
    betweenEditions += of.isBetween[place]!;
    if (columns.discovery[slot] === 0) {
      reported.fromMin[reported.count] = fromMin;
      reported.toMin[reported.count] = toMin;
      reported.count += 1;
    }
  }

  return {
    total,
    byMember,
    byLine,
    byCategory,
    byMonth,
    months: byMonth.map((_, month) => monthText(firstMonth + month)),
    unmapped,
    ...counted,
    crossing,
    betweenEditions,
    reported: {
      fromMin: reported.fromMin.subarray(0, reported.count),
      toMin: reported.toMin.subarray(0, reported.count),
    },
  };
}
