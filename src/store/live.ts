import type { Activity, Cluster, DeviceId, DocumentTable, Layer, Member, Place, Term } from '../domain';
import type { Database } from './database';
import type { Follower } from './follow';
import { findSteps, type HistorySteps } from './history';
import { compareText, type DocumentRow } from './journal';
import { makeObservable, type Observable, type Settable } from './observable';

/** The small tables and the history, held in memory and kept as the journal goes on. */
export interface LiveRegister {
  readonly clusters: Observable<readonly Cluster[]>;
  /** By first day, then name. */
  readonly members: Observable<readonly Member[]>;
  /** From below to above. */
  readonly layers: Observable<readonly Layer[]>;
  /** Categories and statuses that users made or changed; `termsOf` gives them with the built-in ones. */
  readonly terms: Observable<readonly Term[]>;
  /** By day. */
  readonly activities: Observable<readonly Activity[]>;
  /** By name. */
  readonly places: Observable<readonly Place[]>;
  readonly history: Observable<HistorySteps>;
}

const byId = (a: DocumentRow, b: DocumentRow): number => compareText(a.id, b.id);

const ORDERS = {
  clusters: (a: Cluster, b: Cluster) => compareText(a.name, b.name) || byId(a, b),
  members: (a: Member, b: Member) => compareText(a.from, b.from) || compareText(a.name, b.name) || byId(a, b),
  layers: (a: Layer, b: Layer) => a.order - b.order || byId(a, b),
  terms: (a: Term, b: Term) => a.order - b.order || byId(a, b),
  activities: (a: Activity, b: Activity) => compareText(a.on, b.on) || byId(a, b),
  places: (a: Place, b: Place) => compareText(a.name, b.name) || byId(a, b),
};

/** Reads the small tables, and reads each of them anew when an entry touches it. */
export async function liveRegister(
  db: Database,
  { device, follower, after }: { readonly device: DeviceId; readonly follower: Follower; readonly after: number },
): Promise<LiveRegister> {
  const clusters = makeObservable<readonly Cluster[]>([]);
  const members = makeObservable<readonly Member[]>([]);
  const layers = makeObservable<readonly Layer[]>([]);
  const terms = makeObservable<readonly Term[]>([]);
  const activities = makeObservable<readonly Activity[]>([]);
  const places = makeObservable<readonly Place[]>([]);
  const history = makeObservable<HistorySteps>({ undo: null, redo: null });

  const readers: { readonly [K in DocumentTable]?: () => Promise<void> } = {
    clusters: () => reread(db, 'clusters', clusters),
    members: () => reread(db, 'members', members),
    layers: () => reread(db, 'layers', layers),
    terms: () => reread(db, 'terms', terms),
    activities: () => reread(db, 'activities', activities),
    places: () => reread(db, 'places', places),
  };
  const readHistory = async (): Promise<void> => history.set(await findSteps(db, device));

  await Promise.all([...Object.values(readers).map((read) => read()), readHistory()]);
  follower.follow(
    async ({ header }) => {
      // First what can be undone: whoever sees the change may take it back at once.
      if (header.device === device) await readHistory();
      for (const table of Object.keys(header.counts) as DocumentTable[]) await readers[table]?.();
    },
    { after },
  );
  return { clusters, members, layers, terms, activities, places, history };
}

async function reread<K extends keyof typeof ORDERS>(
  db: Database,
  table: K,
  target: Settable<readonly Parameters<(typeof ORDERS)[K]>[0][]>,
): Promise<void> {
  const rows = (await db.rows(table).toArray()) as Parameters<(typeof ORDERS)[K]>[0][];
  target.set(rows.sort(ORDERS[table] as (a: DocumentRow, b: DocumentRow) => number));
}
