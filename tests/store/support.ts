import 'fake-indexeddb/auto';
import {
  type Cluster,
  type ClusterId,
  DOCUMENT_TABLES,
  type EditionId,
  type Incident,
  type IncidentId,
  type Layer,
  type LayerId,
  type Member,
  type MemberId,
  type PlainDate,
  type Result,
  type UnitCode,
  type WallClock,
} from '../../src/domain';
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
import { VERSIONS } from '../../src/store/versions';

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
  return `018f0000-0000-7000-8000-${hex}`;
}

/** A clock that stands at `ms` until it is set. */
export function handClock(ms = Date.UTC(2026, 0, 1)): { now: () => number; ms: number } {
  const clock = { ms, now: () => clock.ms };
  return clock;
}

export function valueIn<T>(result: Result<T, unknown, unknown>): T {
  if (!result.ok) throw new Error(`Expected a value, got ${JSON.stringify(result.problem)}`);
  return result.value;
}

export function problemIn<P>(result: Result<unknown, P, unknown>): P {
  if (result.ok) throw new Error(`Expected a problem, got ${JSON.stringify(result.value)}`);
  return result.problem;
}

export async function openTestStore(options: StoreOptions = {}): Promise<Store> {
  return valueIn(await openStore({ name: freshName(), newId: nextId, now: handClock().now, ...options }));
}

export function makeIncident(number: number, fields: Partial<Incident> = {}): Incident {
  return {
    id: `0190-${String(number).padStart(8, '0')}` as IncidentId,
    occurred: { from: '2018-05-04T21:30' as WallClock, to: '2018-05-04T21:30' as WallClock },
    reportedOn: null,
    lng: 105.4 + number * 1e-6,
    lat: 21.3,
    positionAccuracyM: null,
    positionMethod: 'coordinates',
    category: 'theft',
    kind: 'criminal',
    discovery: 'reported',
    personsInvolved: 1,
    unitCode: '07912' as UnitCode,
    status: 'open',
    summary: `Vụ số ${number}`,
    source: { kind: 'file', name: 'so-lieu.csv', row: number + 1 },
    rev: 0,
    ...fields,
  };
}

export const makeIncidents = (count: number, fields: Partial<Incident> = {}, first = 1): Incident[] =>
  Array.from({ length: count }, (_, i) => makeIncident(first + i, fields));

export function makeCluster(fields: Partial<Cluster> = {}): Cluster {
  return {
    id: 'cluster-1' as ClusterId,
    name: 'Cụm thử',
    agreedOn: null,
    zoneM: { commune: 500, district: 1_000, province: 1_500 },
    rev: 0,
    ...fields,
  };
}

export function makeMember(number: number, fields: Partial<Member> = {}): Member {
  return {
    id: `member-${number}` as MemberId,
    clusterId: 'cluster-1' as ClusterId,
    kind: 'unit',
    name: `Xã ${number}`,
    editionId: '2018' as EditionId,
    unitCode: String(number).padStart(5, '0') as UnitCode,
    from: '2018-01-24' as PlainDate,
    to: null,
    fromIsProvisional: false,
    rev: 0,
    ...fields,
  };
}

export function makeLayer(number: number, fields: Partial<Layer> = {}): Layer {
  return {
    id: `layer-${number}` as LayerId,
    name: `Lớp ${number}`,
    geometry: 'point',
    contentId: `content-${number}`,
    featureCount: 1,
    bbox: [105, 21, 106, 22],
    style: { color: '#0f5c5c', opacity: 0.8, widthPx: 2 },
    isVisible: true,
    order: number,
    zoneM: null,
    rev: 0,
    ...fields,
  };
}

export const added = <T>(...rows: T[]) => ({ added: rows, updated: [], removed: [] });
export const updated = <T>(from: T, to: T) => ({ added: [], updated: [[from, to] as const], removed: [] });
export const removed = <T>(...rows: T[]) => ({ added: [], updated: [], removed: rows });

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
export function dumpRebuilt(entries: readonly JournalEntry[]): Record<string, DocumentRow[]> {
  const register = rebuildRegister(entries);
  return Object.fromEntries(
    DOCUMENT_TABLES.map((table) => [table, [...register[table].values()].sort((a, b) => compareText(a.id, b.id))]),
  );
}
