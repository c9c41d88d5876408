import type { DocumentTable, DocumentTables } from '../domain';
import { pause } from './chunks';
import type { Database, StoredHeader } from './database';
import { partsOf, travelling } from './follow';
import { compareEntries, type DocumentRow, type JournalHeader, type RecordChange } from './journal';
import { replayChange } from './replay';
import { upgradeChange } from './versions';

/** One change of a record, and what the record was after it. */
export interface RecordVersion<Row = DocumentRow> {
  readonly header: JournalHeader;
  readonly change: RecordChange;
  /** Null: it was removed. */
  readonly row: Row | null;
}

export interface RecordHistoryOptions {
  /** Aborted: the search ends with what is found so far. */
  readonly signal?: AbortSignal;
}

const HEADERS_PER_READ = 50;

/**
 * What became of one record, the newest first. The journal has no index by record, since one would make every import
 * dearer: entries are looked through from the newest on, by their counts and a thousand changes at a time, down to the
 * one that brought the record in.
 */
export async function readRecordHistory<Table extends DocumentTable>(
  db: Database,
  { table, id }: { readonly table: Table; readonly id: string },
  { signal }: RecordHistoryOptions = {},
): Promise<readonly RecordVersion<DocumentTables[Table]>[]> {
  const found: { header: StoredHeader; change: RecordChange }[] = [];
  let before: StoredHeader | null = null;
  search: while (!signal?.aborted) {
    const headers = await headersBefore(db, before);
    for (const header of headers) {
      if (!header.counts[table]) continue;
      const change = await changeIn(db, header, { table, id, ...(signal ? { signal } : {}) });
      if (!change) continue;
      found.push({ header, change });
      // What brings a record back is no beginning.
      if (!change.from && !header.undoes && !header.redoes) break search;
    }
    before = headers.at(-1) ?? null;
    if (!before) break;
  }
  let row: DocumentRow | undefined;
  return found
    .sort((a, b) => compareEntries(a.header, b.header))
    .map(({ header, change }) => {
      row = replayChange(row, change);
      return { header: travelling(header), change, row: (row ?? null) as DocumentTables[Table] | null };
    })
    .reverse();
}

/** Entries of all devices in the order of replay, the newest first. */
function headersBefore(db: Database, before: StoredHeader | null): Promise<StoredHeader[]> {
  const index = '[clock.wallMs+clock.counter+device]';
  const entries = before
    ? db.journal.where(index).below([before.clock.wallMs, before.clock.counter, before.device])
    : db.journal.orderBy(index);
  return entries.reverse().limit(HEADERS_PER_READ).toArray();
}

async function changeIn(
  db: Database,
  header: StoredHeader,
  { table, id, signal }: { readonly table: DocumentTable; readonly id: string; readonly signal?: AbortSignal },
): Promise<RecordChange | null> {
  for await (const { index, changes } of partsOf(db, header)) {
    const change = changes.find((candidate) => candidate.id === id && candidate.table === table);
    if (change) return upgradeChange(change, { schema: header.schema, versions: db.versions });
    if (signal?.aborted) return null;
    if (index % 4 === 3) await pause();
  }
  return null;
}
