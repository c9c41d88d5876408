import { describe, expect, it } from 'vitest';
import { type EditableFields, editEach, editIncidents } from '../../src/commands';
import type { Incident, IncidentId, PlainDate, Problem, UnitCode, WallClock } from '../../src/domain';
import { makeIncidents, problemIn, valueIn } from '../store/records';

const incidents = makeIncidents(3, { rev: 1, summary: 'Mất xe đạp' });
const [first] = incidents as [Incident];
const now = '2019-03-05T12:00' as WallClock;

const edited = (set: Partial<EditableFields>): Incident => {
  const change = valueIn(editIncidents({ incidents: [first] }, { set, now }));
  return change.incidents?.updated[0]?.[1] ?? first;
};
const refused = (set: Partial<EditableFields>): Problem =>
  problemIn(editIncidents({ incidents: [first] }, { set, now }));

describe('editing incidents', () => {
  it('gives many the same value, and writes only those that differ', () => {
    const [a, b, c] = incidents as [Incident, Incident, Incident];
    const rows = [a, { ...b, status: 'handled' as const }, c];
    const change = valueIn(editIncidents({ incidents: rows }, { set: { status: 'handled' } }));
    expect(change.incidents?.updated.map(([from, to]) => [from.id, to.status, to.rev])).toEqual(
      [a, c].filter(({ status }) => status !== 'handled').map(({ id }) => [id, 'handled', 1]),
    );
    expect(change.incidents?.added).toEqual([]);
  });

  it('gives each its own, and refuses all where one is refused', () => {
    const edits = incidents.map(({ id }, i) => ({ id, set: { personsInvolved: i + 7 } }));
    expect(valueIn(editEach({ incidents }, { edits })).incidents?.updated.map(([, to]) => to.personsInvolved)).toEqual([
      7, 8, 9,
    ]);
    const bad = [...edits, { id: first.id, set: { personsInvolved: -1 } }];
    expect(problemIn(editEach({ incidents }, { edits: bad }))).toMatchObject({ kind: 'invalidPersons', value: -1 });
    expect(problemIn(editEach({ incidents }, { edits: [{ id: 'x' as IncidentId, set: {} }] }))).toMatchObject({
      kind: 'notFound',
    });
  });

  it('takes an incident named twice through both edits', () => {
    const edits = [
      { id: first.id, set: { personsInvolved: 41 } },
      { id: first.id, set: { summary: 'khác' } },
    ];
    expect(valueIn(editEach({ incidents }, { edits })).incidents?.updated).toEqual([
      [first, { ...first, personsInvolved: 41, summary: 'khác' }],
    ]);
  });

  it('looks at times', () => {
    const span = (from: string, to: string) => ({ occurred: { from: from as WallClock, to: to as WallClock } });
    expect(edited(span('2018-05-01T20:00', '2018-05-02T06:00')).occurred.to).toBe('2018-05-02T06:00');
    expect(refused(span('2018-05-02T06:00', '2018-05-01T20:00')).kind).toBe('endsBeforeStart');
    expect(refused(span('2018-02-30T06:00', '2018-05-01T20:00'))).toEqual({
      kind: 'invalidMoment',
      text: '2018-02-30T06:00',
    });
    expect(refused(span('2018-02-20T24:00', '2018-05-01T20:00')).kind).toBe('invalidMoment');
    expect(refused(span('2019-03-05T12:01', '2019-03-05T12:01')).kind).toBe('beginsInFuture');
    expect(edited(span('2019-03-05T12:00', '2019-03-05T12:01')).occurred.from).toBe(now);
    expect(refused({ reportedOn: '2018-13-01' as PlainDate }).kind).toBe('invalidDay');
    expect(edited({ reportedOn: null }).reportedOn).toBeNull();
  });

  it('looks at numbers and codes', () => {
    for (const personsInvolved of [1.5, -1, 10_001, Number.NaN])
      expect(refused({ personsInvolved }).kind).toBe('invalidPersons');
    expect(edited({ personsInvolved: 0 }).personsInvolved).toBe(0);
    expect(refused({ unitCode: '123' as UnitCode }).kind).toBe('invalidUnitCode');
    expect(edited({ unitCode: null }).unitCode).toBeNull();
    expect(refused({ positionAccuracyM: Number.NaN }).kind).toBe('invalidAccuracy');
    expect(refused({ positionAccuracyM: -5 }).kind).toBe('invalidAccuracy');
    expect(edited({ positionAccuracyM: 0 }).positionAccuracyM).toBe(0);
  });

  it('keeps how a position was got true', () => {
    expect(refused({ lng: null }).kind).toBe('invalidPosition');
    expect(refused({ lng: 181, lat: 0 })).toEqual({ kind: 'invalidPosition', reason: 'outsideWorld' });
    expect(refused({ lng: Number.NaN, lat: 21 }).kind).toBe('invalidPosition');
    expect(edited({ lng: null, lat: null })).toMatchObject({ positionMethod: 'none', positionAccuracyM: null });
    expect(edited({ lng: 105.4, lat: 21.3 })).toMatchObject({ positionMethod: 'coordinates', positionAccuracyM: null });
    expect(edited({ lng: 105.4, lat: 21.3, positionMethod: 'map', positionAccuracyM: 30 })).toMatchObject({
      positionMethod: 'map',
      positionAccuracyM: 30,
    });
    const { lng, lat, positionMethod } = first;
    expect(edited({ lng, lat, personsInvolved: 99 }).positionMethod).toBe(positionMethod);
  });

  it('refuses texts with personal numbers, and gives them masked', () => {
    const problem = refused({ summary: 'Gọi 0912 345 678 để nhận xe' });
    expect(problem).toMatchObject({ kind: 'personalNumbers', field: 'summary', count: 1 });
    const masked = problem.kind === 'personalNumbers' ? problem.masked : '';
    expect(masked).not.toMatch(/\d{3}/);
    expect(edited({ summary: masked }).summary).toBe(masked);
    expect(refused({ sourceId: '012345678901' })).toMatchObject({ kind: 'personalNumbers', field: 'sourceId' });
    expect(refused({ summary: 'a'.repeat(10_001) })).toMatchObject({ kind: 'textTooLong', limit: 10_000 });
    expect(refused({ sourceId: 'số '.repeat(80) })).toMatchObject({ kind: 'textTooLong', field: 'sourceId' });
  });

  it('does not refuse an old text that stays as it is', () => {
    const old = { ...first, summary: 'Gọi 0912 345 678' };
    const change = editIncidents({ incidents: [old] }, { set: { summary: old.summary, personsInvolved: 50 } });
    expect(valueIn(change).incidents?.updated[0]?.[1].personsInvolved).toBe(50);
  });

  it('keeps texts composed, and a blank case number as none', () => {
    expect(edited({ summary: ' Bo\u0302\u0300 Sao ' }).summary).toBe('Bồ Sao');
    expect(edited({ sourceId: ' 12/2018 ' }).source).toEqual({ ...first.source, id: '12/2018' });
    expect(edited({ sourceId: '  ' }).source.id).toBeNull();
  });
});
