import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { catalogues } from '../../src/i18n';
import { describeProblem } from '../../src/i18n/describeProblem';
import { openStore, type Store } from '../../src/store';
import { added, makeCluster, makeIncident, makeIncidents, problemIn, updated, valueIn } from '../store/records';

interface Session {
  send(method: 'Storage.overrideQuotaForOrigin', params: { origin: string; quotaSize?: number }): Promise<unknown>;
}

/** How much the browser gives this page; undefined: as much as ever. */
async function giveQuota(quotaSize?: number): Promise<void> {
  const { origin } = window.location;
  await (cdp() as unknown as Session).send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });
}

afterEach(() => giveQuota());

const MEGABYTE = 1_000_000;

/** Texts that do not shrink when they are packed. */
const noise = (length: number): string =>
  Array.from({ length: length / 10 }, () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')).join('');

/** Whether the browser refuses to keep this many bytes more. */
async function isRefused(bytes: number): Promise<boolean> {
  const name = `probe-${crypto.randomUUID()}`;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore('texts');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const refused = await new Promise<boolean>((resolve) => {
    const transaction = db.transaction('texts', 'readwrite');
    transaction.objectStore('texts').put(noise(bytes), 1);
    transaction.oncomplete = () => resolve(false);
    transaction.onabort = () => resolve(true);
  });
  db.close();
  indexedDB.deleteDatabase(name);
  return refused;
}

/**
 * Leaves the page this much room, and returns when the browser goes by it: it remembers for half a minute how much room there was
 * when it last looked, and databases of other tests that were removed give theirs back late.
 */
async function leaveRoom(bytes: number): Promise<void> {
  for (;;) {
    const { usage = 0 } = await navigator.storage.estimate();
    await giveQuota(usage + bytes);
    if (await isRefused(1.2 * bytes)) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** All that a store's database holds, as text. */
async function contentsOf(name: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const tables = [...db.objectStoreNames];
  const transaction = db.transaction(tables, 'readonly');
  const rows = await Promise.all(
    tables.map(
      (table) =>
        new Promise<unknown>((resolve) => {
          const request = transaction.objectStore(table).getAll();
          request.onsuccess = () => resolve([table, request.result]);
        }),
    ),
  );
  db.close();
  return JSON.stringify(rows);
}

async function ownStore(): Promise<{ name: string; store: Store }> {
  const name = `full-${crypto.randomUUID()}`;
  const store = valueIn(await openStore({ name }));
  valueIn(await store.commit({ clusters: added(makeCluster()) }, { command: 'first' }));
  valueIn(await store.commit({ incidents: added(...makeIncidents(20)) }, { command: 'import' }));
  return { name, store };
}

/** A journal file of 20 entries with 50 rows each. */
function journalFile(): Blob {
  const lines: unknown[] = [{ format: 'giap-ranh-journal', version: 1 }];
  const idOf = (number: number): string => `0190aaaa-0000-7000-9000-${String(number).padStart(12, '0')}`;
  for (let entry = 0; entry < 20; entry += 1) {
    const changes = makeIncidents(50, {}, 5_000 + 50 * entry).map(({ id, rev: _rev, ...fields }) => ({
      table: 'incidents',
      id,
      base: 0,
      from: null,
      to: { ...fields, summary: noise(8_000) },
    }));
    const header = {
      id: idOf(entry),
      schema: 1,
      device: idOf(999),
      user: '',
      clock: { wallMs: 1_700_000_000_000 + entry, counter: 0 },
      writtenMs: 1_700_000_000_000,
      command: 'importIncidents',
      params: {},
      counts: { incidents: { added: 50, updated: 0, removed: 0 } },
      undoes: null,
      redoes: null,
      parts: 1,
    };
    lines.push({ header }, { part: { journalId: header.id, index: 0, changes } });
  }
  return new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]);
}

describe('ST-51 a disk that is full in the middle of a write', () => {
  it('leaves nothing half written, is told with what to do, and takes the write once there is room', async () => {
    await leaveRoom(5 * MEGABYTE);
    const { name, store } = await ownStore();
    const before = await contentsOf(name);
    const arrival = await store.arrival();
    const many = Array.from({ length: 1_000 }, (_, i) => makeIncident(1_000 + i, { summary: noise(8_000) }));
    const nothingHappened = async (): Promise<void> => {
      expect(await contentsOf(name)).toBe(before);
      expect(await store.arrival()).toBe(arrival);
      expect(await store.countIncidents()).toBe(20);
      expect(store.history.getSnapshot().undo?.command).toBe('import');
    };

    await leaveRoom(5 * MEGABYTE);
    const problem = problemIn(await store.commit({ incidents: added(...many) }, { command: 'import' }));
    expect(problem).toEqual({ kind: 'storageFull' });
    await nothingHappened();
    for (const messages of Object.values(catalogues)) {
      const { title, detail, remedy } = describeProblem(messages, problem);
      for (const said of [title, detail, remedy]) expect(said?.length).toBeGreaterThan(10);
    }
    const file = journalFile();
    await leaveRoom(5 * MEGABYTE);
    expect(problemIn(await store.importJournal(file))).toEqual({ kind: 'storageFull' });
    await nothingHappened();

    await giveQuota();
    const row = makeIncident(1, { rev: 1 });
    valueIn(await store.commit({ incidents: updated(row, { ...row, summary: 'sau đó' }) }, { command: 'edit' }));
    valueIn(await store.commit({ incidents: added(...many) }, { command: 'import' }));
    expect(valueIn(await store.importJournal(file))).toEqual({ applied: 20, known: 0 });
    expect(await store.countIncidents()).toBe(2_020);
    store.close();
  });
});
