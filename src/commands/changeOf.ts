import type { TableChanges } from '../domain';

/** The change of a table that adds rows; and so on. */
export function adding<T>(rows: readonly T[]): TableChanges<T> {
  return { added: rows, updated: [], removed: [] };
}

export function updating<T>(pairs: readonly (readonly [from: T, to: T])[]): TableChanges<T> {
  return { added: [], updated: pairs, removed: [] };
}

export function removing<T>(rows: readonly T[]): TableChanges<T> {
  return { added: [], updated: [], removed: rows };
}
