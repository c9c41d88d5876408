import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBriefing,
  addScene,
  changeBriefing,
  changeScene,
  removeBriefing,
  removeScene,
  reorderScenes,
  scenesOf,
} from '../../src/commands';
import {
  BRIEFING_LIMITS,
  type BriefingId,
  type ChangeSet,
  type PlainDate,
  type Problem,
  type Result,
  type Scene,
  type SceneId,
} from '../../src/domain';
import { briefing, scene, scenes } from '../support/briefings';

const problemOf = (result: Result<ChangeSet, Problem>): Problem | null => (result.ok ? null : result.problem);
const changeOf = (result: Result<ChangeSet, Problem>): ChangeSet => {
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};
/** The scenes after a change, and after it was taken back. */
function applied(rows: readonly Scene[], change: ChangeSet, isUndone = false): Scene[] {
  const { added = [], updated = [], removed = [] } = change.scenes ?? {};
  const [gone, come] = isUndone ? [added, removed] : [removed, added];
  const goneIds = new Set(gone.map(({ id }) => id));
  const changed = new Map(updated.map(([from, to]) => (isUndone ? [to.id, from] : [from.id, to])));
  return [...rows.filter(({ id }) => !goneIds.has(id)).map((row) => changed.get(row.id) ?? row), ...come];
}
const ofFirst = (rows: readonly Scene[]): readonly Scene[] => scenesOf(rows, briefing(1).id);
const idsOf = (rows: readonly Scene[]): SceneId[] => ofFirst(rows).map(({ id }) => id);
const ordersOf = (rows: readonly Scene[]): number[] => ofFirst(rows).map(({ order }) => order);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const NUMBER = '026090001234';

describe('a briefing', () => {
  it('is added under a tidy name of its own, its scenes numbered in their order', () => {
    const change = changeOf(
      addBriefing(
        { briefings: [] },
        {
          briefing: briefing(1, { name: '  Sơ kết quý I ', rev: 7 }),
          scenes: [scene(2, { briefingId: 'other' as BriefingId, rev: 3 }), scene(1, { title: ' Mở đầu  ' })],
        },
      ),
    );
    expect(change.briefings?.added).toEqual([briefing(1, { name: 'Sơ kết quý I' })]);
    expect(change.scenes?.added).toEqual([scene(2, { order: 1 }), scene(1, { order: 2, title: 'Mở đầu' })]);
  });

  it.each([
    ['emptyName', { name: '  ' }],
    ['textTooLong', { name: 'a'.repeat(BRIEFING_LIMITS.name + 1) }],
    ['personalNumbers', { name: `Vụ ${NUMBER}` }],
    ['nameTaken', { name: 'so ket 2' }],
    ['invalidDay', { from: '2018-02-30' as PlainDate }],
    ['invalidDay', { to: '' as PlainDate }],
    ['periodEndsBeforeStart', { from: '2019-01-01' as PlainDate }],
  ] as const)('is refused for %s: %o', (kind, set) => {
    const rows = { briefings: [briefing(1), briefing(2)] };
    expect(problemOf(changeBriefing(rows, briefing(1, set)))).toMatchObject({ kind });
    const added = { briefing: briefing(3, set), scenes: [] };
    expect(problemOf(addBriefing({ briefings: [briefing(2)] }, added))).toMatchObject({ kind });
  });

  it('is changed as it was seen, and may keep its name', () => {
    const before = briefing(1, { rev: 4 });
    const change = changeOf(changeBriefing({ briefings: [before] }, { ...before, name: 'SƠ KẾT 1', rev: 0 }));
    expect(change.briefings?.updated).toEqual([[before, { ...before, name: 'SƠ KẾT 1' }]]);
    expect(problemOf(changeBriefing({ briefings: [] }, before))).toEqual({
      kind: 'notFound',
      table: 'briefings',
      id: before.id,
    });
  });

  it('is refused with more scenes than one may have, and with a scene that says too much', () => {
    const add = (rows: readonly Scene[]) =>
      problemOf(addBriefing({ briefings: [] }, { briefing: briefing(1), scenes: rows }));
    expect(add(scenes(BRIEFING_LIMITS.scenes))).toBeNull();
    expect(add(scenes(BRIEFING_LIMITS.scenes + 1))).toEqual({ kind: 'tooManyScenes', limit: BRIEFING_LIMITS.scenes });
    expect(add([scene(1), scene(2, { notes: NUMBER })])).toMatchObject({ kind: 'personalNumbers', field: 'notes' });
  });

  it('is removed with its own scenes only', () => {
    const other = scene(9, { briefingId: briefing(2).id });
    const rows = { briefings: [briefing(1), briefing(2)], scenes: [...scenes(3), other] };
    const change = changeOf(removeBriefing(rows, briefing(1).id));
    expect(change.briefings?.removed).toEqual([briefing(1)]);
    expect(applied(rows.scenes, change)).toEqual([other]);
    expect(problemOf(removeBriefing({ briefings: [], scenes: [] }, briefing(1).id))).toMatchObject({
      kind: 'notFound',
      table: 'briefings',
    });
  });
});

