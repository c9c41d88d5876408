import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDuties } from '../../../src/analysis/patrols/checkDuties';
import { fillRoster } from '../../../src/analysis/patrols/fillRoster';
import { workSpan } from '../../../src/analysis/patrols/workSpan';
import type { PlainDate } from '../../../src/domain';
import { duty, shift, team } from '../../support/patrols';

const DAY = 1_440;
const days = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    on: `2026-12-${String(i + 1).padStart(2, '0')}` as PlainDate,
    weekday: (i + 1) % 7,
  }));

describe('the hours in which a team can work a shift', () => {
  it('are the shift for a team without hours of its own', () => {
    expect(workSpan({ fromMinute: 300, minutes: DAY }, { fromMinute: 1_320, minutes: 480 })).toEqual({
      fromMinute: 1_320,
      minutes: 480,
    });
  });

  it('are found across midnight, from either side', () => {
    const night = { fromMinute: 1_320, minutes: 480 };
    expect(workSpan({ fromMinute: 0, minutes: 240 }, night)).toEqual({ fromMinute: DAY, minutes: 240 });
    expect(workSpan({ fromMinute: 1_380, minutes: 600 }, { fromMinute: 60, minutes: 120 })).toEqual({
      fromMinute: 60,
      minutes: 120,
    });
    expect(workSpan({ fromMinute: 480, minutes: 480 }, night)).toBeNull();
  });

  it('agree with counting minute by minute', () => {
    const span = fc.record({ fromMinute: fc.nat(DAY - 1), minutes: fc.integer({ min: 1, max: DAY }) });
    fc.assert(
      fc.property(span, span, (own, of) => {
        const found = workSpan(own, of);
        // The longest run of minutes of the shift that lie in the team's hours of some day.
        let best = 0;
        let run = 0;
        for (let minute = of.fromMinute; minute < of.fromMinute + of.minutes; minute += 1) {
          const isIn = (((minute - own.fromMinute) % DAY) + DAY) % DAY < own.minutes;
          run = isIn ? run + 1 : 0;
          best = Math.max(best, run);
        }
        expect(found?.minutes ?? 0).toBe(best);
      }),
    );
  });
});

