import { type DocumentRow, type Fields, nextRevision, type RecordChange } from './journal';

/** A row's fields without `id` and `rev`. */
export function fieldsOf(row: DocumentRow): Fields {
  const { id: _id, rev: _rev, ...fields } = row;
  return fields;
}

/** The row that has these fields. The fields came out of a row of the same table, or through its validation. */
export function rowOf(id: string, fields: Fields, rev: number): DocumentRow {
  return { id, ...fields, rev } as unknown as DocumentRow;
}

/** Whether two stored values are alike: plain data, compared all through. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  // A file belongs to a record that never changes.
  if (a instanceof Blob || b instanceof Blob) return a instanceof Blob && b instanceof Blob && a.size === b.size;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

/** The fields in which two rows of one record differ, each with its value before and after; null if there is none. */
export function diffFields(from: Fields, to: Fields): { from: Fields; to: Fields } | null {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (isSame(from[key], to[key])) continue;
    before[key] = from[key];
    after[key] = to[key];
  }
  return Object.keys(after).length > 0 ? { from: before, to: after } : null;
}

/**
 * What a record becomes by one change. An addition writes the whole record, a removal takes it away, an update of a
 * record that is not there does nothing: so whoever removes wins over those who edit, until the record is added again.
 */
export function replayChange(row: DocumentRow | undefined, change: RecordChange): DocumentRow | undefined {
  const { id, base, from, to } = change;
  if (!to) return undefined;
  if (!from) return rowOf(id, to, nextRevision(base));
  return row && rowOf(id, { ...fieldsOf(row), ...to }, nextRevision(row.rev));
}

/** The same change the other way round. */
export function reverseChange(change: RecordChange): RecordChange {
  return { ...change, from: change.to, to: change.from };
}
