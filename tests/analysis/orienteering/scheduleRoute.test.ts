import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleRoute } from '../../../src/analysis/orienteering/scheduleRoute';
import type { OrienteeringInstance } from '../../../src/analysis/orienteering/teamOrienteering';

/** Stops 0, 1, 2 on a line 10, 20 and 30 from the depot, which is place 3; visits of 5. */
const line: OrienteeringInstance = {
  stopCount: 3,
  placeCount: 4,
  travel: Float64Array.from([0, 10, 20, 10, 10, 0, 10, 20, 20, 10, 0, 30, 10, 20, 30, 0]),
  scores: Float64Array.from([1, 1, 1]),
  serviceTimes: Float64Array.from([5, 5, 5]),
  opens: Float64Array.from([0, 50, 0]),
  closes: Float64Array.from([100, 60, 100]),
  teams: [{ start: 3, end: 3, opens: 0, closes: 100 }],
};

describe('the schedule of a route', () => {
  it('goes on as soon as it can, and waits where it must', () => {
    const schedule = scheduleRoute(line, 0, [0, 1, 2]);
    expect([...schedule.arrivals]).toEqual([10, 25, 65]);
    expect([...schedule.waits]).toEqual([0, 25, 0]);
    expect([...schedule.starts]).toEqual([10, 50, 65]);
    expect([...schedule.leaves]).toEqual([15, 55, 70]);
    expect(schedule).toMatchObject({ leavesAt: 0, backAt: 100, travelTime: 60, violations: [] });
  });

  it('leaves later where it would be longer on the way than it may, but no later than that', () => {
    const limited = (maxDuration: number) =>
      scheduleRoute({ ...line, teams: [{ ...line.teams[0]!, maxDuration }] }, 0, [0, 1, 2]);
    expect(limited(90)).toMatchObject({ leavesAt: 10, backAt: 100, violations: [] });
    expect([...limited(90).starts]).toEqual([20, 50, 65]);
    expect(limited(75)).toMatchObject({ leavesAt: 25, backAt: 100, violations: [] });
    expect(limited(70)).toMatchObject({ leavesAt: 25, violations: [{ kind: 'tooLong', by: 5 }] });
  });

  it('says which visit is late by how much, and how late the team is back', () => {
    const { violations } = scheduleRoute({ ...line, teams: [{ ...line.teams[0]!, opens: 45 }] }, 0, [0, 1, 2]);
    expect(violations).toEqual([
      { kind: 'late', index: 1, by: 10 },
      { kind: 'backLate', by: 20 },
    ]);
  });

  it('says where no way leads, what is not for the team, what comes twice and which locked stop is out of order', () => {
    const travel = line.travel as Float64Array;
    const cut = travel.with(0 * 4 + 2, Infinity);
    const instance: OrienteeringInstance = {
      ...line,
      travel: cut,
      group: Int32Array.from([7, -1, 7]),
      eligible: Uint8Array.from([1, 0, 1]),
      teams: [{ ...line.teams[0]!, locked: [2, 0, 1] }],
    };
    const { violations } = scheduleRoute(instance, 0, [0, 2, 0]);
    expect(violations).toEqual([
      { kind: 'noPath', index: 1 },
      { kind: 'repeated', index: 1 },
      { kind: 'repeated', index: 2 },
      { kind: 'locked', stop: 0 },
      { kind: 'locked', stop: 1 },
    ]);
    expect(scheduleRoute(instance, 0, [1]).violations).toContainEqual({ kind: 'notEligible', index: 0 });
  });

  it('keeps times before which visits must not start', () => {
    const notBefore = Float64Array.from([30, -Infinity, -Infinity]);
    expect([...scheduleRoute(line, 0, [0, 1], { notBefore }).starts]).toEqual([30, 50]);
  });

  it('of no stops stays where it is', () => {
    expect(scheduleRoute(line, 0, [])).toMatchObject({ leavesAt: 0, backAt: 0, travelTime: 0, violations: [] });
  });

  it('moves with time: all later by as much', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), fc.shuffledSubarray([0, 1, 2]), (by, stops) => {
        const moved: OrienteeringInstance = {
          ...line,
          opens: line.opens!.map((time) => time + by),
          closes: line.closes!.map((time) => time + by),
          teams: [{ start: 3, end: 3, opens: by, closes: 100 + by, maxDuration: 80 }],
        };
        const plain = scheduleRoute({ ...line, teams: [{ ...line.teams[0]!, maxDuration: 80 }] }, 0, stops);
        const later = scheduleRoute(moved, 0, stops);
        expect([...later.starts]).toEqual([...plain.starts].map((time) => time + by));
        expect(later.violations).toEqual(plain.violations);
      }),
    );
  });

  it('refuses teams and stops that are not', () => {
    expect(() => scheduleRoute(line, 1, [])).toThrow(RangeError);
    expect(() => scheduleRoute(line, 0, [3])).toThrow(RangeError);
  });
});
