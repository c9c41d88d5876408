import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyColumns,
  encodeIncidents,
  positionsOf,
  putIncidents,
  removeIncidents,
  wallClockMinutes,
} from '../../src/analysis/incidentColumns';
import {
  CATEGORIES,
  type CategoryId,
  type Incident,
  type IncidentId,
  type StatusId,
  type UnitCode,
  type WallClock,
} from '../../src/domain';

function incident(id: string, lng: number): Incident {
  const at = '2018-03-05T21:30' as WallClock;
  return {
    id: id as IncidentId,
    occurred: { from: at, to: at },
    reportedOn: null,
    lng,
    lat: 21.3,
    positionAccuracyM: 20,
    positionMethod: 'coordinates',
    category: 'theft',
    kind: 'criminal',
    discovery: 'discovered',
    personsInvolved: 2,
    unitCode: '07909' as UnitCode,
    status: 'handled',
    summary: `về ${id}`,
    source: { kind: 'simulated', name: 'x', row: null, id: null },
    rev: 1,
  };
}

describe('incident columns', () => {
  it('carry every code', () => {
    const batch = encodeIncidents([incident('a', 105.4)]);
    expect(batch).toMatchObject({
      ids: ['a'],
      positions: new Float64Array([105.4, 21.3]),
      category: new Uint16Array([1]),
      kind: new Uint8Array([0]),
      discovery: new Uint8Array([1]),
      status: new Uint16Array([1]),
      persons: new Uint32Array([2]),
      unitCode: new Int32Array([7909]),
      simulated: new Uint8Array([1]),
      summaries: ['về a'],
    });
    expect(batch.occurredMin[0]).toBe(wallClockMinutes('2018-03-05T21:30'));
  });

  it('know the terms of the user, whatever the batch they came in', () => {
    const of = (id: string, category: string, status: string): Incident => ({
      ...incident(id, 105),
      category: category as CategoryId,
      status: status as StatusId,
    });
    const columns = emptyColumns();
    putIncidents(columns, encodeIncidents([of('a', 'own-1', 'open'), of('b', 'drugs', 'own-9')]));
    putIncidents(
      columns,
      encodeIncidents([of('c', 'own-2', 'own-8'), of('d', 'own-1', 'own-9'), of('b', 'own-2', 'open')]),
    );
    const read = [...columns.slotOf].map(([id, slot]) => [
      id,
      columns.categories[columns.category[slot]!],
      columns.statuses[columns.status[slot]!],
    ]);
    expect(read).toEqual([
      ['a', 'own-1', 'open'],
      ['b', 'own-2', 'open'],
      ['c', 'own-2', 'own-8'],
      ['d', 'own-1', 'own-9'],
    ]);
    expect(columns.categories.slice(0, CATEGORIES.length)).toEqual(CATEGORIES);
  });

  it('hold, after any puts and removals, what a plain map would', () => {
    const action = fc.oneof(
      fc.record({ put: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 99 }))) }),
      fc.record({ remove: fc.array(fc.integer({ min: 0, max: 30 })) }),
    );
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const columns = emptyColumns();
        const model = new Map<string, number>();
        for (const step of actions) {
          if ('put' in step) {
            putIncidents(columns, encodeIncidents(step.put.map(([id, lng]) => incident(`i${id}`, lng))));
            for (const [id, lng] of step.put) model.set(`i${id}`, lng);
          } else {
            removeIncidents(
              columns,
              step.remove.map((id) => `i${id}`),
            );
            for (const id of step.remove) model.delete(`i${id}`);
          }
        }
        const held = columns.ids.map((id, slot) => [id, positionsOf(columns)[2 * slot]]);
        expect(columns.count).toBe(model.size);
        expect(positionsOf(columns).length).toBe(2 * model.size);
        expect(new Map(held as [string, number][])).toEqual(model);
        expect([...columns.slotOf].every(([id, slot]) => columns.ids[slot] === id)).toBe(true);
        expect(columns.summaries.every((text, slot) => text === `về ${columns.ids[slot]}`)).toBe(true);
      }),
    );
  });
});
