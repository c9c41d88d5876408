import type { Incident, IncidentId } from '../domain';
import { lastArrival } from './appendEntry';
import type { Database, StoredHeader } from './database';
import { getIncidents } from './incidents';
import { type JournalHeader, type JournalPart, nextRevision, PART_ROWS, type RecordChange } from './journal';
import { rowOf } from './replay';

const HEADERS_PER_READ = 100;
/** Some 1,000 changes. */
const PARTS_PER_READ = 4;
/** The most incidents that are looked up together, where parts are of the usual size. */
const INCIDENTS_PER_READ = 1_000;

export interface FollowedEntry {
  readonly header: JournalHeader;
  /** Its parts, one read at a time. */
  readonly parts: () => AsyncIterable<JournalPart>;
}

export type EntryHandler = (entry: FollowedEntry) => void | Promise<void>;
/** The incidents that an entry touched, as they are now, and those of them that are no more; some 1,000 at a time, the last of an entry said to be so. */
export type IncidentChanges = (changes: {
  readonly changed: readonly Incident[];
  readonly removed: readonly IncidentId[];
  readonly isLast: boolean;
}) => void | Promise<void>;

export interface FollowOptions {
  /** Number of the entry after which to begin, as `arrival()` told it; default: what is there now. */
  readonly after?: number;
}

export interface Follower {
  /** Follows every entry from now on. */
  readonly follow: (onEntry: EntryHandler, options?: FollowOptions) => () => void;
  /** Looks for entries that have come; settles when all followers have seen them. */
  readonly look: () => Promise<void>;
}

/**
 * Tells followers of each entry that reaches the journal, from this tab, from others or merged, once and in the order of
 * arrival. A look reads what is new, so a lost message between tabs delays a follower and never makes it miss an entry.
 */
export function makeFollower(db: Database, onError: (error: unknown) => void): Follower {
  const looks = new Set<() => Promise<void>>();

  function follow(onEntry: EntryHandler, options: FollowOptions = {}): () => void {
    let after = options.after;
    let isLooking: Promise<void> = Promise.resolve();
    const drain = async (): Promise<void> => {
      after ??= await lastArrival(db);
      for (;;) {
        const headers: StoredHeader[] = await db.journal
          .where('arrival')
          .above(after)
          .limit(HEADERS_PER_READ)
          .toArray();
        if (headers.length === 0) return;
        for (const header of headers) {
          if (!looks.has(look)) return;
          after = header.arrival;
          await onEntry({ header: travelling(header), parts: () => partsOf(db, header) });
        }
      }
    };
    const look = (): Promise<void> => {
      isLooking = isLooking.then(drain).catch(onError);
      return isLooking;
    };
    looks.add(look);
    void look();
    return () => {
      looks.delete(look);
    };
  }

  return {
    follow,
    look: async () => {
      await Promise.all([...looks].map((look) => look()));
    },
  };
}

/** The parts of an entry in their order; the next are read while those before are being taken. */
export async function* partsOf(db: Database, header: JournalHeader): AsyncGenerator<JournalPart> {
  const read = (from: number): Promise<JournalPart[]> => {
    const reading = db.journalParts
      .where('[journalId+index]')
      .between([header.id, from], [header.id, from + PARTS_PER_READ], true, false)
      .toArray();
    // Told where it is awaited, or no more of interest.
    reading.catch(() => undefined);
    return reading;
  };
  let reading = read(0);
  for (let from = 0; from < header.parts; from += PARTS_PER_READ) {
    const parts = await reading;
    if (from + PARTS_PER_READ < header.parts) reading = read(from + PARTS_PER_READ);
    yield* parts;
  }
}

/** A header without the number that it has in this database alone. */
export function travelling({ arrival: _arrival, ...header }: StoredHeader): JournalHeader {
  return header;
}

/**
 * Whether nothing in the journal came after an entry, and nothing counts later: then the records that it added are as it wrote them.
 */
async function isNewest(db: Database, { id, undoes, redoes, schema }: JournalHeader): Promise<boolean> {
  if (undoes !== null || redoes !== null || schema !== db.schema) return false;
  const byArrival = await db.journal.orderBy('arrival').last();
  const byClock = await db.journal.orderBy('[clock.wallMs+clock.counter+device]').last();
  return byArrival?.id === id && byClock?.id === id;
}

const isAdded = ({ from, to }: RecordChange): boolean => from === null && to !== null;

/** The rows of changes that touch incidents, as they are now; undefined where there is none any more. */
async function rowsNow(
  db: Database,
  header: JournalHeader,
  changes: readonly RecordChange[],
): Promise<readonly (Incident | undefined)[]> {
  // An import writes many rows: what it has just written is in the change already.
  if (changes.every(isAdded) && (await isNewest(db, header)))
    return changes.map(({ id, to, base }) => rowOf(id, to ?? {}, nextRevision(base)) as Incident);
  return getIncidents(
    db,
    changes.map(({ id }) => id as IncidentId),
  );
}

/** An entry handler that tells which incidents an entry touched. */
export function toIncidentChanges(db: Database, onChanges: IncidentChanges): EntryHandler {
  return async ({ header, parts }) => {
    if (!header.counts.incidents) return;
    let touched: RecordChange[] = [];
    for await (const { index, changes } of parts()) {
      for (const change of changes) if (change.table === 'incidents') touched.push(change);
      const isLast = index === header.parts - 1;
      if (touched.length + PART_ROWS <= INCIDENTS_PER_READ && !isLast) continue;
      const rows = await rowsNow(db, header, touched);
      await onChanges({
        changed: rows.filter((row) => row !== undefined),
        removed: touched.flatMap(({ id }, i) => (rows[i] === undefined ? [id as IncidentId] : [])),
        isLast,
      });
      touched = [];
    }
  };
}
