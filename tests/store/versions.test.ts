import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Incident, Problem, Result } from '../../src/domain';
import { openStore } from '../../src/store';
import { Database } from '../../src/store/database';
import type { Fields } from '../../src/store/journal';
import { type SchemaVersion, VERSIONS } from '../../src/store/versions';
import { type DatabaseDump, dumpDatabase, restoreDatabase } from './rawDatabase';
import {
  added,
  allIncidents,
  dumpRebuilt,
  dumpTables,
  entriesOf,
  freshName,
  handClock,
  makeCluster,
  makeIncident,
  makeIncidents,
  makeLayer,
  makeMember,
  nextId,
  openTestStore,
  problemIn,
  removed,
  updated,
  valueIn,
} from './support';

const fixture = (number: number): string => resolve(import.meta.dirname, `fixtures/version-${number}.json`);
const readFixture = (number: number): DatabaseDump => JSON.parse(readFileSync(fixture(number), 'utf8'));
const geojson = '{"type":"FeatureCollection","features":[]}';

/** What a user may have done with the newest version; written down once per version, when it is made: WRITE_FIXTURE=1. */
async function liveWith(name: string): Promise<void> {
  const clock = handClock();
  const store = await openTestStore({ name, now: clock.now });
  valueIn(
    await store.seedFirstCluster({
      incidents: makeIncidents(3, { source: { kind: 'simulated', name: 's', row: null, id: null } }),
    }),
  );
  valueIn(await store.setUser('Trực ban'));
  valueIn(await store.installReference({ id: 'edition-2018', hash: 'abc', text: '{}' }));
  const layers = { layers: added(makeLayer(1)), layerContents: added({ id: 'content-1', geojson, rev: 0 }) };
  valueIn(
    await store.commit(
      { ...layers, members: added(makeMember(9_094)) },
      { command: 'addLayer', params: { name: 'Đê' } },
    ),
  );
  valueIn(await store.commit({ incidents: added(...makeIncidents(4, {}, 20)) }, { command: 'importIncidents' }));
  const row = makeIncident(20, { rev: 1 });
  valueIn(await store.commit({ incidents: updated(row, { ...row, status: 'handled' }) }, { command: 'edit' }));
  valueIn(await store.commit({ incidents: removed(makeIncident(21, { rev: 1 })) }, { command: 'removeIncidents' }));
  valueIn(await store.undo());
  const other = await openTestStore({ now: clock.now });
  valueIn(await other.commit({ clusters: added(makeCluster()) }, { command: 'of another device' }));
  valueIn(await store.applyRemoteEntries(await entriesOf(other)));
  store.close();
}

/** A next version as one will come some day: a new index, a new field, and changes of before that learn of it. */
const NEXT: SchemaVersion = {
  number: VERSIONS.length + 1,
  stores: { incidents: 'id, [source.kind+id], category' },
  upgradeTables: async (transaction) => {
    await transaction.table<Record<string, unknown>>('incidents').toCollection().modify({ isChecked: false });
  },
  upgradeChange: (change) => {
    const upgraded = (fields: Fields | null): Fields | null => fields && { ...fields, isChecked: false };
    if (change.table !== 'incidents' || (change.from && change.to)) return change;
    return { ...change, from: upgraded(change.from), to: upgraded(change.to) };
  },
};
const WITH_NEXT = [...VERSIONS, NEXT];

async function restored(): Promise<string> {
  const name = freshName();
  await restoreDatabase(name, readFixture(VERSIONS.length));
  return name;
}

/** Ids that no fixture has: those of the fixtures were given by `nextId`, too. */
const laterId = (): string => nextId().replace('018f1111', '018f2222');

async function openNext(name: string) {
  return valueIn(await openStore({ name, versions: WITH_NEXT, newId: laterId, now: handClock().now }));
}

if (process.env.WRITE_FIXTURE && !existsSync(fixture(VERSIONS.length))) {
  const name = freshName();
  await liveWith(name);
  writeFileSync(fixture(VERSIONS.length), `${JSON.stringify(await dumpDatabase(name), null, 1)}\n`);
}

describe('ST-40 every database that was ever written can be opened', () => {
  it.each(VERSIONS.map(({ number }) => number))('opens one of version %i with all that it holds', async (number) => {
    const dump = readFixture(number);
    const name = freshName();
    await restoreDatabase(name, dump);
    const store = valueIn(await openStore({ name, newId: laterId, now: handClock().now }));
    expect(store.status.getSnapshot()).toEqual({ kind: 'open' });
    expect(await dumpTables(name)).toEqual(dumpRebuilt(await entriesOf(store)));
    expect(await store.countIncidents()).toBe(dump.stores.incidents?.rows.length);
    expect(await store.readUser()).toBe('Trực ban');
    expect(await store.readReference('edition-2018')).toEqual({ id: 'edition-2018', hash: 'abc', text: '{}' });
    expect(store.history.getSnapshot().undo?.command).toBe('edit');
    valueIn(await store.undo());
    expect((await allIncidents(store)).find(({ id }) => id === makeIncident(20).id)?.status).toBe('open');
  });

  it('still has the tables and indexes of its version: a version that is out is never edited', async () => {
    const name = freshName();
    (await openTestStore({ name })).close();
    const shape = ({ version, stores }: DatabaseDump) => ({
      version,
      stores: Object.entries(stores).map(([store, { keyPath, indexes }]) => ({ store, keyPath, indexes })),
    });
    expect(shape(await dumpDatabase(name))).toEqual(shape(readFixture(VERSIONS.length)));
  });
});