describe('a scene', () => {
  it('is added behind another one, or else at the end', () => {
    const put = (after: SceneId | null): string[] =>
      idsOf(applied(scenes(3), changeOf(addScene({ scenes: scenes(3) }, { scene: scene(9), after }))));
    const [first, second, third, added] = [scene(1).id, scene(2).id, scene(3).id, scene(9).id];
    expect(put(first)).toEqual([first, added, second, third]);
    expect(put(third)).toEqual([first, second, third, added]);
    expect(put(null)).toEqual([first, second, third, added]);
    expect(put('gone' as SceneId)).toEqual([first, second, third, added]);
  });

  it('takes its texts in their form, line by line', () => {
    const messy = scene(1, { title: ' Mở đâ\u0300u ', text: '\n Một  \nHai\t\n\n', notes: ' ' });
    const change = changeOf(addScene({ scenes: [] }, { scene: messy, after: null }));
    expect(change.scenes?.added).toEqual([scene(1, { title: 'Mở đầu', text: 'Một\nHai', notes: '' })]);
  });

  it.each(['title', 'text', 'notes'] as const)(
    'is refused with a %s that is too long or names a person by number',
    (field) => {
      const limit = BRIEFING_LIMITS[field];
      const long = scene(1, { [field]: 'a'.repeat(limit + 1) });
      const numbered = scene(1, { [field]: `Đối tượng ${NUMBER}` });
      const tooLong = { kind: 'textTooLong', field, length: limit + 1, limit };
      for (const [wrong, problem] of [
        [long, tooLong],
        [numbered, { kind: 'personalNumbers', field, count: 1 }],
      ] as const) {
        expect(problemOf(addScene({ scenes: [] }, { scene: wrong, after: null }))).toMatchObject(problem);
        expect(problemOf(changeScene({ scenes: [scene(1)] }, wrong))).toMatchObject(problem);
      }
      expect(problemOf(changeScene({ scenes: [scene(1)] }, scene(1, { [field]: 'a'.repeat(limit) })))).toBeNull();
    },
  );

  it('is refused where a briefing is full, whatever other briefings hold', () => {
    const full = scenes(BRIEFING_LIMITS.scenes);
    expect(problemOf(addScene({ scenes: full }, { scene: scene(999), after: null }))).toEqual({
      kind: 'tooManyScenes',
      limit: BRIEFING_LIMITS.scenes,
    });
    const elsewhere = scene(999, { briefingId: briefing(2).id });
    expect(problemOf(addScene({ scenes: full }, { scene: elsewhere, after: null }))).toBeNull();
  });

  it('is changed where it stands: its place and revision are those of the register', () => {
    const before = scene(2, { rev: 5 });
    const change = changeOf(changeScene({ scenes: [before] }, { ...before, title: 'Khác', order: 99, rev: 0 }));
    expect(change.scenes?.updated).toEqual([[before, { ...before, title: 'Khác' }]]);
    expect(problemOf(changeScene({ scenes: [] }, before))).toMatchObject({ kind: 'notFound', table: 'scenes' });
  });

  it('is removed, and the others stay as they are', () => {
    const change = changeOf(removeScene({ scenes: scenes(3) }, scene(2).id));
    expect(applied(scenes(3), change)).toEqual([scene(1), scene(3)]);
    expect(problemOf(removeScene({ scenes: [] }, scene(2).id))).toMatchObject({ kind: 'notFound', table: 'scenes' });
  });
});

describe('the order of scenes', () => {
  const shuffled = fc
    .integer({ min: 0, max: 12 })
    .chain((count) => fc.shuffledSubarray(scenes(count), { minLength: count, maxLength: count }));

  it('is the one that was asked for, writes only what moves, and comes back when undone', () => {
    fc.assert(
      fc.property(shuffled, (wanted) => {
        const rows = [...scenes(wanted.length), scene(99, { briefingId: briefing(2).id })];
        const ids = wanted.map(({ id }) => id);
        const change = changeOf(reorderScenes({ scenes: rows }, { briefingId: briefing(1).id, ids }));
        const after = applied(rows, change);
        expect(idsOf(after)).toEqual(ids);
        expect(ordersOf(after)).toEqual(upTo(ids.length));
        expect(change.scenes?.updated.every(([from, to]) => from.order !== to.order)).toBe(true);
        expect(applied(after, change, true)).toEqual(rows);
      }),
    );
  });

  it('stays a permutation through any additions, removals and moves, and each is undone exactly', () => {
    const step = fc.record({
      kind: fc.constantFrom('add', 'remove', 'move'),
      at: fc.nat({ max: 20 }),
      to: fc.nat({ max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        let rows: Scene[] = [];
        for (const [i, { kind, at, to }] of steps.entries()) {
          const ids = idsOf(rows);
          const id = ids[at % Math.max(1, ids.length)];
          const rest = ids.filter((other) => other !== id);
          const moved = id ? [...rest.slice(0, to), id, ...rest.slice(to)] : [];
          const planned =
            kind === 'add' || !id
              ? addScene({ scenes: rows }, { scene: scene(100 + i), after: id ?? null })
              : kind === 'remove'
                ? removeScene({ scenes: rows }, id)
                : reorderScenes({ scenes: rows }, { briefingId: briefing(1).id, ids: moved });
          const change = changeOf(planned);
          const next = applied(rows, change);
          expect(new Set(ordersOf(next)).size).toBe(next.length);
          if (kind === 'move' && id) expect(idsOf(next)).toEqual(moved);
          expect(applied(next, change, true).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
            [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)),
          );
          rows = next;
        }
      }),
    );
  });

  it('leaves scenes that are not named behind those that are, and refuses one that is not there', () => {
    const ids = [scene(3).id, scene(3).id];
    const change = changeOf(reorderScenes({ scenes: scenes(3) }, { briefingId: briefing(1).id, ids }));
    expect(idsOf(applied(scenes(3), change))).toEqual([scene(3).id, scene(1).id, scene(2).id]);
    const foreign = scene(9, { briefingId: briefing(2).id });
    expect(
      problemOf(reorderScenes({ scenes: [...scenes(2), foreign] }, { briefingId: briefing(1).id, ids: [foreign.id] })),
    ).toEqual({ kind: 'notFound', table: 'scenes', id: foreign.id });
  });
});
