import type { Table } from 'dexie';
import { compareText, type DocumentRow } from './journal';

/** Below so many ids a request for each is as good. */
const WORTH_A_RANGE = 8;

type Rows = Table<DocumentRow, string>;

/**
 * The rows with these ids, in this order; undefined where there is none. Ids that were made together lie together, so
 * one request for the span of keys mostly brings them all; only what it does not reach is asked for by id.
 */
export async function getMany(table: Rows, ids: readonly string[]): Promise<(DocumentRow | undefined)[]> {
  if (ids.length < WORTH_A_RANGE) return table.bulkGet([...ids]);
  const limit = 2 * ids.length;
  const rows = await spanOf(table, ids).limit(limit).toArray();
  const found = new Map(rows.map((row) => [row.id as string, row]));
  const reached = rows.length < limit ? null : (rows[rows.length - 1]?.id ?? null);
  const beyond = reached === null ? [] : ids.filter((id) => id > reached);
  for (const row of beyond.length > 0 ? await table.bulkGet(beyond) : []) if (row) found.set(row.id, row);
  return ids.map((id) => found.get(id));
}

/** Deletes rows that are all there: as one span where nothing else lies between them. */
export async function deleteMany(table: Rows, ids: readonly string[]): Promise<void> {
  if (ids.length >= WORTH_A_RANGE && (await spanOf(table, ids).count()) === new Set(ids).size) {
    await spanOf(table, ids).delete();
  } else if (ids.length > 0) {
    await table.bulkDelete([...ids]);
  }
}

function spanOf(table: Rows, ids: readonly string[]) {
  const sorted = [...ids].sort(compareText);
  return table.where('id').between(sorted[0], sorted[sorted.length - 1], true, true);
}
