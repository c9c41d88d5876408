import { ACTIVITY_KINDS, type Activity, type EditionId, type UnitCode } from '../../domain';
import type { Counted } from './compareCounts';
import { type MemberUnits, makeUnmappedCount, NO_MEMBER } from './memberUnits';
import type { PatrolsMade } from './patrolsMade';
import type { Days } from './periodBefore';
import type { Done, OutreachFigures } from './reviewFigures';
import type { CountingUnit } from './unitsOfIncidents';

const COLUMNS = [...ACTIVITY_KINDS, 'visits'] as const;
type Column = (typeof COLUMNS)[number];

/** Per column a count of this period and of the one before. */
type OpenDone = Record<Column, [now: number, before: number]>;

const openDone = (): OpenDone => ({ meeting: [0, 0], broadcast: [0, 0], jointPatrol: [0, 0], visits: [0, 0] });

/**
 * What members did in a period and in the one before: activities by their day and number, patrol visits one by one. Nobody's chance: they come without intervals.
 * @param members  rows and rests
 * @param unitOn   the counting unit of a code on a day
 */
export function countOutreach(
  { activities, patrols }: { readonly activities: readonly Activity[]; readonly patrols: PatrolsMade },
  {
    members,
    unitOn,
    period,
    before,
  }: {
    readonly members: MemberUnits;
    /** With `of` the code is of that edition, else of the day's. */
    readonly unitOn: (code: UnitCode, day: string, of?: EditionId) => CountingUnit;
    readonly period: Days;
    readonly before: Days;
  },
): OutreachFigures {
  const rows = Array.from({ length: members.units.length + NO_MEMBER.length }, openDone);
  const total = openDone();
  const unmapped = makeUnmappedCount();
  let simulated = 0;
  const meetings: [number, number] = [0, 0];
  /** 0 in this period, 1 in the one before, null in neither. */
  const placeOf = (day: string): 0 | 1 | null => (isIn(day, period) ? 0 : isIn(day, before) ? 1 : null);
  function add(column: Column, on: string, unit: CountingUnit | null, count: number): void {
    const place = placeOf(on);
    if (place === null) return;
    rows[members.rowOf(unit)]![column][place] += count;
    total[column][place] += count;
    if (unit?.kind === 'unmapped') unmapped.add(unit, place === 1, count);
  }
  for (const { kind, on, unitCode, count, source } of activities) {
    add(kind, on, unitOn(unitCode, on), count);
    if (source.kind === 'simulated' && placeOf(on) === 0) simulated += count;
  }
  for (const { on, unit } of patrols.visits) add('visits', on, unit && unitOn(unit.unitCode, on, unit.editionId), 1);
  for (const on of patrols.meetings) {
    const place = placeOf(on);
    if (place !== null) meetings[place] += 1;
  }
  const knows = {
    activities: activities.some(({ on }) => isIn(on, before)),
    visits: patrols.visits.some(({ on }) => isIn(on, before)),
  };
  const counted = ([now, then]: readonly [number, number], isKnown: boolean): Counted => ({
    now,
    before: isKnown ? then : null,
  });
  const doneOf = (open: OpenDone): Done => ({
    meeting: counted(open.meeting, knows.activities),
    broadcast: counted(open.broadcast, knows.activities),
    jointPatrol: counted(open.jointPatrol, knows.activities),
    visits: counted(open.visits, knows.visits),
  });
  return {
    total: doneOf(total),
    byMember: members.units.map(({ edition: _, ...unit }, row) => ({ ...unit, ...doneOf(rows[row]!) })),
    rest: NO_MEMBER.map((why, k) => ({ why, ...doneOf(rows[members.units.length + k]!) })),
    meetings: counted(meetings, knows.visits),
    simulated,
    unmapped: unmapped.list(knows.activities || knows.visits),
  };
}

const isIn = (day: string, { from, to }: Days): boolean => day >= from && day <= to;
