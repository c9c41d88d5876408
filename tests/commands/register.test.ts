import { describe, expect, it } from 'vitest';
import {
  addActivity,
  addIncident,
  addMember,
  addPlace,
  changeActivity,
  changeCluster,
  changePlace,
  importActivities,
  removeActivities,
  removeMember,
  removePlace,
  removeSimulated,
  setMemberDays,
} from '../../src/commands';
import type {
  Activity,
  ActivityId,
  EditionId,
  Member,
  PlaceId,
  PlainDate,
  UnitCode,
  WallClock,
} from '../../src/domain';
import { makeCluster, makeIncident, makeMember, problemIn, valueIn } from '../store/records';

const now = '2026-11-28T19:00' as WallClock;
const today = '2026-11-28' as PlainDate;

describe('an incident by hand', () => {
  const { id, source: _source, rev: _rev, reportedOn: _reported, ...record } = makeIncident(1);
  const fields = { ...record, sourceId: null };
  it('is added as it was entered', () => {
    const [made] = valueIn(addIncident({ id, fields, now })).incidents?.added ?? [];
    expect(made).toMatchObject({ ...record, id, reportedOn: null, rev: 0, source: { kind: 'manual', row: null } });
  });

  it('is refused with a number that can lead to a person, and in the future', () => {
    const summary = 'Gọi 0912345678';
    expect(problemIn(addIncident({ id, fields: { ...fields, summary }, now })).kind).toBe('personalNumbers');
    const later = '2026-11-28T19:01' as WallClock;
    const occurred = { from: later, to: later };
    expect(problemIn(addIncident({ id, fields: { ...fields, occurred }, now })).kind).toBe('beginsInFuture');
  });
});

describe('activities', () => {
  const fields = {
    kind: 'meeting',
    on: '2026-11-01',
    unitCode: '07912' as UnitCode,
    count: 2,
    note: ' Họp dân ',
  } as const;
  const id = 'a1' as ActivityId;
  const [made] = valueIn(addActivity({ id, fields, today })).activities?.added ?? [];
  const activity = made as Activity;

  it('are added, changed and removed', () => {
    expect(activity).toMatchObject({ id, kind: 'meeting', on: '2026-11-01', count: 2, note: 'Họp dân' });
    const change = valueIn(changeActivity({ activity }, { fields: { ...fields, count: 3 }, today }));
    expect(change.activities?.updated).toEqual([[activity, { ...activity, count: 3 }]]);
    expect(valueIn(removeActivities({ activities: [activity] })).activities?.removed).toEqual([activity]);
  });

  it.each([
    [{ on: '2026-02-30' }, 'invalidDay'],
    [{ on: '2026-11-29' }, 'beginsInFuture'],
    [{ count: 0 }, 'invalidCount'],
    [{ count: 1.5 }, 'invalidCount'],
    [{ note: 'gọi 0912 345 678' }, 'personalNumbers'],
  ])('are refused: %j', (part, kind) => {
    expect(problemIn(addActivity({ id, fields: { ...fields, ...part }, today })).kind).toBe(kind);
  });

  it('of a file come in one step, simulated ones put away if that is wanted', () => {
    const simulated = [{ ...activity, source: { kind: 'simulated', name: 's', row: null } }] as Activity[];
    const input = { file: 'a.csv', activities: [activity] };
    const removedBy = (removeSimulated: boolean) =>
      valueIn(importActivities({ simulated }, { ...input, removeSimulated })).activities?.removed;
    expect([removedBy(true), removedBy(false)]).toEqual([simulated, []]);
    const nothing = { file: 'a.csv', activities: [], removeSimulated: false };
    expect(problemIn(importActivities({ simulated }, nothing)).kind).toBe('noUsableRows');
    expect(valueIn(removeSimulated({ simulated: [], activities: simulated }))).toEqual({
      activities: { added: [], updated: [], removed: simulated },
    });
  });
});

