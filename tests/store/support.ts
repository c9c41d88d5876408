import 'fake-indexeddb/auto';
import { DOCUMENT_TABLES, type Incident } from '../../src/domain';
import {
  type JournalEntry,
  type JournalHeader,
  type JournalPart,
  openStore,
  type Store,
  type StoreOptions,
} from '../../src/store';
import { Database } from '../../src/store/database';
import { compareText, type DocumentRow } from '../../src/store/journal';
import { rebuildRegister } from '../../src/store/rebuildRegister';
import type { SchemaVersion } from '../../src/store/versions';
import { VERSIONS } from '../../src/store/versions';
import { valueIn } from './records';

export * from './records';

let databases = 0;
let ids = 0;

/** A name that no other test uses. */
export const freshName = (): string => {
  databases += 1;
  return `test-${process.pid}-${databases}`;
};

/** UUIDs v7 in the order in which they are asked for, the same in every run. */
export function nextId(): string {
  ids += 1;
  const hex = ids.toString(16).padStart(12, '0');
  return `018f1111-0000-7000-8000-${hex}`;
}

/** A clock that stands at `ms` until it is set. */
export function handClock(ms = Date.UTC(2026, 0, 1)): { now: () => number; ms: number } {
  const clock = { ms, now: () => clock.ms };
  return clock;
}

export async function openTestStore(options: StoreOptions = {}): Promise<Store> {
  return valueIn(await openStore({ name: freshName(), newId: nextId, now: handClock().now, ...options }));
}

export async function allIncidents(store: Store): Promise<Incident[]> {
  const rows: Incident[] = [];
  await store.streamIncidents((chunk) => {
    rows.push(...chunk);
  });
  return rows;
}

/** Every entry of a store's journal, as a file brings it. */
export async function entriesOf(store: Store): Promise<JournalEntry[]> {
  const lines = (await valueIn(await store.exportJournal()).text()).split('\n').slice(1, -1);
  const entries: { header: JournalHeader; parts: JournalPart[] }[] = [];
  for (const line of lines) {
    const { header, part } = JSON.parse(line) as { header?: JournalHeader; part?: JournalPart };
    if (header) entries.push({ header, parts: [] });
    if (part) entries.at(-1)?.parts.push(part);
  }
  return entries;
}

/** All document tables as they lie in a database, sorted by id. */
export async function dumpTables(name: string): Promise<Record<string, DocumentRow[]>> {
  const db = new Database(name, VERSIONS);
  await db.open();
  const tables = await Promise.all(
    DOCUMENT_TABLES.map(async (table) => [table, await db.rows(table).orderBy('id').toArray()] as const),
  );
  db.close();
  return Object.fromEntries(tables);
}

/** What a journal alone says of all document tables, sorted by id. */
export function dumpRebuilt(
  entries: readonly JournalEntry[],
  versions?: readonly SchemaVersion[],
): Record<string, DocumentRow[]> {
  const register = rebuildRegister(entries, versions);
  return Object.fromEntries(
    DOCUMENT_TABLES.map((table) => [table, [...register[table].values()].sort((a, b) => compareText(a.id, b.id))]),
  );
}
