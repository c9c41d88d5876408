import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/domain';
import { makeObservable } from '../../src/store/observable';
import {
  added,
  allIncidents,
  entriesOf,
  freshName,
  makeCluster,
  makeIncident,
  makeIncidents,
  makeLayer,
  makeMember,
  openTestStore,
  updated,
  valueIn,
} from './support';

describe('ST-60 followers hear of every entry once, in order, from whichever tab', () => {
  it('tells this tab and the other, and merged entries as well', async () => {
    const name = freshName();
    const [here, there] = [await openTestStore({ name }), await openTestStore({ name })];
    const heard: string[][] = [[], []];
    here.followJournal(({ header }) => void heard[0]!.push(header.command), { after: 0 });
    there.followJournal(({ header }) => void heard[1]!.push(header.command), { after: 0 });
    valueIn(await here.commit({ incidents: added(makeIncident(1)) }, { command: 'here' }));
    valueIn(await there.commit({ incidents: added(makeIncident(2)) }, { command: 'there' }));
    const other = await openTestStore();
    valueIn(await other.commit({ incidents: added(makeIncident(3)) }, { command: 'other device' }));
    valueIn(await here.applyRemoteEntries(await entriesOf(other)));
    await expect
      .poll(() => heard)
      .toEqual([
        ['here', 'there', 'other device'],
        ['here', 'there', 'other device'],
      ]);
  });

  it('begins where it is told to, waits for each, and ends when it is told to', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'one' }));
    const after = await store.arrival();
    const heard: string[] = [];
    let isBusy = false;
    const stop = store.followJournal(
      async ({ header }) => {
        expect(isBusy).toBe(false);
        isBusy = true;
        await store.countIncidents();
        isBusy = false;
        heard.push(header.command);
      },
      { after },
    );
    for (const number of [2, 3, 4]) {
      valueIn(await store.commit({ incidents: added(makeIncident(number)) }, { command: String(number) }));
    }
    await expect.poll(() => heard).toEqual(['2', '3', '4']);
    stop();
    valueIn(await store.commit({ incidents: added(makeIncident(5)) }, { command: 'unheard' }));
    await store.countIncidents();
    expect(heard).toEqual(['2', '3', '4']);
  });

  it('lets a follower write without waiting for itself', async () => {
    const store = await openTestStore();
    let answered = false;
    store.followJournal(
      async ({ header }) => {
        if (header.command !== 'first') return;
        valueIn(await store.commit({ incidents: added(makeIncident(2)) }, { command: 'second' }));
        answered = true;
      },
      { after: 0 },
    );
    valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'first' }));
    await expect.poll(() => answered).toBe(true);
  });
});

describe('ST-61 who follows incidents holds what the register holds', () => {
  it('is told the rows as they are now, and which are no more, a thousand at a time', async () => {
    const store = await openTestStore();
    const mine = new Map<string, Incident>();
    let largest = 0;
    const sizesAtEnd: number[] = [];
    store.followIncidents(
      ({ changed, removed, isLast }) => {
        largest = Math.max(largest, changed.length + removed.length);
        for (const row of changed) mine.set(row.id, row);
        for (const id of removed) mine.delete(id);
        if (isLast) sizesAtEnd.push(mine.size);
      },
      { after: 0 },
    );
    const inStep = async () => {
      const rows = await allIncidents(store);
      await expect.poll(() => [...mine.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(rows);
      return rows.length;
    };
    valueIn(
      await store.commit(
        { clusters: added(makeCluster()), incidents: added(...makeIncidents(2_500)) },
        { command: 'import' },
      ),
    );
    expect(await inStep()).toBe(2_500);
    expect(sizesAtEnd).toEqual([2_500]);
    const row = makeIncident(7, { rev: 1 });
    valueIn(await store.commit({ incidents: updated(row, { ...row, summary: 'x' }) }, { command: 'edit' }));
    expect(await inStep()).toBe(2_500);
    valueIn(await store.undo());
    valueIn(await store.undo());
    expect(await inStep()).toBe(0);
    expect(largest).toBeLessThanOrEqual(1_000);
  });

  it('holds them as they are also where an edit came before the addition that it belongs to', async () => {
    const [here, other] = [await openTestStore(), await openTestStore()];
    valueIn(await other.commit({ incidents: added(makeIncident(1), makeIncident(2)) }, { command: 'add' }));
    const row = makeIncident(1, { rev: 1 });
    valueIn(await other.commit({ incidents: updated(row, { ...row, summary: 'x' }) }, { command: 'edit' }));
    const [addition, edit] = await entriesOf(other);
    const mine = new Map<string, Incident>();
    here.followIncidents(
      ({ changed }) => {
        for (const incident of changed) mine.set(incident.id, incident);
      },
      { after: 0 },
    );
    valueIn(await here.applyRemoteEntries([edit!]));
    valueIn(await here.applyRemoteEntries([addition!]));
    await expect.poll(() => mine.size).toBe(2);
    expect([...mine.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(await allIncidents(here));
    expect([...mine.values()].map(({ summary }) => summary)).toContain('x');
  });
});

describe('ST-62 small tables are at hand, in order, and up to date when a write returns', () => {
  it('sorts members by day and layers by their order', async () => {
    const store = await openTestStore();
    let calls = 0;
    store.layers.subscribe(() => {
      calls += 1;
    });
    const members = added(makeMember(2, { from: '2019-01-01' as never }), makeMember(1));
    valueIn(await store.commit({ members, layers: added(makeLayer(2), makeLayer(1)) }, { command: 'x' }));
    expect(store.members.getSnapshot().map(({ name }) => name)).toEqual(['Xã 1', 'Xã 2']);
    expect(store.layers.getSnapshot().map(({ order }) => order)).toEqual([1, 2]);
    expect(calls).toBe(1);
  });

  it('keeps a snapshot the same object while its table does not change', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ clusters: added(makeCluster()) }, { command: 'x' }));
    const before = store.clusters.getSnapshot();
    valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'y' }));
    expect(store.clusters.getSnapshot()).toBe(before);
  });

  it('learns of what another tab wrote', async () => {
    const name = freshName();
    const [here, there] = [await openTestStore({ name }), await openTestStore({ name })];
    valueIn(await here.commit({ clusters: added(makeCluster()) }, { command: 'x' }));
    await expect.poll(() => there.clusters.getSnapshot().length).toBe(1);
    expect(there.history.getSnapshot().undo?.command).toBe('x');
  });

  it('calls each subscriber once a change, also one that was added twice', () => {
    const value = makeObservable(0);
    let calls = 0;
    const onChange = () => {
      calls += 1;
    };
    const [first, second] = [value.subscribe(onChange), value.subscribe(onChange)];
    value.set(1);
    value.set(1);
    first();
    value.set(2);
    second();
    value.set(3);
    expect(calls).toBe(3);
  });
});
