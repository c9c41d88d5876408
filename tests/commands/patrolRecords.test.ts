import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { savePlan, savePost, saveShift, saveTasks, saveTeam } from '../../src/commands';
import { type ChangeSet, NEVER_MINUTE, type PatrolRoute, type Problem, type Result } from '../../src/domain';
import { recordChange } from '../../src/store/recordSchema';
import { plan, post, route, shift, stop, task, team } from '../support/patrols';

/** What a backup refuses of the records that are added; a refused command adds none. */
function refused(result: Result<ChangeSet, Problem>): unknown[] {
  if (!result.ok) return [];
  return Object.entries(result.value).flatMap(([table, { added }]) =>
    added.flatMap((row): unknown[] => {
      const { id, rev: _, ...to } = row as { readonly id: string; readonly rev: number };
      const read = v.safeParse(recordChange, JSON.parse(JSON.stringify({ table, id, base: 0, from: null, to })));
      return read.success ? [] : [{ to, issues: read.issues.map(({ message }) => message) }];
    }),
  );
}

/** Numbers as somebody may enter them, or as they come of what cannot be done. */
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
  fc.constantFrom(-1, -1e-9, 0, 0.5, 2.5, 1_440, 1_441, 10_080, 4_320, 4_321, 1e15),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
/** Mostly as it should be, so that many records are taken. */
const rarely = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const some = (usual: number): fc.Arbitrary<number> => rarely(usual, number);
const name = rarely('Tên', fc.constantFrom('', 'x'.repeat(500), 'x'.repeat(501)));

describe('what the commands let through', () => {
  it('is taken by a backup', () => {
    const hours = { fromMinute: some(60), minutes: some(60) };
    const records = fc.record({
      post: fc.record({ name, contact: name, lng: some(105), lat: some(21) }),
      shift: fc.record({ name, ...hours }),
      team: fc.record({ name, ...hours, size: some(4), mostMinutes: some(60), restMinutes: some(60) }),
      task: fc.record({
        name,
        points: rarely(2, fc.constantFrom(0, 1, 10_000, 10_001)),
        weight: some(1),
        dwellMinutes: some(5),
        visitsPerWeek: some(1),
        leastGapHours: some(1),
        mostGapHours: rarely<number | null>(null, number),
        windows: rarely([], fc.array(fc.record(hours), { maxLength: 26 })),
      }),
      plan: fc.record({ name, days: some(7), seed: some(1), iterations: some(1), worth: some(1), bound: some(2) }),
      route: fc.record({ outMinute: some(1), backMinute: some(9), metres: some(1) }),
      stop: fc.record({ arriveMinute: some(2), startMinute: some(3), leaveMinute: some(4) }),
      stops: rarely(1, fc.constantFrom(1_000, 1_001)),
    });
    fc.assert(
      fc.property(records, (of) => {
        const { points, ...rest } = of.task;
        const path = Array.from({ length: points }, (_, i) => [105 + i / 1e6, 21] as const);
        const stops = Array.from({ length: of.stops }, () => stop(1, of.stop));
        const posts = [post(1)];
        expect([
          ...refused(savePost({ posts: [] }, post(2, of.post))),
          ...refused(saveShift({ shifts: [] }, shift(1, of.shift))),
          ...refused(saveTeam({ teams: [], posts }, team(1, of.team))),
          ...refused(saveTasks({ tasks: [] }, [task(1, { ...rest, place: { kind: 'stretch', path } })])),
          ...refused(
            savePlan({ plans: [], routes: [] }, { plan: plan(1, of.plan), made: [route(1, { ...of.route, stops })] }),
          ),
        ]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('holds routes that never end, and refuses those that begin before their day', () => {
    const save = (set: Partial<PatrolRoute>) =>
      savePlan({ plans: [], routes: [] }, { plan: plan(1), made: [route(1, set)] });
    const endless = save({ backMinute: Number.POSITIVE_INFINITY });
    expect(endless.ok && endless.value.patrolRoutes?.added[0]?.backMinute).toBe(NEVER_MINUTE);
    expect(refused(endless)).toEqual([]);
    for (const outMinute of [-30, Number.NaN])
      expect(save({ outMinute })).toMatchObject({
        ok: false,
        problem: { kind: 'numberOutOfRange', field: 'routeMinutes' },
      });
    const problem = saveTeam({ teams: [], posts: [post(1)] }, team(1, { size: 2.5 }));
    expect(problem).toMatchObject({ problem: { kind: 'numberNotWhole', field: 'size', value: 2.5 } });
  });
});
