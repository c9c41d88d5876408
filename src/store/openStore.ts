import { v7 } from 'uuid';
import type {
  Activity,
  ChangeSet,
  DeviceId,
  DocumentTable,
  DocumentTables,
  Incident,
  IncidentId,
  LayerContent,
  Problem,
  Result,
} from '../domain';
import { fail, succeed } from '../domain';
import { lastArrival } from './appendEntry';
import { type CommitOptions, commitChange } from './commit';
import { connect, type StoreStatus } from './connection';
import type { StoreContext } from './context';
import { readDevice, writeDocument } from './context';
import type { Reference } from './database';
import { type Desk, makeDesk } from './desk';
import { type EntryHandler, type FollowOptions, type IncidentChanges, makeFollower, toIncidentChanges } from './follow';
import { stepHistory } from './history';
import {
  countSimulated,
  getIncidents,
  type IncidentChunk,
  type StreamOptions,
  streamIncidents,
  streamSimulated,
} from './incidents';
import type { CommandParams, JournalEntry, JournalHeader } from './journal';
import { exportJournal, type ImportJournalOptions, importJournal } from './journalFile';
import { type ListedEntry, listEntries } from './listEntries';
import { type LiveRegister, liveRegister } from './live';
import { type Merged, mergeEntries } from './merge';
import type { Observable } from './observable';
import { keepPersistence, type PersistenceKeeper, pageStorage, type StorageManagerLike } from './persistence';
import { type RecordHistoryOptions, type RecordVersion, readRecordHistory } from './recordHistory';
import { installReference } from './references';
import { type Seed, seedEntries, seedId } from './seed';
import { isUnavailable, storageProblem } from './storageProblem';
import { type SchemaVersion, VERSIONS } from './versions';

export interface CommandInfo {
  /** The command's id, as the registry names it. */
  readonly command: string;
  /** Small plain facts for the audit trail; never personal data. */
  readonly params?: CommandParams;
}

/** The register: the one way to its data. Every method tells problems as results; only reads may reject. */
export interface Store extends LiveRegister, Omit<PersistenceKeeper, 'askOnce'> {
  readonly device: DeviceId;
  readonly desk: Desk;
  readonly status: Observable<StoreStatus>;

  readonly commit: (
    change: ChangeSet,
    info: CommandInfo,
    options?: CommitOptions,
  ) => Promise<Result<JournalHeader | null, Problem>>;
  readonly undo: () => Promise<Result<JournalHeader, Problem>>;
  readonly redo: () => Promise<Result<JournalHeader, Problem>>;

  readonly streamIncidents: (onChunk: IncidentChunk, options?: StreamOptions) => Promise<void>;
  readonly streamSimulated: (onChunk: IncidentChunk, options?: StreamOptions) => Promise<void>;
  readonly getIncidents: (ids: readonly IncidentId[]) => Promise<(Incident | undefined)[]>;
  readonly countIncidents: () => Promise<number>;
  readonly countSimulated: () => Promise<number>;
  /** The features of a layer; undefined if there are none. */
  readonly readLayerContent: (contentId: string) => Promise<LayerContent | undefined>;

  /** The entries that a command made, on any device, the newest first, with whether each still stands. */
  readonly listEntries: (command: string) => Promise<readonly ListedEntry[]>;
  /** What became of one record, the newest first; a search through the journal, which takes as long as the journal is. */
  readonly readRecordHistory: <Table extends DocumentTable>(
    table: Table,
    id: string,
    options?: RecordHistoryOptions,
  ) => Promise<readonly RecordVersion<DocumentTables[Table]>[]>;

  /** The number of the journal entry that came last: where a follower may begin. */
  readonly arrival: () => Promise<number>;
  readonly followJournal: (onEntry: EntryHandler, options?: FollowOptions) => () => void;
  readonly followIncidents: (onChanges: IncidentChanges, options?: FollowOptions) => () => void;

  readonly applyRemoteEntries: (entries: readonly JournalEntry[]) => Promise<Result<Merged, Problem>>;
  readonly exportJournal: () => Promise<Result<Blob, Problem>>;
  readonly importJournal: (file: Blob, options?: ImportJournalOptions) => Promise<Result<Merged, Problem>>;

  readonly seedFirstCluster: (seed: {
    readonly incidents: readonly Incident[];
    readonly activities: readonly Activity[];
  }) => Promise<Result<Merged, Problem>>;
  /** Whether what comes ready has been brought in, whatever became of it. */
  readonly hasSeed: (seed: Seed) => Promise<boolean>;
  readonly installReference: (reference: Reference) => Promise<Result<boolean, Problem>>;
  readonly readReference: (id: string) => Promise<Reference | undefined>;

