import { DOCUMENT_TABLES, type DocumentTable, type DocumentTables } from './records';

/** What a change does to one table. `updated` holds the whole row before and after. */
export interface TableChanges<T> {
  readonly added: readonly T[];
  readonly updated: readonly (readonly [from: T, to: T])[];
  readonly removed: readonly T[];
}

/** What one undoable intention does to the document, keyed by table; a table that is not named does not change. */
export type ChangeSet = { readonly [K in DocumentTable]?: TableChanges<DocumentTables[K]> };

type AnyChanges = TableChanges<DocumentTables[DocumentTable]>;

/**
 * The change that undoes `change`. The rows carry the revisions that they had; `commit` gives them new ones.
 */
export function reverseChangeSet(change: ChangeSet): ChangeSet {
  const reversed: Partial<Record<DocumentTable, AnyChanges>> = {};
  for (const table of DOCUMENT_TABLES) {
    const changes = change[table] as AnyChanges | undefined;
    if (!changes) continue;
    reversed[table] = {
      added: changes.removed,
      updated: changes.updated.map(([from, to]) => [to, from] as const),
      removed: changes.added,
    };
  }
  return reversed as ChangeSet;
}

/** How many rows the change adds, updates and removes, over all tables. */
export function countChanges(change: ChangeSet): { added: number; updated: number; removed: number } {
  const total = { added: 0, updated: 0, removed: 0 };
  for (const table of DOCUMENT_TABLES) {
    const changes = change[table] as AnyChanges | undefined;
    total.added += changes?.added.length ?? 0;
    total.updated += changes?.updated.length ?? 0;
    total.removed += changes?.removed.length ?? 0;
  }
  return total;
}
