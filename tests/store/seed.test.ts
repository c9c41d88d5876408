import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SEED_DEVICE, seedEntries } from '../../src/store/seed';
import {
  dumpTables,
  entriesOf,
  freshName,
  makeIncidents,
  openTestStore,
  problemIn,
  removed,
  updated,
  valueIn,
} from './support';

const incidents = makeIncidents(5, { source: { kind: 'simulated', name: 'seed 1', row: null } });

describe('ST-70 what comes ready is the same on every device, and comes once', () => {
  it('brings the cluster, its members and the sample incidents', async () => {
    const store = await openTestStore();
    expect(valueIn(await store.seedFirstCluster({ incidents }))).toEqual({ applied: 2, known: 0 });
    expect(store.clusters.getSnapshot()).toHaveLength(1);
    expect(store.members.getSnapshot()).toHaveLength(9);
    expect(await store.countSimulated()).toBe(5);
  });

  it('never comes again, not even after the user has removed it', async () => {
    const store = await openTestStore();
    valueIn(await store.seedFirstCluster({ incidents }));
    const rows = incidents.map((row) => ({ ...row, rev: 1 }));
    valueIn(
      await store.commit(
        { incidents: removed(...rows), clusters: removed(...store.clusters.getSnapshot()) },
        { command: 'x' },
      ),
    );
    expect(valueIn(await store.seedFirstCluster({ incidents }))).toEqual({ applied: 0, known: 2 });
    expect([await store.countIncidents(), store.clusters.getSnapshot().length]).toEqual([0, 0]);
  });

  it('is not doubled when two devices exchange journals', async () => {
    const names = [freshName(), freshName()];
    const [a, b] = [await openTestStore({ name: names[0]! }), await openTestStore({ name: names[1]! })];
    valueIn(await a.seedFirstCluster({ incidents }));
    valueIn(await b.seedFirstCluster({ incidents }));
    const cluster = a.clusters.getSnapshot()[0]!;
    valueIn(await a.commit({ clusters: updated(cluster, { ...cluster, name: 'Tên mới' }) }, { command: 'x' }));
    expect(valueIn(await b.applyRemoteEntries(await entriesOf(a)))).toEqual({ applied: 1, known: 2 });
    expect(b.clusters.getSnapshot().map(({ name }) => name)).toEqual(['Tên mới']);
    expect(await dumpTables(names[1]!)).toEqual(await dumpTables(names[0]!));
  });

  it('is not what undo takes back', async () => {
    const store = await openTestStore();
    valueIn(await store.seedFirstCluster({ incidents }));
    expect(problemIn(await store.undo()).kind).toBe('nothingToUndo');
  });

  it('passes as a journal file', async () => {
    const [a, b] = [await openTestStore(), await openTestStore()];
    valueIn(await a.seedFirstCluster({ incidents }));
    expect(valueIn(await b.importJournal(valueIn(await a.exportJournal()))).applied).toBe(2);
  });

  it('is what it was when it was first given out: an entry with a known id never says anything else', () => {
    const [cluster] = seedEntries({ incidents: [] });
    expect(cluster?.header.device).toBe(SEED_DEVICE);
    expect(createHash('sha256').update(JSON.stringify(cluster)).digest('hex')).toBe(
      'f03f623de6a4d7004922d5e1fd2b90258a1851feb4cc5cbc5b38b90beb137436',
    );
  });
});

describe('ST-71 shipped reference data are copied when they are new, outside the journal', () => {
  it('writes a file once per version', async () => {
    const store = await openTestStore();
    const install = (hash: string, text: string) => store.installReference({ id: 'edition-2018', hash, text });
    expect(await store.readReference('edition-2018')).toBeUndefined();
    expect(valueIn(await install('a', 'first'))).toBe(true);
    expect(valueIn(await install('a', 'ignored'))).toBe(false);
    expect((await store.readReference('edition-2018'))?.text).toBe('first');
    expect(valueIn(await install('b', 'second'))).toBe(true);
    expect(await store.readReference('edition-2018')).toEqual({ id: 'edition-2018', hash: 'b', text: 'second' });
    expect(await store.arrival()).toBe(0);
  });
});