describe('the cluster', () => {
  const cluster = makeCluster();
  const member = makeMember(1, { fromIsProvisional: true });
  const newcomer = {
    id: 'm2' as Member['id'],
    kind: 'unit',
    name: 'Xã Hai',
    editionId: '2018' as EditionId,
    unitCode: '00002' as UnitCode,
    from: '2026-01-01',
  } as const;

  it('takes in a unit once at a time', () => {
    const added = valueIn(addMember({ cluster, members: [member] }, newcomer)).members?.added ?? [];
    expect(added).toMatchObject([{ name: 'Xã Hai', clusterId: cluster.id, from: '2026-01-01', to: null }]);
    expect(problemIn(addMember({ cluster, members: added }, newcomer)).kind).toBe('alreadyMember');
    const left = added.map((row) => ({ ...row, to: '2025-12-31' as PlainDate }));
    expect(valueIn(addMember({ cluster, members: left }, newcomer)).members?.added).toHaveLength(1);
    const company = { ...newcomer, kind: 'organisation', name: 'Công ty' } as const;
    expect(valueIn(addMember({ cluster, members: added }, company)).members?.added).toHaveLength(1);
    expect(problemIn(addMember({ cluster, members: [] }, { ...newcomer, from: 'x' })).kind).toBe('invalidDay');
  });

  it('calls a member otherwise without touching its provisional day', () => {
    const set = (fields: object) =>
      valueIn(setMemberDays({ member }, { from: member.from, to: null, ...fields })).members?.updated[0]?.[1];
    expect(set({ name: 'Xã Một mới' })).toMatchObject({ name: 'Xã Một mới', fromIsProvisional: true });
    expect(set({})).toMatchObject({ name: member.name, fromIsProvisional: false });
    expect(valueIn(removeMember({ member })).members?.removed).toEqual([member]);
  });

  it('has its own name and day', () => {
    const change = valueIn(changeCluster({ cluster }, { name: ' Cụm mới ', agreedOn: '2018-01-24' }));
    expect(change.clusters?.updated[0]?.[1]).toMatchObject({ name: 'Cụm mới', agreedOn: '2018-01-24' });
    expect(problemIn(changeCluster({ cluster }, { name: '', agreedOn: null })).kind).toBe('emptyName');
    expect(problemIn(changeCluster({ cluster }, { name: 'a', agreedOn: '2018-02-30' })).kind).toBe('invalidDay');
  });
});

describe('places', () => {
  const fields = { name: ' Đê Bồ Sao ', lng: 105.4, lat: 21.3, accuracyM: 100 };
  const id = 'p1' as PlaceId;
  const places = valueIn(addPlace({ places: [] }, { id, fields })).places?.added ?? [];
  it('are added once by a name, moved, renamed and removed', () => {
    expect(places).toEqual([{ id, name: 'Đê Bồ Sao', lng: 105.4, lat: 21.3, accuracyM: 100, rev: 0 }]);
    const twin = { id: 'p2' as PlaceId, fields: { ...fields, name: 'de bo sao' } };
    expect(problemIn(addPlace({ places }, twin)).kind).toBe('nameTaken');
    const bridge = { id: 'bridge' as PlaceId, fields: { ...fields, name: 'Cầu Mới', isCrossing: true } };
    expect(valueIn(addPlace({ places }, bridge)).places?.added[0]?.isCrossing).toBe(true);
    const moved = valueIn(changePlace({ places }, { id, set: { lng: 105.5, lat: 21.4 } })).places?.updated[0]?.[1];
    expect(moved).toMatchObject({ name: 'Đê Bồ Sao', lng: 105.5, lat: 21.4 });
    expect(problemIn(changePlace({ places }, { id, set: { accuracyM: Number.NaN } })).kind).toBe('invalidAccuracy');
    expect(problemIn(changePlace({ places }, { id, set: { lat: 91 } })).kind).toBe('invalidPosition');
    expect(valueIn(removePlace({ place: places[0]! })).places?.removed).toEqual(places);
  });
});
