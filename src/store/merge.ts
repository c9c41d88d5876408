import { DOCUMENT_TABLES, type DocumentTable, type Problem, type Result } from '../domain';
import { lastArrival } from './appendEntry';
import { chunksOf, pause } from './chunks';
import { type StoreContext, writeDocument } from './context';
import type { Database } from './database';
import { compareEntries, type DocumentRow, type JournalEntry, type JournalHeader, type RecordChange } from './journal';
import { deleteMany, getMany } from './manyRows';
import { replayChange } from './replay';
import { upgradeChange } from './versions';

export interface Merged {
  /** Entries that were new here. */
  readonly applied: number;
  /** Entries that were here already. */
  readonly known: number;
}

/** A change with the place of its entry in the order of replay. */
interface Step {
  readonly header: JournalHeader;
  readonly change: RecordChange;
}
type Steps = Map<DocumentTable, Map<string, Step[]>>;

/**
 * Takes in entries of other devices (or of this one, from a backup), in one transaction. The register becomes what the
 * replay of all entries in order would give, whatever the order in which they arrive; an entry that is here changes nothing.
 * @problem readOnlyDatabase, storageFull, storageLost, storageFailed  nothing is written
 */
export async function mergeEntries(
  context: StoreContext,
  entries: readonly JournalEntry[],
): Promise<Result<Merged, Problem>> {
  const { db } = context;
  const incoming = await prepare(db, entries);
  const result = await writeDocument(context, async () => {
    const headers = entries.map(({ header }) => header);
    const stored = await db.journal.bulkGet(headers.map(({ id }) => id));
    const byId = new Map<string, JournalEntry>();
    for (const [i, entry] of entries.entries()) {
      // The first of one id counts, as in `prepare`.
      if (!stored[i] && !byId.has(entry.header.id)) byId.set(entry.header.id, entry);
    }
    const isNew = new Set<string>(byId.keys());
    const fresh = [...byId.values()];
    if (fresh.length > 0) {
      const freshHeaders = fresh.map(({ header }) => header);
      const later = await findLaterSteps(db, incoming, freshHeaders);
      await applySteps(db, incoming, { later, isNew });
      await storeEntries(db, fresh);
    }
    return { applied: fresh.length, known: entries.length - fresh.length };
  });
  if (result.ok && result.value.applied > 0) await context.onAppended();
  return result;
}

/** The changes by record, in slices of the main thread's time. */
async function prepare(db: Database, entries: readonly JournalEntry[]): Promise<Steps> {
  const steps: Steps = new Map();
  const seen = new Set<string>();
  for (const { header, parts } of entries) {
    if (seen.has(header.id)) continue;
    seen.add(header.id);
    for (const { changes } of parts) {
      addSteps(steps, upgraded(db, header, changes), header);
      if (changes.length > 100) await pause();
    }
  }
  return steps;
}

function upgraded(db: Database, { schema }: JournalHeader, changes: readonly RecordChange[]): readonly RecordChange[] {
  return schema === db.schema
    ? changes
    : changes.map((change) => upgradeChange(change, { schema, versions: db.versions }));
}

function addSteps(steps: Steps, changes: readonly RecordChange[], header: JournalHeader): void {
  for (const change of changes) {
    const ofTable = steps.get(change.table) ?? new Map<string, Step[]>();
    steps.set(change.table, ofTable);
    const ofRecord = ofTable.get(change.id);
    if (ofRecord) ofRecord.push({ header, change });
    else ofTable.set(change.id, [{ header, change }]);
  }
}

/**
 * What entries that are here already, and come after the first of the new ones, did to the records that those touch.
 * What came before them needs no looking at: the rows hold it.
 */
async function findLaterSteps(db: Database, incoming: Steps, fresh: readonly JournalHeader[]): Promise<Steps> {
  const later: Steps = new Map();
  const first = fresh.reduce((a, b) => (compareEntries(a, b) < 0 ? a : b));
  const index = '[clock.wallMs+clock.counter+device]';
  const from = [first.clock.wallMs, first.clock.counter, first.device];
  const ids = await db.journal.where(index).aboveOrEqual(from).primaryKeys();
  for (const chunk of chunksOf(ids, 100)) {
    for (const header of await db.journal.bulkGet([...chunk])) {
      if (!header || compareEntries(header, first) <= 0) continue;
      if (!DOCUMENT_TABLES.some((table) => header.counts[table] && incoming.has(table))) continue;
      for (let i = 0; i < header.parts; i += 1) {
        const part = await db.journalParts.get([header.id, i]);
        const touched = (part?.changes ?? []).filter((change) => incoming.get(change.table)?.has(change.id));
        addSteps(later, upgraded(db, header, touched), header);
      }
    }
  }
  return later;
}

async function applySteps(
  db: Database,
  incoming: Steps,
  { later, isNew }: { readonly later: Steps; readonly isNew: ReadonlySet<string> },
): Promise<void> {
  for (const [table, records] of incoming) {
    const ofTable = later.get(table);
    for (const chunk of chunksOf([...records])) {
      const stored = await getMany(
        db.rows(table),
        chunk.map(([id]) => id),
      );
      const puts: DocumentRow[] = [];
      const deletions: string[] = [];
      chunk.forEach(([id, steps], i) => {
        const fresh = steps.filter(({ header }) => isNew.has(header.id));
        if (fresh.length === 0) return;
        const row = replayWith(stored[i], { known: ofTable?.get(id) ?? [], fresh });
        if (row) puts.push(row);
        else if (stored[i]) deletions.push(id);
      });
      if (puts.length > 0) await db.rows(table).bulkPut(puts);
      await deleteMany(db.rows(table), deletions);
    }
  }
}

/**
 * The record after new steps, given its row (which holds the known ones already): replays the known later steps and the
 * new ones over it in order. Fields that a known later step wrote are written by it again, so starting from the row is
 * right; its revision alone must first be taken back by the known updates, unless a known addition sets it anew.
 */
function replayWith(
  row: DocumentRow | undefined,
  { known, fresh }: { readonly known: readonly Step[]; readonly fresh: readonly Step[] },
): DocumentRow | undefined {
  const start = row && { ...row, rev: row.rev - known.length };
  return [...known, ...fresh]
    .sort((a, b) => compareEntries(a.header, b.header))
    .reduce<DocumentRow | undefined>((current, { change }) => replayChange(current, change), start);
}

async function storeEntries(db: Database, entries: readonly JournalEntry[]): Promise<void> {
  let arrival = await lastArrival(db);
  for (const { header, parts } of entries) {
    arrival += 1;
    await db.journal.add({ ...header, arrival });
    for (const part of parts) await db.journalParts.add(part);
  }
}
