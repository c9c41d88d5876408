import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store';
import {
  added,
  allIncidents,
  freshName,
  handClock,
  makeCluster,
  makeIncident,
  makeIncidents,
  nextId,
  openTestStore,
  problemIn,
  removed,
  updated,
  valueIn,
} from './support';

async function rename(store: Store, name: string): Promise<void> {
  const cluster = store.clusters.getSnapshot()[0]!;
  valueIn(await store.commit({ clusters: updated(cluster, { ...cluster, name }) }, { command: `rename ${name}` }));
}

const nameIn = (store: Store): string | undefined => store.clusters.getSnapshot()[0]?.name;
const stepsOf = (store: Store): (string | undefined)[] => {
  const { undo, redo } = store.history.getSnapshot();
  return [undo?.command, redo?.command];
};

async function renamedStore(): Promise<Store> {
  const store = await openTestStore();
  valueIn(await store.commit({ clusters: added(makeCluster({ name: 'A' })) }, { command: 'add' }));
  await rename(store, 'B');
  await rename(store, 'C');
  return store;
}

describe('ST-10 undo and redo go through what this device did, step by step', () => {
  it('takes back and brings back in order', async () => {
    const store = await renamedStore();
    expect(stepsOf(store)).toEqual(['rename C', undefined]);
    expect(valueIn(await store.undo())).toMatchObject({ command: 'rename C' });
    expect([nameIn(store), ...stepsOf(store)]).toEqual(['B', 'rename B', 'rename C']);
    valueIn(await store.undo());
    expect([nameIn(store), ...stepsOf(store)]).toEqual(['A', 'add', 'rename B']);
    valueIn(await store.redo());
    expect([nameIn(store), ...stepsOf(store)]).toEqual(['B', 'rename B', 'rename C']);
    valueIn(await store.redo());
    expect([nameIn(store), ...stepsOf(store)]).toEqual(['C', 'rename C', undefined]);
    expect(problemIn(await store.redo()).kind).toBe('nothingToRedo');
  });

  it('takes back everything, down to nothing', async () => {
    const store = await renamedStore();
    for (let i = 0; i < 3; i += 1) valueIn(await store.undo());
    expect(store.clusters.getSnapshot()).toEqual([]);
    expect(problemIn(await store.undo()).kind).toBe('nothingToUndo');
    for (let i = 0; i < 3; i += 1) valueIn(await store.redo());
    expect(nameIn(store)).toBe('C');
  });

  it('forgets what could be brought back once something new is done', async () => {
    const store = await renamedStore();
    valueIn(await store.undo());
    await rename(store, 'D');
    expect(stepsOf(store)).toEqual(['rename D', undefined]);
    valueIn(await store.undo());
    expect([nameIn(store), ...stepsOf(store)]).toEqual(['B', 'rename B', 'rename D']);
    valueIn(await store.undo());
    expect(nameIn(store)).toBe('A');
  });

  it('outlives a reload', async () => {
    const name = freshName();
    const first = await openTestStore({ name });
    valueIn(await first.commit({ clusters: added(makeCluster({ name: 'A' })) }, { command: 'add' }));
    await rename(first, 'B');
    await rename(first, 'C');
    valueIn(await first.undo());
    first.close();
    const second = valueIn(await openStore({ name, newId: nextId, now: handClock().now }));
    expect([nameIn(second), ...stepsOf(second)]).toEqual(['B', 'rename B', 'rename C']);
    valueIn(await second.redo());
    expect(nameIn(second)).toBe('C');
  });

  it('finds its way through more entries than one read brings', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ clusters: added(makeCluster({ name: '0' })) }, { command: 'add' }));
    for (let i = 1; i <= 120; i += 1) await rename(store, String(i));
    for (let i = 0; i < 115; i += 1) valueIn(await store.undo());
    expect([nameIn(store), ...stepsOf(store)]).toEqual(['5', 'rename 5', 'rename 6']);
  });
});

