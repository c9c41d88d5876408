import {
  type ChangeSet,
  DOCUMENT_TABLES,
  type DocumentTable,
  type Problem,
  type Result,
  type TableChanges,
} from '../domain';
import { beginEntry, type EntryWriter, type Intention } from './appendEntry';
import { chunksOf } from './chunks';
import { type StoreContext, writeDocument } from './context';
import type { Database } from './database';
import { type DocumentRow, type JournalHeader, nextRevision, type RecordChange } from './journal';
import { deleteMany, getMany } from './manyRows';
import { diffFields, fieldsOf, isSame, rowOf } from './replay';
import { Refusal } from './storageProblem';

/** For changes that take long. */
export interface CommitOptions {
  /** Told how many rows are written so far. */
  readonly onWritten?: (rows: number) => void;
  /** Aborted: nothing is written. */
  readonly signal?: AbortSignal;
}

/**
 * Writes what a command planned, in one transaction, and appends one journal entry. Every row must still be what the
 * command saw: same revision, same content.
 * @returns the entry's header; null if the change changes nothing
 * @problem staleRow  a row is another one by now (or is there, or is gone): nothing is written
 * @problem cancelled  the signal came before all was written: nothing is
 */
export async function commitChange(
  context: StoreContext,
  change: ChangeSet,
  intention: Intention,
  { onWritten, signal }: CommitOptions = {},
): Promise<Result<JournalHeader | null, Problem>> {
  let written = 0;
  const inChunks = async <T>(rows: readonly T[], write: (rows: readonly T[]) => Promise<void>): Promise<void> => {
    for (const chunk of chunksOf(rows)) {
      if (signal?.aborted) throw new Refusal({ kind: 'cancelled' });
      await write(chunk);
      written += chunk.length;
      onWritten?.(written);
    }
  };
  const result = await writeDocument(context, async () => {
    const entry = beginEntry(context, intention);
    for (const table of DOCUMENT_TABLES) {
      const changes = change[table] as TableChanges<DocumentRow> | undefined;
      if (!changes) continue;
      const writer = new TableWriter(context.db, table, entry);
      await inChunks(changes.removed, (rows) => writer.remove(rows));
      await inChunks(changes.updated, (rows) => writer.update(rows));
      await inChunks(changes.added, (rows) => writer.add(rows));
    }
    return entry.finish();
  });
  if (result.ok && result.value) await context.onAppended();
  return result;
}

class TableWriter {
  constructor(
    private readonly db: Database,
    private readonly table: DocumentTable,
    private readonly entry: EntryWriter,
  ) {}

  async add(rows: readonly DocumentRow[]): Promise<void> {
    const { table } = this;
    const noted: RecordChange[] = rows.map((row) => ({
      table,
      id: row.id,
      base: row.rev,
      from: null,
      to: fieldsOf(row),
    }));
    const stored = rows.map((row) => ({ ...row, rev: nextRevision(row.rev) }));
    try {
      await this.db.rows(table).bulkAdd(stored);
    } catch (error) {
      throw this.refusalOf(rows, error);
    }
    await this.entry.note(noted);
  }

  async update(pairs: readonly (readonly [from: DocumentRow, to: DocumentRow])[]): Promise<void> {
    const { table } = this;
    await this.demand(pairs.map(([from]) => from));
    const noted: RecordChange[] = [];
    const rows: DocumentRow[] = [];
    for (const [from, to] of pairs) {
      if (from.id !== to.id) throw new Error(`An update cannot turn ${from.id} into ${to.id}.`);
      const fields = fieldsOf(to);
      const diff = diffFields(fieldsOf(from), fields);
      if (!diff) continue;
      noted.push({ table, id: from.id, base: from.rev, ...diff });
      rows.push(rowOf(from.id, fields, nextRevision(from.rev)));
    }
    await this.db.rows(table).bulkPut(rows);
    await this.entry.note(noted);
  }

  async remove(rows: readonly DocumentRow[]): Promise<void> {
    const { table } = this;
    await this.demand(rows);
    await deleteMany(
      this.db.rows(table),
      rows.map(({ id }) => id),
    );
    await this.entry.note(rows.map((row) => ({ table, id: row.id, base: row.rev, from: fieldsOf(row), to: null })));
  }

  /** Refuses unless the stored rows are just these. */
  private async demand(rows: readonly DocumentRow[]): Promise<void> {
    const stored = await getMany(
      this.db.rows(this.table),
      rows.map(({ id }) => id),
    );
    rows.forEach((row, i) => {
      if (!isSame(stored[i], row)) throw new Refusal({ kind: 'staleRow', table: this.table, id: row.id });
    });
  }

  /** Adding failed: because a row is there already, or for the storage's own reason. */
  private refusalOf(rows: readonly DocumentRow[], error: unknown): unknown {
    const first = firstFailure(error);
    if (first?.error.name !== 'ConstraintError') return first?.error ?? error;
    return new Refusal({ kind: 'staleRow', table: this.table, id: rows[first.position]?.id ?? '' });
  }
}

function firstFailure(error: unknown): { position: number; error: Error } | null {
  if (!(error instanceof Error) || !('failuresByPos' in error)) return null;
  const [first] = Object.entries(error.failuresByPos as Record<number, Error>);
  return first ? { position: Number(first[0]), error: first[1] } : null;
}
