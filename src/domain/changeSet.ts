import type { DocumentTable, DocumentTables } from './records';

/** What a change does to one table. `updated` holds the whole row before and after. */
export interface TableChanges<T> {
  readonly added: readonly T[];
  readonly updated: readonly (readonly [from: T, to: T])[];
  readonly removed: readonly T[];
}

/**
 * What one undoable intention does to the document, keyed by table; a table that is not named does not change. Rows that
 * are updated or removed are given as they were seen, with their `rev`; new ones with `rev` 0: the store assigns the next.
 */
export type ChangeSet = { readonly [K in DocumentTable]?: TableChanges<DocumentTables[K]> };
