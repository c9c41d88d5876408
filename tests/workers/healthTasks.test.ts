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
const NOW = '2024-06-01T10:00' as WallClock;
const begun = (terms: readonly Term[] = []) => {
  const tasks = createHealthTasks();
  tasks.begin({
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
    tasks.put([makeIncident(1, { ...nowhere, occurred: early, category: 'other' }), makeIncident(2, apart(2))], NOW);
    tasks.put([makeIncident(3, nowhere)], NOW);
    const { total, counts, isCut } = tasks.report([], NOW);
    expect([total, counts.noPosition, counts.noCategory, counts.simulated, isCut]).toEqual([3, 2, 1, 0, false]);
    expect(tasks.records('noPosition', 0, 9)).toEqual([makeIncident(3).id, makeIncident(1).id]);
    expect(tasks.records('noPosition', 1, 2)).toEqual([makeIncident(1).id]);
    expect(tasks.records('inFuture', 0, 9)).toEqual([]);
  });

  it('follows what changes and goes, and keeps its lists until the next report', () => {
    const tasks = begun();
    tasks.put(
      [makeIncident(1, { ...apart(1), category: 'other' }), makeIncident(2, { ...apart(2), category: 'other' })],
      NOW,
    );
    expect(tasks.report([], NOW).counts.noCategory).toBe(2);
    tasks.put([makeIncident(1, apart(1))], NOW);
    tasks.remove([makeIncident(2).id, 'unknown']);
    expect(tasks.records('noCategory', 0, 9)).toHaveLength(2);
    expect(tasks.report([], NOW)).toMatchObject({ total: 1, counts: { noCategory: 0 } });
  });

  it('holds what is yet to come against the clock of now, not of its first look', () => {
    const tasks = begun();
    const at = (moment: string) => ({ from: moment as WallClock, to: moment as WallClock });
    tasks.put(
      [
        makeIncident(1, { ...apart(1), occurred: at('2024-06-01T11:00') }),
        makeIncident(2, { ...apart(2), occurred: at('2024-06-01T09:00'), reportedOn: '2024-06-02' as PlainDate }),
        makeIncident(3, { ...apart(3), occurred: at('2024-06-01T12:00') }),
      ],
      NOW,
    );
    expect(tasks.report([], NOW).counts.inFuture).toBe(3);
    const later = '2024-06-01T11:00' as WallClock;
    tasks.put([makeIncident(4, { ...apart(4), occurred: at('2024-06-01T10:30') })], later);
    tasks.remove([makeIncident(3).id]);
    expect(tasks.report([], later).counts.inFuture).toBe(1);
    expect(tasks.records('inFuture', 0, 9)).toEqual([makeIncident(2).id]);
    expect(tasks.report([], '2024-06-02T00:00' as WallClock).counts.inFuture).toBe(0);
  });

  it('knows pairs, but not those that were said to be two cases', () => {
    const tasks = begun();
    const ids = [makeIncident(2).id, makeIncident(1).id] as const;
    tasks.put([makeIncident(1), makeIncident(2)], NOW);
    expect(tasks.report([], NOW).counts.duplicates).toBe(1);
    expect(tasks.pairs(0, 9)).toMatchObject([{ ids: [makeIncident(1).id, makeIncident(2).id], reason: 'place' }]);
    expect(tasks.report([pairKey(ids)], NOW).counts.duplicates).toBe(0);
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
    tasks.put(
      ids.map((category, i) => makeIncident(i + 1, { ...apart(i), category })),
      NOW,
    );
    expect(tasks.report([], NOW).counts.retiredCategory).toBe(2);
    expect(tasks.records('retiredCategory', 0, 9)).toEqual([makeIncident(1).id, makeIncident(4).id]);
  });
});
