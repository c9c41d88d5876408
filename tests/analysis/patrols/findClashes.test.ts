import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClashes } from '../../../src/analysis/patrols/findClashes';
import { NEVER_MINUTE } from '../../../src/domain';
import { plan, route, stop, team } from '../../support/patrols';

const DAY = 1_440;
const planId = plan(2).id;
const stops = [stop(1)];

describe('clashes of two plans', () => {
  it('are told of a team that both send out at one time', () => {
    const other = route(2, { planId, stops, outMinute: 1_150, backMinute: 1_300 });
    expect(findClashes([route(1, { stops })], [other])).toEqual([{ route: 0, other }]);
    expect(findClashes([route(1, { stops })], [{ ...other, teamId: team(2).id }])).toEqual([]);
    expect(findClashes([route(1, { stops })], [{ ...other, stops: [] }])).toEqual([]);
    expect(findClashes([route(1)], [other])).toEqual([]);
    // One sets out as the other comes back.
    expect(findClashes([route(1, { stops })], [{ ...other, outMinute: 1_200 }])).toEqual([]);
  });

  it('are told of a night that goes on on the next day, in the next month too', () => {
    const night = route(1, { stops, on: '2026-12-31', outMinute: 1_380, backMinute: DAY + 180 });
    const early = route(2, { planId, stops, on: '2027-01-01', outMinute: 120, backMinute: 300 });
    expect(findClashes([night], [early])).toEqual([{ route: 0, other: early }]);
    expect(findClashes([early], [night])).toEqual([{ route: 0, other: night }]);
    expect(findClashes([night], [{ ...early, outMinute: 180 }])).toEqual([]);
  });

  it('reach to the last stop where no way leads home', () => {
    const lost = route(1, { stops: [stop(1), stop(2, { leaveMinute: NEVER_MINUTE })], backMinute: NEVER_MINUTE });
    const other = route(2, { planId, stops, outMinute: 1_110, backMinute: 1_200 });
    expect(findClashes([lost], [other])).toEqual([{ route: 0, other }]);
    expect(findClashes([lost], [{ ...other, outMinute: 1_116 }])).toEqual([]);
  });

  it('are the routes that share a minute, whatever the plans, and the same from either side', () => {
    const drawn = fc.record({
      teamId: fc.constantFrom(team(1).id, team(2).id),
      on: fc.constantFrom('2026-11-29', '2026-11-30', '2026-12-01'),
      outMinute: fc.nat(2 * DAY - 1),
      minutes: fc.integer({ min: 1, max: 900 }),
    });
    const routesOf = (of: 1 | 2) =>
      fc
        .array(drawn, { maxLength: 6 })
        .map((all) =>
          all.map(({ minutes, ...set }, i) =>
            route(10 * of + i, { ...set, planId: plan(of).id, stops, backMinute: set.outMinute + minutes }),
          ),
        );
    fc.assert(
      fc.property(routesOf(1), routesOf(2), (own, others) => {
        const minutesOf = ({ on, outMinute, backMinute }: (typeof own)[number]): Set<number> => {
          const midnight = ['2026-11-29', '2026-11-30', '2026-12-01'].indexOf(on) * DAY;
          return new Set(Array.from({ length: backMinute - outMinute }, (_, i) => midnight + outMinute + i));
        };
        const pairs = own.flatMap((a) =>
          others
            .filter((b) => {
              const minutes = minutesOf(b);
              return a.teamId === b.teamId && [...minutesOf(a)].some((minute) => minutes.has(minute));
            })
            .map((b) => `${a.id} ${b.id}`),
        );
        const found = findClashes(own, others).map(({ route: at, other }) => `${own[at]!.id} ${other.id}`);
        expect(found.toSorted()).toEqual(pairs.toSorted());
        const back = findClashes(others, own).map(({ route: at, other }) => `${other.id} ${others[at]!.id}`);
        expect(back.toSorted()).toEqual(found.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
