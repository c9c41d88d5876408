import { describe, expect, it } from 'vitest';
import { CATEGORIES, type PlainDate, type Term, type TermId, type UnitCode, type WallClock } from '../../src/domain';
import { createHealthTasks, pairKey } from '../../src/workers/healthTasks';
import { makeIncident } from '../store/records';

const term = (id: string, fields: Partial<Term> = {}): Term => ({
  id: id as TermId,
  list: 'category',
  name: id,
  look: 'other',
  order: 20,
  isRetired: false,
  mergedInto: null,
  rev: 1,
  ...fields,
});
const begun = (terms: readonly Term[] = []) => {
  const tasks = createHealthTasks();
  tasks.begin({
    now: '2024-06-01T10:00' as WallClock,
    areaBbox: [105.2, 21.1, 105.7, 21.5],
    editions: [{ validFrom: null, validTo: '2025-06-30' as PlainDate, codes: ['07912' as UnitCode] }],
    terms,
    knownCategories: CATEGORIES,
  });
  return tasks;
};
const apart = (number: number) => ({ lat: 21.2 + number / 100 });

describe('the register’s health', () => {
  it('is counted per fault, and listed with the latest case first', () => {
    const tasks = begun();
    const early = { from: '2017-01-01T08:00' as WallClock, to: '2017-01-01T08:00' as WallClock };
    const nowhere = { lng: null, lat: null, positionMethod: 'none' } as const;
    tasks.put([makeIncident(1, { ...nowhere, occurred: early, category: 'other' }), makeIncident(2, apart(2))]);
    tasks.put([makeIncident(3, nowhere)]);
    const { total, counts, isCut } = tasks.report([]);
    expect([total, counts.noPosition, counts.noCategory, counts.simulated, isCut]).toEqual([3, 2, 1, 0, false]);
    expect(tasks.records('noPosition', 0, 9)).toEqual([makeIncident(3).id, makeIncident(1).id]);
    expect(tasks.records('noPosition', 1, 2)).toEqual([makeIncident(1).id]);
    expect(tasks.records('inFuture', 0, 9)).toEqual([]);
  });

  it('follows what changes and goes, and keeps its lists until the next report', () => {
    const tasks = begun();
    tasks.put([
      makeIncident(1, { ...apart(1), category: 'other' }),
      makeIncident(2, { ...apart(2), category: 'other' }),
    ]);
    expect(tasks.report([]).counts.noCategory).toBe(2);
    tasks.put([makeIncident(1, apart(1))]);
    tasks.remove([makeIncident(2).id, 'unknown']);
    expect(tasks.records('noCategory', 0, 9)).toHaveLength(2);
    expect(tasks.report([])).toMatchObject({ total: 1, counts: { noCategory: 0 } });
  });

  it('knows pairs, but not those that were said to be two cases', () => {
    const tasks = begun();
    const ids = [makeIncident(2).id, makeIncident(1).id] as const;
    tasks.put([makeIncident(1), makeIncident(2)]);
    expect(tasks.report([]).counts.duplicates).toBe(1);
    expect(tasks.pairs(0, 9)).toMatchObject([{ ids: [makeIncident(1).id, makeIncident(2).id], reason: 'place' }]);
    expect(tasks.report([pairKey(ids)]).counts.duplicates).toBe(0);
    expect(tasks.pairs(0, 9)).toEqual([]);
  });

  it('takes a merged category for what it was merged into, a retired or unknown one for a fault', () => {
    const terms = [
      term('old', { isRetired: true }),
      term('gone', { isRetired: true, mergedInto: 'theft' }),
      term('own'),
    ];
    const tasks = begun(terms);
    const ids = ['old', 'gone', 'own', 'never-heard-of'] as TermId[];
    tasks.put(ids.map((category, i) => makeIncident(i + 1, { ...apart(i), category })));
    expect(tasks.report([]).counts.retiredCategory).toBe(2);
    expect(tasks.records('retiredCategory', 0, 9)).toEqual([makeIncident(1).id, makeIncident(4).id]);
  });
});
