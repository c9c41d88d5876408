import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../src/domain';
import { duty, plan, post, route, shift, stop, task, team } from '../support/patrols';
import { added, openTestStore, removed, updated, valueIn } from './support';

const NOWHERE = { id: 'visit-1', taskId: 'task-1', teamId: 'team-1', routeId: null, rev: 0 };
const everything = {
  posts: added(post(1, { rev: 0 })),
  shifts: added(shift(1, { rev: 0 })),
  teams: added(team(1, { rev: 0 })),
  duties: added(duty(1, { rev: 0 })),
  patrolTasks: added(
    task(1, { rev: 0, hours: Array.from({ length: 24 }, () => 1 / 24), windows: [{ fromMinute: 60, minutes: 30 }] }),
    task(2, {
      rev: 0,
      place: {
        kind: 'stretch',
        path: [
          [105.4, 21.3],
          [105.41, 21.31],
        ],
      },
      joint: [post(1).memberId, post(2).memberId],
      mostGapHours: 72,
    }),
  ),
  patrolPlans: added(plan(1, { rev: 0 })),
  patrolRoutes: added(route(1, { rev: 0, stops: [stop(1), stop(2, { isAlong: false, isLocked: true })] })),
  patrolVisits: added({ ...NOWHERE, at: '2026-12-01T18:30', minutes: null, method: 'ticked' }),
} as unknown as ChangeSet;

describe('patrols in the register', () => {
  it('are written, changed, removed, undone, and travel in a journal to another device', async () => {
    const store = await openTestStore();
    valueIn(await store.commit(everything, { command: 'patrols' }));
    expect(store.patrolTasks.getSnapshot().map(({ id }) => id)).toEqual([task(1).id, task(2).id]);
    const [first] = store.patrolRoutes.getSnapshot();
    valueIn(await store.commit({ patrolRoutes: updated(first!, { ...first!, metres: 12 }) }, { command: 'drag' }));
    valueIn(await store.commit({ teams: removed(store.teams.getSnapshot()[0]!) }, { command: 'removeTeam' }));
    valueIn(await store.undo());
    expect(store.teams.getSnapshot()).toHaveLength(1);

    const other = await openTestStore();
    const merged = valueIn(await other.importJournal(valueIn(await store.exportJournal())));
    expect(merged).toMatchObject({ applied: 4, known: 0 });
    for (const table of [
      'posts',
      'shifts',
      'teams',
      'duties',
      'patrolTasks',
      'patrolPlans',
      'patrolRoutes',
      'patrolVisits',
    ] as const)
      expect(other[table].getSnapshot(), table).toEqual(store[table].getSnapshot());
    expect(other.patrolRoutes.getSnapshot()[0]?.metres).toBe(12);
  });

  it.each([
    ['a weekday that is none', { teams: added(team(1, { rev: 0, weekdays: [7] })) }],
    ['a visit at no time', { patrolVisits: added({ ...NOWHERE, at: 'soon', minutes: 1, method: 'ticked' }) }],
    ['a way of one place', { patrolTasks: added(task(1, { rev: 0, place: { kind: 'stretch', path: [[105, 21]] } })) }],
  ])('are refused from a file that holds %s', async (_, wrong) => {
    const store = await openTestStore();
    valueIn(await store.commit(wrong as unknown as ChangeSet, { command: 'wrong' }));
    const other = await openTestStore();
    const result = await other.importJournal(valueIn(await store.exportJournal()));
    expect(result.ok ? null : result.problem.kind).toBe('invalidJournalFile');
  });
});