describe('a roster', () => {
  it('gives each shift its teams, and each team its rest', () => {
    const teams = [team(1), team(2), team(3), team(4)];
    const shifts = [shift(1, { fromMinute: 480, minutes: 240 }), shift(2, { fromMinute: 1_200, minutes: 240 })];
    const roster = fillRoster({ teams, shifts }, { days: days(7), teamsPerShift: 2 });
    expect(roster).toHaveLength(28);
    for (const { id } of teams) expect(roster.filter(({ teamId }) => teamId === id)).toHaveLength(7);
    // The morning's teams have rested by the evening of the next day, so that nights are shared, too.
    for (const { id } of teams)
      expect(roster.filter(({ teamId, shiftId }) => teamId === id && shiftId === shifts[1]!.id).length).toBeGreaterThan(
        1,
      );
  });

  it('keeps to days, hours, rest and numbers, and is fair, whatever the teams', () => {
    const someTeam = fc.record({
      weekdays: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
      fromMinute: fc.nat(DAY - 1),
      minutes: fc.integer({ min: 60, max: DAY }),
      mostMinutes: fc.integer({ min: 60, max: 600 }),
      restMinutes: fc.nat(2_000),
    });
    const someShift = fc.record({
      weekdays: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
      fromMinute: fc.nat(DAY - 1),
      minutes: fc.integer({ min: 30, max: 720 }),
    });
    fc.assert(
      fc.property(
        fc.array(someTeam, { maxLength: 6 }),
        fc.array(someShift, { maxLength: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (ofTeams, ofShifts, teamsPerShift) => {
          const teams = ofTeams.map((set, i) => team(i, set));
          const shifts = ofShifts.map((set, i) => shift(i, set));
          const calendar = days(10);
          const roster = fillRoster({ teams, shifts }, { days: calendar, teamsPerShift });
          const counts = new Map<string, number>();
          const spans = new Map<string, { from: number; to: number; rest: number }[]>();
          for (const { teamId, shiftId, on } of roster) {
            const day = calendar.findIndex((candidate) => candidate.on === on);
            const who = teams.find(({ id }) => id === teamId)!;
            const when = shifts.find(({ id }) => id === shiftId)!;
            expect(who.weekdays).toContain(calendar[day]!.weekday);
            expect(when.weekdays).toContain(calendar[day]!.weekday);
            const span = workSpan(who, when)!;
            const from = day * DAY + span.fromMinute;
            const list = spans.get(teamId) ?? [];
            list.push({ from, to: from + Math.min(span.minutes, who.mostMinutes), rest: who.restMinutes });
            spans.set(teamId, list);
            counts.set(`${shiftId} ${on}`, (counts.get(`${shiftId} ${on}`) ?? 0) + 1);
          }
          for (const count of counts.values()) expect(count).toBeLessThanOrEqual(teamsPerShift);
          for (const list of spans.values()) {
            list.sort((a, b) => a.from - b.from);
            list.forEach(({ from }, i) => {
              const before = list[i - 1];
              if (before) expect(from).toBeGreaterThanOrEqual(before.to + before.rest);
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lets a team rest from what it did before the first day', () => {
    const forces = {
      teams: [team(1, { restMinutes: 720 })],
      shifts: [shift(1, { fromMinute: 480, minutes: 240 }), shift(2, { fromMinute: 1_320, minutes: 240 })],
    };
    const two = { days: days(2), teamsPerShift: 1 };
    const night = { teamId: forces.teams[0]!.id, shiftId: forces.shifts[1]!.id, on: '2026-11-30' as PlainDate };
    expect(fillRoster(forces, two)[0]).toMatchObject({ shiftId: forces.shifts[0]!.id, on: '2026-12-01' });
    const [first] = fillRoster(forces, { ...two, kept: [night, { ...night, on: '2026-12-02' as PlainDate }] });
    expect(first).toMatchObject({ shiftId: forces.shifts[1]!.id, on: '2026-12-01' });
  });

  it('lets a team have rested before what it does after the last day', () => {
    const teams = [team(1, { restMinutes: 720 })];
    const morning = shift(1, { fromMinute: 480, minutes: 240, weekdays: [2] });
    const night = shift(2, { fromMinute: 1_320, minutes: 240 });
    const fill = (on: string) =>
      fillRoster(
        { teams, shifts: [morning, night] },
        {
          days: days(1),
          teamsPerShift: 1,
          kept: [{ teamId: teams[0]!.id, shiftId: morning.id, on: on as PlainDate }],
        },
      );
    expect(fill('2026-12-09')).toHaveLength(1);
    // It comes home at two in the night, six hours before.
    expect(fill('2026-12-02')).toEqual([]);
  });

  it('agrees with the check of duties, whatever was there before and comes after', () => {
    const someTeam = fc.record({
      fromMinute: fc.nat(DAY - 1),
      minutes: fc.integer({ min: 60, max: DAY }),
      mostMinutes: fc.integer({ min: 60, max: 600 }),
      restMinutes: fc.nat(2_000),
    });
    const someShift = fc.record({ fromMinute: fc.nat(DAY - 1), minutes: fc.integer({ min: 30, max: 720 }) });
    const someDuty = fc.record({
      of: fc.nat(2),
      in: fc.nat(1),
      on: fc.constantFrom('2026-11-29', '2026-11-30', '2026-12-05', '2026-12-06'),
    });
    fc.assert(
      fc.property(
        fc.array(someTeam, { minLength: 3, maxLength: 3 }),
        fc.array(someShift, { minLength: 2, maxLength: 2 }),
        fc.array(someDuty, { maxLength: 5 }),
        (ofTeams, ofShifts, around) => {
          const teams = ofTeams.map((set, i) => team(i, set));
          const shifts = ofShifts.map((set, i) => shift(i, set));
          const kept = around.map((set, i) =>
            duty(i, { teamId: teams[set.of]!.id, shiftId: shifts[set.in]!.id, on: set.on }),
          );
          const filled = fillRoster({ teams, shifts }, { days: days(4), teamsPerShift: 2, kept });
          const own = filled.map((set, i) => duty(100 + i, set));
          const known = new Set(kept.map(({ id }) => id));
          const faults = checkDuties({ teams, shifts }, [...kept, ...own]).filter(
            (fault) => !known.has(fault.id) || ('other' in fault && !known.has(fault.other)),
          );
          expect(faults).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('shares work equally among equals', () => {
    const teams = Array.from({ length: 5 }, (_, i) => team(i));
    const roster = fillRoster({ teams, shifts: [shift(1)] }, { days: days(31), teamsPerShift: 2 });
    const counts = teams.map(({ id }) => roster.filter(({ teamId }) => teamId === id).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });
});
