import { describe, expect, it } from 'vitest';
import { mergeRecords, proposeMerge } from '../../src/analysis/mergeRecords';
import { mergeIncidents } from '../../src/commands';
import type { Incident, IncidentId, PlainDate, WallClock } from '../../src/domain';
import { makeIncident, problemIn, valueIn } from '../store/records';

const first = makeIncident(1, { summary: '', rev: 3 });
const proposals = (a: Incident, b: Incident) =>
  Object.fromEntries(proposeMerge(a, b).map(({ field, proposed }) => [field, proposed]));
const like = (fields: Partial<Incident>): Incident => ({ ...first, id: 'b' as IncidentId, rev: 9, ...fields });
const span = (from: string, to: string) => ({ from: from as WallClock, to: to as WallClock });

describe('two records that become one', () => {
  it('ask only where they differ, and one alike is the first', () => {
    expect(proposeMerge(first, like({}))).toEqual([]);
    expect(mergeRecords(first, like({}))).toEqual(first);
  });

  it('take what is known over what is not', () => {
    const blank = {
      unitCode: null,
      reportedOn: null,
      category: 'other',
      status: 'open',
      lng: null,
      lat: null,
    } as const;
    const full = like({
      reportedOn: '2018-05-06' as PlainDate,
      status: 'handled',
      summary: 'Mất xe',
      source: { ...first.source, id: 'A-1' },
    });
    const empty = { ...first, ...blank, positionMethod: 'none' } as Incident;
    const names = ['position', 'category', 'unitCode', 'status', 'reportedOn', 'summary', 'sourceId'];
    expect(proposals(empty, full)).toEqual(Object.fromEntries(names.map((name) => [name, 'second'])));
    expect(proposals(full, empty)).toEqual(Object.fromEntries(names.map((name) => [name, 'first'])));
    expect(mergeRecords(empty, full)).toEqual({
      ...full,
      id: first.id,
      rev: 3,
      source: { ...first.source, id: 'A-1' },
    });
  });

  it('take the more exact position with its accuracy, the narrower span where both touch, the earlier report', () => {
    const at = (metres: number | null, method: Incident['positionMethod']) =>
      ({ lng: 105.5, positionAccuracyM: metres, positionMethod: method }) as const;
    expect(proposals({ ...first, ...at(30, 'map') }, like({ lng: 105.6 })).position).toBe('first');
    expect(proposals({ ...first, ...at(null, 'place') }, like({})).position).toBe('second');
    expect(mergeRecords({ ...first, ...at(300, 'place') }, like({}))).toMatchObject({
      lng: first.lng,
      positionAccuracyM: null,
      positionMethod: 'coordinates',
    });
    const day = span('2018-05-04T00:00', '2018-05-04T23:59');
    expect(proposals({ ...first, occurred: day }, like({})).occurred).toBe('second');
    expect(proposals(first, like({ occurred: day })).occurred).toBe('first');
    const apart = span('2018-05-02T08:00', '2018-05-02T08:00');
    expect(proposals({ ...first, occurred: day }, like({ occurred: apart })).occurred).toBe('first');
    const on = (date: string) => ({ reportedOn: date as PlainDate });
    expect(proposals({ ...first, ...on('2018-05-06') }, like(on('2018-05-05'))).reportedOn).toBe('second');
  });

  it('take the larger number or both, and the summaries of both where neither holds the other', () => {
    const [a, b] = [
      { ...first, personsInvolved: 2, summary: 'Mất một xe đạp.' },
      like({ personsInvolved: 3, summary: 'Camera ghi lại hai người' }),
    ];
    expect(mergeRecords(a, b)).toMatchObject({
      personsInvolved: 3,
      summary: 'Mất một xe đạp; Camera ghi lại hai người',
    });
    expect(mergeRecords(a, b, { personsInvolved: 'both', summary: 'first' })).toMatchObject({
      personsInvolved: 5,
      summary: 'Mất một xe đạp.',
    });
    expect(proposals(a, like({ summary: 'MẤT MỘT XE ĐẠP, sau tìm lại được' })).summary).toBe('second');
    const long = 'dài '.repeat(2_600);
    expect(proposeMerge(a, like({ summary: long })).find(({ field }) => field === 'summary')).toEqual({
      field: 'summary',
      proposed: 'second',
      choices: ['first', 'second'],
    });
  });

  it('are one row less in the register, by one change', () => {
    const other = like({ personsInvolved: 7 });
    const input = { keep: first.id, remove: other.id };
    expect(valueIn(mergeIncidents({ incidents: [other, first] }, input))).toEqual({
      incidents: { added: [], updated: [[first, { ...first, personsInvolved: 7 }]], removed: [other] },
    });
    expect(problemIn(mergeIncidents({ incidents: [first] }, input))).toEqual({
      kind: 'notFound',
      table: 'incidents',
      id: 'b',
    });
    expect(problemIn(mergeIncidents({ incidents: [first] }, { ...input, remove: first.id })).kind).toBe('notFound');
  });
});
