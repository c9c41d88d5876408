import { describe, expect, it } from 'vitest';
import type { IncidentDraft } from '../../src/analysis/import/types';
import type { Incident } from '../../src/domain';
import { createDuplicateTasks } from '../../src/workers/duplicateTasks';
import { makeIncident } from '../store/records';

const draftOf = ({ id: _id, source, rev: _rev, ...facts }: Incident, row: number): IncidentDraft => ({
  ...facts,
  row,
  sourceId: source.id ?? null,
});

describe('rows of a file', () => {
  const elsewhere = makeIncident(5, { lat: 21.5, source: { kind: 'file', name: 'a', row: 2, id: '5/2018' } });

  it('are held against the register and the rows before them, not the register against itself', () => {
    const tasks = createDuplicateTasks();
    tasks.putRegister([makeIncident(1), makeIncident(2)]);
    tasks.putRegister([elsewhere]);
    tasks.putDrafts([draftOf(makeIncident(2), 2), draftOf({ ...elsewhere, lat: 21.9 }, 3)]);
    tasks.putDrafts([draftOf({ ...elsewhere, lat: 21.9 }, 4)]);
    const { pairs, isCut } = tasks.find();
    expect(isCut).toBe(false);
    expect(pairs.map(({ row, known, reason }) => [row, known, reason])).toEqual([
      [4, { row: 3 }, 'number'],
      [3, { id: elsewhere.id }, 'number'],
      [4, { id: elsewhere.id }, 'number'],
      [2, { id: makeIncident(2).id }, 'place'],
      [2, { id: makeIncident(1).id }, 'place'],
    ]);
  });

  it('are forgotten when the file is understood anew, and the register with them when all is', () => {
    const tasks = createDuplicateTasks();
    tasks.putRegister([makeIncident(1)]);
    tasks.putDrafts([draftOf(makeIncident(1), 2), draftOf(makeIncident(1), 3)]);
    expect(tasks.find().pairs).toHaveLength(3);
    tasks.clearDrafts();
    expect(tasks.find().pairs).toEqual([]);
    tasks.putDrafts([draftOf(makeIncident(1), 7)]);
    expect(tasks.find().pairs).toMatchObject([{ row: 7, known: { id: makeIncident(1).id } }]);
    expect(() => tasks.putRegister([])).toThrow();
    tasks.clear();
    tasks.putDrafts([draftOf(makeIncident(1), 7)]);
    expect(tasks.find()).toEqual({ pairs: [], crowds: [], isCut: false });
  });

  it('that crowd at one place are told with their first rows', () => {
    const tasks = createDuplicateTasks();
    tasks.putRegister([makeIncident(1, { lng: 105.4 })]);
    tasks.putDrafts(
      Array.from({ length: 20 }, (_, i) => draftOf(makeIncident(1, { lng: 105.4, summary: `${i}` }), i + 2)),
    );
    expect(tasks.find()).toMatchObject({ pairs: [], crowds: [{ reason: 'place', count: 21, rows: [2, 3, 4, 5, 6] }] });
  });
});