describe('ST-11 undo appends to the journal, which never shrinks', () => {
  it('adds an entry that names what it undoes or does again', async () => {
    const store = await openTestStore();
    const entry = valueIn(
      await store.commit({ incidents: added(makeIncident(1)) }, { command: 'add', params: { n: 1 } }),
    );
    const undo = valueIn(await store.undo());
    const redo = valueIn(await store.redo());
    expect(undo).toMatchObject({ undoes: entry!.id, redoes: null, command: 'add', params: { n: 1 } });
    expect(undo.counts).toEqual({ incidents: { added: 0, updated: 0, removed: 1 } });
    expect(redo).toMatchObject({ undoes: null, redoes: entry!.id, counts: { incidents: { added: 1 } } });
    expect(await store.arrival()).toBe(3);
  });

  it('brings a removed record back whole, at a revision it never had', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'add' }));
    const row = makeIncident(1, { rev: 1 });
    valueIn(await store.commit({ incidents: updated(row, { ...row, summary: 'b' }) }, { command: 'edit' }));
    valueIn(await store.commit({ incidents: removed({ ...row, summary: 'b', rev: 2 }) }, { command: 'remove' }));
    valueIn(await store.undo());
    const [back] = await allIncidents(store);
    expect(back).toEqual({ ...row, summary: 'b', rev: back?.rev });
    expect(back?.rev).toBeGreaterThan(2);
  });
});

describe('ST-12 undo never writes over what others have done since', () => {
  it('is refused where a field has changed, and changes nothing', async () => {
    const name = freshName();
    const mine = await openTestStore({ name });
    valueIn(await mine.commit({ clusters: added(makeCluster({ name: 'A' })) }, { command: 'add' }));
    await rename(mine, 'B');
    const theirs = await openTestStore();
    valueIn(await theirs.importJournal(valueIn(await mine.exportJournal())));
    await rename(theirs, 'Theirs');
    valueIn(await mine.importJournal(valueIn(await theirs.exportJournal())));
    expect(nameIn(mine)).toBe('Theirs');
    const before = await mine.arrival();
    expect(problemIn(await mine.undo())).toEqual({
      kind: 'undoConflict',
      table: 'clusters',
      id: 'cluster-1',
      command: 'rename B',
    });
    expect([nameIn(mine), await mine.arrival()]).toEqual(['Theirs', before]);
  });

  it('is done where others changed another field', async () => {
    const mine = await openTestStore();
    valueIn(await mine.commit({ clusters: added(makeCluster({ name: 'A' })) }, { command: 'add' }));
    await rename(mine, 'B');
    const theirs = await openTestStore();
    valueIn(await theirs.importJournal(valueIn(await mine.exportJournal())));
    const zoneM = { commune: 1, district: 2, province: 3 };
    const cluster = theirs.clusters.getSnapshot()[0]!;
    valueIn(await theirs.commit({ clusters: updated(cluster, { ...cluster, zoneM }) }, { command: 'zone' }));
    valueIn(await mine.importJournal(valueIn(await theirs.exportJournal())));
    valueIn(await mine.undo());
    expect(mine.clusters.getSnapshot()[0]).toMatchObject({ name: 'A', zoneM });
  });

  it("never undoes another device's entries", async () => {
    const theirs = await openTestStore();
    valueIn(await theirs.commit({ incidents: added(makeIncident(1)) }, { command: 'theirs' }));
    const mine = await openTestStore();
    valueIn(await mine.importJournal(valueIn(await theirs.exportJournal())));
    expect(problemIn(await mine.undo()).kind).toBe('nothingToUndo');
  });
});

describe('ST-13 a large import is undone and redone whole', () => {
  it('takes 3,500 rows back part by part, and brings them again', async () => {
    const store = await openTestStore();
    const simulated = makeIncidents(30, { source: { kind: 'simulated', name: 's', row: null, id: null } }, 10_000);
    valueIn(await store.commit({ incidents: added(...simulated) }, { command: 'seed' }));
    const change = {
      incidents: { added: makeIncidents(3_500), updated: [], removed: simulated.map((row) => ({ ...row, rev: 1 })) },
    };
    valueIn(await store.commit(change, { command: 'import' }));
    const after = await allIncidents(store);
    expect(valueIn(await store.undo())).toMatchObject({
      parts: 15,
      counts: { incidents: { added: 30, removed: 3_500 } },
    });
    expect((await allIncidents(store)).map(({ rev: _, ...row }) => row)).toEqual(
      simulated.map(({ rev: _, ...row }) => row),
    );
    valueIn(await store.redo());
    expect((await allIncidents(store)).map(({ rev: _, ...row }) => row)).toEqual(
      after.map(({ rev: _, ...row }) => row),
    );
  });
});
