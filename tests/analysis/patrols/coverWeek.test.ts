import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverWeek, hoursOfDay } from '../../../src/analysis/patrols/coverWeek';
import { riskBetween, type TimedVisit } from '../../../src/analysis/patrols/findGaps';
import { task } from '../../support/patrols';

const DAY = 1_440;
const nightly = Array.from({ length: 24 }, (_, hour) => (hour >= 20 ? 0.2 : 0.01));
const tasks = [task(1, { weight: 365.25, hours: nightly }), task(2, { weight: 36.525 })];

/** Walks through the period minute by minute. */
function byMinutes(visits: readonly TimedVisit[], days: number, firstWeekday: number) {
  const risk = new Float64Array(tasks.length * 168);
  const hours = new Uint16Array(tasks.length * 168);
  const weekdays = new Uint16Array(tasks.length * 7);
  const seen = new Set<string>();
  for (let minute = 0; minute < days * DAY; minute += 1) {
    const day = Math.floor(minute / DAY);
    const column = (firstWeekday * 24 + Math.floor(minute / 60)) % 168;
    tasks.forEach((each, row) => {
      risk[row * 168 + column]! += riskBetween(each, minute, minute + 1);
    });
    visits.forEach(({ task: row, startMinute, leaveMinute }, visit) => {
      if (!(minute >= startMinute && (minute < leaveMinute || minute === startMinute))) return;
      const once = (key: string, counts: Uint16Array, cell: number): void => {
        if (seen.has(key)) return;
        seen.add(key);
        counts[cell]! += 1;
      };
      once(`hour ${visit} ${Math.floor(minute / 60)}`, hours, row * 168 + column);
      once(`day ${visit} ${day}`, weekdays, row * 7 + ((firstWeekday + day) % 7));
    });
  }
  return { risk, hours, weekdays };
}

const period = fc.record({ days: fc.integer({ min: 1, max: 16 }), firstWeekday: fc.nat(6) });
const visit = fc
  .record({ task: fc.nat(1), startMinute: fc.integer({ min: -300, max: 17 * DAY }), minutes: fc.nat(400) })
  .map(({ task: row, startMinute, minutes }) => ({ task: row, startMinute, leaveMinute: startMinute + minutes }));

describe('the cover of a week', () => {
  it('is what walking through the period minute by minute gives', () => {
    fc.assert(
      fc.property(period, fc.array(visit, { maxLength: 20 }), ({ days, firstWeekday }, visits) => {
        const { hours, weekdays } = coverWeek(tasks, visits, { days, firstWeekday });
        const walked = byMinutes(visits, days, firstWeekday);
        expect(hours.visits).toEqual(walked.hours);
        expect(weekdays.visits).toEqual(walked.weekdays);
        hours.risk.forEach((risk, cell) => {
          expect(risk).toBeCloseTo(walked.risk[cell]!, 9);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('holds all that is expected in the period, by hours as by days', () => {
    fc.assert(
      fc.property(period, ({ days, firstWeekday }) => {
        const { hours, weekdays } = coverWeek(tasks, [], { days, firstWeekday });
        tasks.forEach((each, row) => {
          const all = riskBetween(each, 0, days * DAY);
          for (const { risk, columns } of [hours, weekdays, hoursOfDay(hours, null)])
            expect(risk.subarray(row * columns, (row + 1) * columns).reduce((a, b) => a + b)).toBeCloseTo(all, 9);
        });
      }),
    );
  });

  it('is folded to the hours of one day of the week, or of all', () => {
    // A Thursday and a Friday: three hours before midnight and one after it.
    const { hours, weekdays } = coverWeek(tasks, [{ task: 1, startMinute: 1_290, leaveMinute: 1_470 }], {
      days: 2,
      firstWeekday: 3,
    });
    const counted = (weekday: number | null): number[] =>
      [...hoursOfDay(hours, weekday).visits.subarray(24, 48)].flatMap((count, hour) => (count > 0 ? [hour] : []));
    expect([counted(3), counted(4), counted(5), counted(null)]).toEqual([[21, 22, 23], [0], [], [0, 21, 22, 23]]);
    expect([...weekdays.visits.subarray(7)]).toEqual([0, 0, 0, 1, 1, 0, 0]);
    expect(weekdays.risk[7 + 3]).toBeCloseTo(0.1, 12);
    expect(weekdays.risk[7 + 5]).toBe(0);
  });

  it('counts a visit of parts of a minute where it truly is', () => {
    const { hours } = coverWeek(tasks, [{ task: 0, startMinute: 59.5, leaveMinute: 60.25 }], {
      days: 1,
      firstWeekday: 0,
    });
    expect([...hours.visits.subarray(0, 3)]).toEqual([1, 1, 0]);
  });
});