  readonly readUser: () => Promise<string>;
  readonly setUser: (name: string) => Promise<Result<string, Problem>>;
  readonly close: () => void;
}

export interface StoreOptions {
  readonly name?: string;
  readonly versions?: readonly SchemaVersion[];
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly storage?: StorageManagerLike;
  /** Opening waits because another tab holds an older database open. */
  readonly onBlocked?: () => void;
}

const DEFAULT_NAME = 'giap-ranh';

/**
 * Opens the register of this browser.
 * @problem storageUnavailable  the browser has no database, or forbids this page to use it
 * @problem storageFailed, storageLost, storageFull  the browser gives no database
 */
export async function openStore(options: StoreOptions = {}): Promise<Result<Store, Problem>> {
  try {
    return succeed(await openOrThrow(options));
  } catch (error) {
    return fail(isUnavailable(error) ? { kind: 'storageUnavailable' } : storageProblem(error));
  }
}

async function openOrThrow(options: StoreOptions): Promise<Store> {
  const { name = DEFAULT_NAME, versions = VERSIONS, now = Date.now, newId = () => v7(), onBlocked } = options;
  const connection = await connect({ name, versions, newId, ...(onBlocked ? { onBlocked } : {}) });
  const { db, device, status } = connection;
  const { persistence, askPersistence, askOnce, estimate } = keepPersistence(options.storage ?? pageStorage());
  // What this tab holds in memory is up to date when a write returns; other followers are told and not waited for.
  const inner = makeFollower(db, () => void connection.reopen());
  const outer = makeFollower(db, () => void connection.reopen());
  const look = async (): Promise<void> => {
    void outer.look();
    await inner.look();
  };
  const tabs = new BroadcastChannel(`${name}-journal`);
  if ('unref' in tabs && typeof tabs.unref === 'function') tabs.unref();
  tabs.onmessage = () => void look();
  status.subscribe(() => {
    if (status.getSnapshot().kind === 'reopened') void look();
  });

  const context: StoreContext = {
    db,
    now,
    newId,
    onLost: () => void connection.reopen(),
    onAppended: async () => {
      if (status.getSnapshot().kind !== 'closed') tabs.postMessage('appended');
      await look();
    },
  };
  const after = await lastArrival(db);
  const live = await liveRegister(db, { device, follower: inner, after });

  /** What a user enters is worth keeping: the first time, the browser is asked to. */
  async function asked<T>(work: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
    const result = await work;
    if (result.ok) askOnce();
    return result;
  }

  return {
    ...live,
    device,
    desk: makeDesk(db),
    status,
    persistence,
    askPersistence,
    estimate,
    commit: (change, { command, params = {} }, options) =>
      asked(commitChange(context, change, { command, params }, options)),
    undo: () => stepHistory(context, 'undo'),
    redo: () => stepHistory(context, 'redo'),
    streamIncidents: (onChunk, streamOptions) => streamIncidents(db, onChunk, streamOptions),
    streamSimulated: (onChunk, streamOptions) => streamSimulated(db, onChunk, streamOptions),
    getIncidents: (ids) => getIncidents(db, ids),
    countIncidents: () => db.rows('incidents').count(),
    countSimulated: () => countSimulated(db),
    readLayerContent: async (contentId) => {
      const row = await db.rows('layerContents').get(contentId);
      return row && 'geojson' in row ? row : undefined;
    },
    listEntries: (command) => listEntries(db, command),
    readRecordHistory: (table, id, historyOptions) => readRecordHistory(db, { table, id }, historyOptions),
    arrival: () => lastArrival(db),
    followJournal: (onEntry, followOptions) => outer.follow(onEntry, followOptions),
    followIncidents: (onChanges, followOptions) => outer.follow(toIncidentChanges(db, onChanges), followOptions),
    applyRemoteEntries: (entries) => asked(mergeEntries(context, entries)),
    exportJournal: () => exportJournal(context),
    importJournal: (file, importOptions) => asked(importJournal(context, file, importOptions)),
    hasSeed: async (seed) => (await db.journal.get(seedId(seed))) !== undefined,
    seedFirstCluster: (seed) => mergeEntries(context, seedEntries(seed)),
    installReference: (reference) => installReference(db, reference),
    readReference: (id) => db.references.get(id),
    readUser: async () => {
      const row = await db.meta.get('device');
      return row?.key === 'device' ? row.user : '';
    },
    setUser: (user) =>
      writeDocument(context, async () => {
        const { id } = await readDevice(db);
        await db.meta.put({ key: 'device', id, user: user.trim() });
        return user.trim();
      }),
    close: () => {
      connection.close();
      tabs.close();
    },
  };
}
