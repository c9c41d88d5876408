import type { DeviceId, DocumentTable, DocumentTables } from '../domain';
import type { Database } from './database';
import type { Follower } from './follow';
import { findSteps, type HistorySteps } from './history';
import { compareText, type DocumentRow } from './journal';
import { makeObservable, type Observable, type Settable } from './observable';

/** The small tables. Incidents and the contents of layers are read when they are wanted. */
type LiveTable = Exclude<DocumentTable, 'incidents' | 'layerContents'>;
type LiveRows = { readonly [K in LiveTable]: Observable<readonly DocumentTables[K][]> };

/** The small tables and the history, held in memory and kept as the journal goes on. */
export interface LiveRegister extends LiveRows {
  readonly history: Observable<HistorySteps>;
}

type Order<T> = (a: T, b: T) => number;
const byId = (a: DocumentRow, b: DocumentRow): number => compareText(a.id, b.id);
const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compareText(a.name, b.name);
const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number => a.order - b.order;
const byDay = (a: { readonly on: string }, b: { readonly on: string }): number => compareText(a.on, b.on);

/** In what order each table is given; rows that are equal by it follow their ids. */
const ORDERS: { readonly [K in LiveTable]: Order<DocumentTables[K]> } = {
  clusters: byName,
  members: (a, b) => compareText(a.from, b.from) || byName(a, b),
  // From below to above.
  layers: byOrder,
  // Those that users made or changed; `termsOf` gives them with the built-in ones.
  terms: byOrder,
  activities: byDay,
  places: byName,
  posts: byName,
  shifts: (a, b) => a.fromMinute - b.fromMinute || byName(a, b),
  teams: byName,
  duties: byDay,
  patrolTasks: byName,
  patrolPlans: (a, b) => compareText(a.from, b.from) || byName(a, b),
  patrolRoutes: byDay,
  patrolVisits: (a, b) => compareText(a.at, b.at),
  briefings: (a, b) => compareText(a.from, b.from) || byName(a, b),
  scenes: byOrder,
};

const LIVE_TABLES = Object.keys(ORDERS) as LiveTable[];

async function reread<K extends LiveTable>(
  db: Database,
  table: K,
  target: Settable<readonly DocumentTables[K][]>,
): Promise<void> {
  const order: Order<DocumentTables[K]> = ORDERS[table];
  const rows = (await db.rows(table).toArray()) as DocumentTables[K][];
  target.set(rows.sort((a, b) => order(a, b) || byId(a, b)));
}

/** Reads the small tables, and reads each of them anew when an entry touches it. */
export async function liveRegister(
  db: Database,
  { device, follower, after }: { readonly device: DeviceId; readonly follower: Follower; readonly after: number },
): Promise<LiveRegister> {
  const rows = Object.fromEntries(LIVE_TABLES.map((table) => [table, makeObservable([])])) as unknown as {
    readonly [K in LiveTable]: Settable<readonly DocumentTables[K][]>;
  };
  const history = makeObservable<HistorySteps>({ undo: null, redo: null });
  const read = <K extends LiveTable>(table: K): Promise<void> => reread(db, table, rows[table]);
  const isLive = (table: string): table is LiveTable => Object.hasOwn(ORDERS, table);
  const readHistory = async (): Promise<void> => history.set(await findSteps(db, device));

  await Promise.all([...LIVE_TABLES.map(read), readHistory()]);
  follower.follow(
    async ({ header }) => {
      // First what can be undone: whoever sees the change may take it back at once.
      if (header.device === device) await readHistory();
      for (const table of Object.keys(header.counts)) if (isLive(table)) await read(table);
    },
    { after },
  );
  return { ...rows, history };
}
