import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore, type Store } from '../../src/store';
import { connect } from '../../src/store/connection';
import { Refusal, storageProblem } from '../../src/store/storageProblem';
import { VERSIONS } from '../../src/store/versions';
import { added, freshName, makeIncidents, nextId, openTestStore, problemIn, valueIn } from './support';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A store, and what breaks its connection as a browser would. */
async function breakable(): Promise<{ store: Store; name: string; breakIt: () => void }> {
  const name = freshName();
  const open = vi.spyOn(indexedDB, 'open');
  const store = await openTestStore({ name });
  const database = open.mock.results.map(({ value }) => (value as IDBOpenDBRequest).result).at(-1)!;
  open.mockRestore();
  return { store, name, breakIt: () => forceCloseDatabase(database as never) };
}

describe('ST-50 a lost connection is opened once more, and told', () => {
  it('works on after it is back, and says that it was away', async () => {
    const { store, breakIt } = await breakable();
    valueIn(await store.commit({ incidents: added(...makeIncidents(2)) }, { command: 'before' }));
    breakIt();
    await expect.poll(() => store.status.getSnapshot().kind).toBe('reopened');
    valueIn(await store.commit({ incidents: added(...makeIncidents(2, {}, 10)) }, { command: 'after' }));
    expect(await store.countIncidents()).toBe(4);
  });

  it('says that it is lost where it cannot be opened again', async () => {
    const { store, breakIt } = await breakable();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('gone', 'InvalidStateError');
    });
    breakIt();
    await expect.poll(() => store.status.getSnapshot().kind).toBe('lost');
    expect(problemIn(await store.commit({ incidents: added(...makeIncidents(1)) }, { command: 'x' })).kind).toBe(
      'storageLost',
    );
  });

  it('leaves a store closed that was closed on purpose', async () => {
    const store = await openTestStore();
    store.close();
    await Promise.resolve();
    expect(store.status.getSnapshot()).toEqual({ kind: 'closed' });
    expect(problemIn(await store.commit({ incidents: added(...makeIncidents(1)) }, { command: 'x' })).kind).toBe(
      'storageLost',
    );
  });
});

describe('ST-51 a write that fails is told, writes nothing, and is never tried again in silence', () => {
  it('loses a write whole when the connection breaks in the midst of it', async () => {
    const { store, breakIt } = await breakable();
    let writes = 0;
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      writes += 1;
      const request = add.apply(this, args);
      if (writes === 500) {
        this.transaction.abort();
        breakIt();
      }
      return request;
    });
    const result = await store.commit({ incidents: added(...makeIncidents(3_000)) }, { command: 'import' });
    expect(problemIn(result)).toEqual({ kind: 'storageLost' });
    await expect.poll(() => store.status.getSnapshot().kind).toBe('reopened');
    expect([await store.countIncidents(), await store.arrival()]).toEqual([0, 0]);
    expect(writes).toBeLessThan(3_000);
  });

  it('says that the storage is full', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(...makeIncidents(1)) }, { command: 'x' }));
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    expect(problemIn(await store.commit({ incidents: added(...makeIncidents(3, {}, 10)) }, { command: 'x' }))).toEqual({
      kind: 'storageFull',
    });
    vi.restoreAllMocks();
    expect([await store.countIncidents(), await store.arrival()]).toEqual([1, 1]);
  });

  it.each([
    [new DOMException('full', 'QuotaExceededError'), 'storageFull'],
    [new Dexie.AbortError('aborted', new DOMException('full', 'QuotaExceededError')), 'storageFull'],
    [new Dexie.DatabaseClosedError(), 'storageLost'],
    [
      new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError'),
      'storageLost',
    ],
    [new DOMException('Internal error', 'UnknownError'), 'storageFailed'],
    [new DOMException('bad data', 'DataError'), 'storageFailed'],
    [new Refusal({ kind: 'nothingToUndo' }), 'nothingToUndo'],
  ])('turns %s into a problem', (error, kind) => {
    expect(storageProblem(error).kind).toBe(kind);
  });

  it('lets a mistake of the program through', async () => {
    expect(() => storageProblem(new TypeError('x is not a function'))).toThrow(TypeError);
    const store = await openTestStore();
    const [row] = makeIncidents(1, { rev: 1 });
    valueIn(await store.commit({ incidents: added(...makeIncidents(1)) }, { command: 'x' }));
    const swap = { incidents: { added: [], updated: [[row!, makeIncidents(1, {}, 2)[0]!] as const], removed: [] } };
    await expect(store.commit(swap, { command: 'x' })).rejects.toThrow('cannot turn');
    expect(await store.arrival()).toBe(1);
  });

  it('says so where the browser has no database', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(problemIn(await openStore({ name: freshName() })).kind).toBe('storageUnavailable');
  });
});

describe('ST-52 what users enter is written durably', () => {
  it('asks for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(...makeIncidents(1)) }, { command: 'x' }));
    const writes = transaction.mock.calls.filter(
      ([tables, mode]) => mode === 'readwrite' && [...tables].includes('incidents'),
    );
    expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
  });

  it('asks the browser to keep the data when the user first enters something, and once', async () => {
    const persist = vi.fn(async () => true);
    const storage = { persist, persisted: async () => false, estimate: async () => ({ usage: 5, quota: 10 }) };
    const store = await openTestStore({ storage });
    valueIn(await store.seedFirstCluster({ incidents: [], activities: [] }));
    expect([persist.mock.calls.length, store.persistence.getSnapshot()]).toEqual([0, 'unasked']);
    valueIn(await store.commit({ incidents: added(...makeIncidents(1)) }, { command: 'x' }));
    valueIn(await store.commit({ incidents: added(...makeIncidents(1, {}, 2)) }, { command: 'x' }));
    await expect.poll(() => store.persistence.getSnapshot()).toBe('granted');
    expect(persist).toHaveBeenCalledTimes(1);
    expect(await store.estimate()).toEqual({ usedBytes: 5, quotaBytes: 10 });
  });

  it('says when the browser refuses, or does not know of keeping', async () => {
    const persist = vi.fn(async () => false);
    const store = await openTestStore({
      storage: { persist, persisted: async () => false, estimate: async () => ({}) },
    });
    for (const number of [1, 2]) {
      valueIn(await store.commit({ incidents: added(...makeIncidents(1, {}, number)) }, { command: 'x' }));
    }
    await expect.poll(() => store.persistence.getSnapshot()).toBe('refused');
    expect(persist).toHaveBeenCalledTimes(1);
    expect(await store.askPersistence()).toBe(false);
    expect([store.persistence.getSnapshot(), await store.estimate()]).toEqual(['refused', null]);
    const without = await openTestStore();
    expect([without.persistence.getSnapshot(), await without.askPersistence()]).toEqual(['unsupported', false]);
  });
});

describe('ST-53 opening waits for older tabs, and says so', () => {
  it('calls back when another tab holds on to an older database', async () => {
    const name = freshName();
    const request = indexedDB.open(name, 5);
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      request.onupgradeneeded = () => request.result.createObjectStore('x');
      request.onsuccess = () => resolve(request.result);
    });
    const onBlocked = vi.fn();
    const opening = connect({ name, versions: VERSIONS, newId: nextId, onBlocked });
    await expect.poll(() => onBlocked.mock.calls.length).toBe(1);
    stubborn.close();
    expect((await opening).status.getSnapshot()).toEqual({ kind: 'open' });
  });
});
