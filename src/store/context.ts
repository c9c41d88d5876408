import type { DeviceId, Problem, Result } from '../domain';
import { DOCUMENT_TABLES, fail, succeed } from '../domain';
import type { Database } from './database';
import { Refusal, storageProblem } from './storageProblem';

/** What every operation of the store works with. */
export interface StoreContext {
  readonly db: Database;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A new UUID v7. */
  readonly newId: () => string;
  /** Called when the database turns out to be gone. */
  readonly onLost: () => void;
  /** Called when entries were appended to the journal; settles when this tab's own followers have seen them. */
  readonly onAppended: () => Promise<void>;
}

/** The schema number that the database says it has. */
export async function readSchema(db: Database): Promise<number> {
  const row = await db.meta.get('schema');
  return row?.key === 'schema' ? row.number : db.schema;
}

/** Who writes: read inside the transaction, since another tab may have set it. */
export async function readDevice(db: Database): Promise<{ id: DeviceId; user: string }> {
  const row = await db.meta.get('device');
  if (row?.key !== 'device') throw new Error('The database has no device: it was opened without openStore.');
  return row;
}

/**
 * Runs `body` in one transaction over the whole document: all of it is written, or nothing. `body` may wait for the
 * database only. Never tried again: what failed is told.
 */
export async function writeDocument<T>(
  { db, onLost }: StoreContext,
  body: () => Promise<T>,
): Promise<Result<T, Problem>> {
  const tables = [...DOCUMENT_TABLES, 'journal', 'journalParts', 'meta'];
  try {
    const value = await db.transaction('rw', tables, async () => {
      const found = await readSchema(db);
      if (found > db.schema) throw new Refusal({ kind: 'readOnlyDatabase', found, known: db.schema });
      return body();
    });
    return succeed(value);
  } catch (error) {
    const problem = storageProblem(error);
    if (problem.kind === 'storageLost') onLost();
    return fail(problem);
  }
}
