import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulateIncidents } from '../../src/analysis/simulateIncidents';
import { firstCluster } from '../../src/commands';
import { decodeEdition } from '../../src/geo/decodeEdition';
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

const incidents = makeIncidents(5, { source: { kind: 'simulated', name: 'seed 1', row: null, id: null } });

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
    const path = resolve(import.meta.dirname, '../../geodata/layers/edition-2018.json');
    const { units } = decodeEdition(JSON.parse(readFileSync(path, 'utf8')));
    const founders = firstCluster.members.filter(({ from }) => from <= '2018-12-31').map(({ unitCode }) => unitCode);
    const sample = simulateIncidents({ seed: 2018, units, memberCodes: [...new Set(founders)] });
    const entries = seedEntries({ incidents: sample });
    expect(entries.map(({ header }) => [header.device, header.counts.incidents?.added])).toEqual([
      [SEED_DEVICE, undefined],
      [SEED_DEVICE, 61],
    ]);
    expect(entries.map((entry) => createHash('sha256').update(JSON.stringify(entry)).digest('hex'))).toEqual([
      'f03f623de6a4d7004922d5e1fd2b90258a1851feb4cc5cbc5b38b90beb137436',
      'ce0be6c8a4d4a60b1f69b998bf6f48344796decfedb78f64d826a6982e5d1be1',
    ]);
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