describe('ST-41 a new version brings tables and old journal entries along', () => {
  it('upgrades rows and schema number, and what the journal rebuilds is the same', async () => {
    const name = await restored();
    const store = await openNext(name);
    const rows = await allIncidents(store);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => Reflect.get(row, 'isChecked') === false)).toBe(true);
    expect(rows).toEqual(dumpRebuilt(await entriesOf(store), WITH_NEXT).incidents);
    const db = new Database(name, WITH_NEXT);
    await db.open();
    expect(await db.meta.get('schema')).toEqual({ key: 'schema', number: NEXT.number });
    db.close();
  });

  it('undoes and merges entries of before in the words of the new version', async () => {
    const name = await restored();
    const store = await openNext(name);
    const old = await openTestStore({ newId: laterId });
    valueIn(await old.commit({ incidents: added(makeIncident(77)) }, { command: 'old' }));
    valueIn(await store.applyRemoteEntries(await entriesOf(old)));
    valueIn(await store.undo());
    valueIn(await store.undo());
    const byId = new Map((await allIncidents(store)).map((row) => [row.id, row]));
    expect(byId.get(makeIncident(77).id)).toMatchObject({ isChecked: false });
    expect(byId.has(makeIncident(20).id)).toBe(false);
    valueIn(await store.redo());
    expect((await allIncidents(store)).find(({ id }) => id === makeIncident(20).id)).toMatchObject({
      isChecked: false,
    });
  });

  it('refuses entries of a later version than its own', async () => {
    const store = await openNext(await restored());
    const file = valueIn(await store.exportJournal());
    const line: Incident = makeIncident(5);
    valueIn(await store.commit({ incidents: added(line) }, { command: 'x' }));
    const older = await openTestStore({ newId: laterId });
    expect(valueIn(await older.importJournal(file)).applied).toBeGreaterThan(0);
    expect(problemIn(await older.importJournal(valueIn(await store.exportJournal())))).toMatchObject({
      kind: 'invalidJournalFile',
      reason: 'newerSchema',
    });
  });
});

describe('ST-42 a database of a newer program is read and never written', () => {
  it('opens read-only, says why, and refuses every write', async () => {
    const name = await restored();
    const newer = await openNext(name);
    const device = newer.device;
    newer.close();
    const before = await dumpDatabase(name);
    const store = valueIn(await openStore({ name, newId: laterId }));
    const why = { found: NEXT.number, known: VERSIONS.length };
    expect(store.status.getSnapshot()).toEqual({ kind: 'readOnly', ...why });
    expect(store.device).toBe(device);
    expect((await allIncidents(store)).length).toBeGreaterThan(0);
    expect(store.clusters.getSnapshot().length).toBeGreaterThan(0);
    const entry = { header: (await entriesOf(await openEdited()))[0]!.header, parts: [] };
    const writes: Promise<Result<unknown, Problem>>[] = [
      store.commit({ incidents: added(makeIncident(90)) }, { command: 'x' }),
      store.undo(),
      store.redo(),
      store.applyRemoteEntries([entry]),
      store.seedFirstCluster({ incidents: [] }),
      store.installReference({ id: 'new', hash: '1', text: '' }),
      store.setUser('x'),
    ];
    for (const write of writes) expect(problemIn(await write)).toEqual({ kind: 'readOnlyDatabase', ...why });
    store.close();
    expect(await dumpDatabase(name)).toEqual(before);
  });

  it('notices a newer schema number even under an old version of the database', async () => {
    const name = await restored();
    const db = new Database(name, VERSIONS);
    await db.open();
    const store = valueIn(await openStore({ name, newId: laterId }));
    await db.meta.put({ key: 'schema', number: 99 });
    expect(problemIn(await store.commit({ incidents: added(makeIncident(90)) }, { command: 'x' }))).toEqual({
      kind: 'readOnlyDatabase',
      found: 99,
      known: VERSIONS.length,
    });
    db.close();
  });
});

async function openEdited() {
  const store = await openTestStore();
  valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'x' }));
  return store;
}

describe('ST-43 the tab with the older program steps aside', () => {
  it('closes, says that it is outdated, and lets the newer one through', async () => {
    const name = await restored();
    const older = valueIn(await openStore({ name, newId: laterId }));
    const newer = await openNext(name);
    expect(older.status.getSnapshot()).toEqual({ kind: 'outdated' });
    expect(newer.status.getSnapshot()).toEqual({ kind: 'open' });
    expect(problemIn(await older.commit({ incidents: added(makeIncident(90)) }, { command: 'x' })).kind).toBe(
      'storageLost',
    );
    expect(older.status.getSnapshot()).toEqual({ kind: 'outdated' });
  });
});
