import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTerm, changeTerm, mergeTerm, removeTerm, reorderTerms } from '../../src/commands';
import { CATEGORIES, type ChangeSet, STATUSES, type Term, type TermId, termsOf } from '../../src/domain';
import { vi } from '../../src/i18n/vi';
import { makeIncidents, problemIn, valueIn } from '../store/records';

const builtInNames: Record<string, string> = { ...vi.incidents.categoryName, ...vi.incidents.statusName };
const newId = (number: number): TermId => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as TermId;

/** The rows after a change. */
function rowsAfter(rows: readonly Term[], change: ChangeSet): Term[] {
  const { added = [], updated = [], removed = [] } = change.terms ?? {};
  const gone = new Set<string>(removed.map(({ id }) => id));
  const changed = new Map<string, Term>(updated.map(([, to]) => [to.id, to]));
  return [...rows.filter(({ id }) => !gone.has(id)).map((row) => changed.get(row.id) ?? row), ...added];
}

const add = (rows: readonly Term[], name: string, number: number) =>
  addTerm({ terms: rows }, { id: newId(number), list: 'category', name, builtInNames });

describe('terms', () => {
  it('are added at the end, trimmed, and never twice by one name, whatever its marks', () => {
    const change = valueIn(add([], '  Lấn chiếm bãi sông ', 1));
    expect(change.terms?.added).toMatchObject([
      { name: 'Lấn chiếm bãi sông', order: CATEGORIES.length, look: 'other' },
    ]);
    const rows = rowsAfter([], change);
    expect(problemIn(add(rows, 'lan chiem BAI song', 2))).toEqual({ kind: 'nameTaken', name: 'lan chiem BAI song' });
    expect(problemIn(add(rows, 'trom cap', 2)).kind).toBe('nameTaken');
    expect(problemIn(add(rows, ' ', 2)).kind).toBe('emptyName');
  });

  it('are not named by a number that leads to a person: names go out with every tier', () => {
    const name = 'Vụ 0912 345 678';
    const refused = { kind: 'personalNumbers', field: 'name', masked: 'Vụ •••• ••• •••', count: 1 };
    expect(problemIn(add([], name, 1))).toEqual(refused);
    expect(problemIn(changeTerm({ terms: [] }, { id: 'theft', set: { name }, builtInNames }))).toEqual(refused);
  });

  it('are not more than two hundred', () => {
    let rows: Term[] = [];
    for (let i = CATEGORIES.length; i < 200; i += 1) rows = rowsAfter(rows, valueIn(add(rows, `Loại ${i}`, i)));
    expect(problemIn(add(rows, 'Một nữa', 999))).toEqual({ kind: 'tooManyTerms', limit: 200 });
  });

  it('that come ready get a row when they are changed, and go back to their own name', () => {
    const rename = (rows: readonly Term[], name: string) =>
      valueIn(changeTerm({ terms: rows }, { id: 'theft', set: { name, look: 'drugs' }, builtInNames }));
    const rows = rowsAfter([], rename([], 'Trộm cắp tài sản'));
    expect(rows).toMatchObject([{ id: 'theft', name: 'Trộm cắp tài sản', look: 'drugs', order: 1 }]);
    expect(rowsAfter(rows, rename(rows, 'Trộm cắp'))).toMatchObject([{ id: 'theft', name: null }]);
    expect(problemIn(changeTerm({ terms: [] }, { id: newId(9), set: {}, builtInNames })).kind).toBe('notFound');
  });

  it('stand in any order that is asked for', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...CATEGORIES]), (ids) => {
        const rows = rowsAfter([], valueIn(reorderTerms({ terms: [] }, { list: 'category', ids })));
        const order = termsOf(rows, 'category').map(({ id }) => id);
        expect(order.slice(0, ids.length)).toEqual(ids);
        expect([...order].sort()).toEqual([...CATEGORIES].sort());
      }),
    );
  });

  it('merge: every incident that has one has the other, and it says into which it went', () => {
    const incidents = [...makeIncidents(3, { category: 'theft' }), ...makeIncidents(2, { category: 'traffic' }, 10)];
    const change = valueIn(mergeTerm({ terms: [], incidents }, { from: 'theft', into: 'other' }));
    expect(change.incidents?.updated.map(([from, to]) => [from.id, to.category])).toEqual(
      incidents.slice(0, 3).map(({ id }) => [id, 'other']),
    );
    expect(change.terms?.added).toMatchObject([{ id: 'theft', isRetired: true, mergedInto: 'other' }]);
    const rows = rowsAfter([], change);
    expect(problemIn(mergeTerm({ terms: rows, incidents: [] }, { from: 'drugs', into: 'theft' }))).toEqual({
      kind: 'badMerge',
      reason: 'retired',
    });
    for (const [into, reason] of [
      ['theft', 'itself'],
      [STATUSES[0], 'otherList'],
    ] as const)
      expect(problemIn(mergeTerm({ terms: [], incidents: [] }, { from: 'theft', into }))).toEqual({
        kind: 'badMerge',
        reason,
      });
    const back = valueIn(changeTerm({ terms: rows }, { id: 'theft', set: { isRetired: false }, builtInNames }));
    expect(rowsAfter(rows, back)).toMatchObject([{ id: 'theft', isRetired: false, mergedInto: null }]);
  });

  it('go only where nothing has them, and never where they come ready', () => {
    const rows = rowsAfter([], valueIn(add([], 'Bãi sông', 1)));
    expect(valueIn(removeTerm({ terms: rows }, { id: newId(1), uses: 0 })).terms?.removed).toEqual(rows);
    expect(problemIn(removeTerm({ terms: rows }, { id: newId(1), uses: 2 }))).toEqual({ kind: 'termInUse', uses: 2 });
    expect(problemIn(removeTerm({ terms: rows }, { id: 'theft', uses: 0 })).kind).toBe('notFound');
    const merged = rowsAfter(
      rows,
      valueIn(mergeTerm({ terms: rows, incidents: [] }, { from: 'theft', into: newId(1) })),
    );
    expect(problemIn(removeTerm({ terms: merged }, { id: newId(1), uses: 0 })).kind).toBe('termInUse');
  });
});
