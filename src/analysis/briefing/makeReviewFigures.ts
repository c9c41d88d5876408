import type { IncidentKind } from '../../domain';
import { KINDS } from '../incidentColumns';
import { nameLine } from '../nameLine';
import { countIncidents, NO_LINE } from './countIncidents';
import { countOutreach } from './countOutreach';
import { findMemberUnits, NO_MEMBER } from './memberUnits';
import { type Days, periodBefore } from './periodBefore';
import { dayNumber, dayNumbers, whatIsKnown } from './reviewDays';
import type { KindTotals, ReviewFigures } from './reviewFigures';
import type { ReviewQuestion, ReviewSource } from './reviewSource';
import { type Cell, type CellBasis, rowsOf, totalsOf } from './tally';
import { timePatterns } from './timePatterns';
import { makeUnitsOfIncidents } from './unitsOfIncidents';

/**
 * A period of the cluster in figures, held against the same days of the year before. An incident counts by its beginning; by member it counts for the unit that
 * handles it, or where that is not said for the unit that holds its position; by line for the nearest one that counts in whose zone it lies. A unit is a member's
 * that was one on some day of the period; the period before is counted on the same land.
 * @returns counts of incidents come with the exact 95 % interval and the e-test by days
 * @source Garwood 1936; Krishnamoorthy & Thomson 2004; Benjamini & Hochberg 1995
 */
export function makeReviewFigures(question: ReviewQuestion, source: ReviewSource): ReviewFigures {
  const { today, countBy } = question;
  const { columns, chosen, info, editions } = source;
  const isCut = question.period.to > today && question.period.from <= today;
  const period = isCut ? { from: question.period.from, to: today } : question.period;
  const before = periodBefore(period);
  const [now, then] = [dayNumbers(period), dayNumbers(before)];
  const units = makeUnitsOfIncidents(editions, countBy);
  const counts = (days: Days, edition: number): boolean => {
    const [first, last] = [units.editionAt(days.from), units.editionAt(days.to)];
    return edition >= units.target(first) && edition <= units.target(last);
  };
  const existed = editions.map((_, edition) => ({ now: counts(period, edition), before: counts(before, edition) }));
  const members = findMemberUnits(
    editions.map((edition, k) => (existed[k]!.now || existed[k]!.before ? edition : null)),
    question.members,
    period,
  );

  const counted = countIncidents(source, { period, before, units, members });
  const { total, byMember, byLine, byCategory, byMonth } = counted;
  const lineCount = info.lines.length;
  const known = whatIsKnown(columns, then, dayNumber(today));
  const basis: CellBasis = {
    days: { now: now.last - now.first + 1, before: then.last - then.first + 1 },
    hasBefore: known.hasBefore,
  };
  const withBefore = ([a, b]: readonly [number, number]) => ({ now: a, before: known.hasBefore ? b : null });
  const kinds = Object.fromEntries(KINDS.map((kind, k) => [kind, totalsOf(total, k, basis)])) as Record<
    IncidentKind,
    KindTotals
  >;
  const memberRows = rowsOf(
    byMember.map((cell, k) => {
      const unit = members.units[k];
      return unit ? { cell, existed: existed[unit.edition]! } : { cell };
    }),
    basis,
  );
  const isUsed = (cell: Cell): boolean => cell.some((value) => value > 0);
  const shownLines = info.lines.flatMap((_, line) => (isUsed(byLine[line]!) ? [line] : []));
  const lineRows = rowsOf(
    [...shownLines, lineCount, lineCount + 1].map((line) => ({ cell: byLine[line]! })),
    basis,
  );
  const shownCategories = byCategory.flatMap((cell, category) => (isUsed(cell) ? [category] : []));
  const categoryRows = rowsOf(
    shownCategories.map((category) => ({ cell: byCategory[category]! })),
    basis,
  );
  const byCount = (a: { incidents: { now: number } }, b: { incidents: { now: number } }): number =>
    b.incidents.now - a.incidents.now;
  return {
    period,
    isCut,
    before,
    countBy,
    editionId: info.edition.id,
    scope: source.scope,
    register: source.register,
    isFiltered: chosen !== null,
    total: totalsOf(total, null, basis),
    kinds,
    byMember: members.units.map(({ edition: _, ...unit }, k) => ({ ...unit, ...memberRows[k]! })),
    noMember: NO_MEMBER.map((why, k) => ({ why, ...memberRows[members.units.length + k]! })),
    byLine: shownLines
      .map((line, k) => ({ id: info.lines[line]!.id, name: nameLine(info, line), ...lineRows[k]! }))
      .sort(byCount),
    noLine: NO_LINE.map((why, k) => ({ why, ...lineRows[shownLines.length + k]! })),
    byCategory: shownCategories
      .map((category, k) => ({ category: columns.categories[category]!, ...categoryRows[k]! }))
      .sort(byCount),
    byMonth: rowsOf(
      byMonth.map((cell) => ({ cell })),
      basis,
      false,
    ).map((row, k) => ({ month: counted.months[k]!, ...row })),
    unmapped: counted.unmapped.list(known.hasBefore),
    discovered: withBefore(counted.discovered),
    simulated: withBefore(counted.simulated),
    crossing: counted.crossing,
    betweenEditions: counted.betweenEditions,
    timing: timePatterns(counted.reported, now),
    dataDay: known.dataDay,
    recordsFrom: known.recordsFrom,
    outreach: countOutreach(question, {
      members,
      unitOn: (code, day, of) => {
        const readBy = of === undefined ? -1 : editions.findIndex(({ edition }) => edition.id === of);
        return units.unitOf(code, units.editionAt(day), readBy < 0 ? undefined : readBy);
      },
      period,
      before,
    }),
  };
}
