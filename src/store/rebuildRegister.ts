import { DOCUMENT_TABLES, type DocumentTable } from '../domain';
import { compareEntries, type DocumentRow, type JournalEntry } from './journal';
import { replayChange } from './replay';
import { upgradeChange, VERSIONS } from './versions';

/** Every record by table and id. */
export type Register = Readonly<Record<DocumentTable, ReadonlyMap<string, DocumentRow>>>;

/** The register that a journal describes, whatever the order in which its entries are given. */
export function rebuildRegister(entries: readonly JournalEntry[], versions = VERSIONS): Register {
  const tables = new Map(DOCUMENT_TABLES.map((table) => [table, new Map<string, DocumentRow>()]));
  for (const { header, parts } of [...entries].sort((a, b) => compareEntries(a.header, b.header))) {
    for (const { changes } of parts) {
      for (const written of changes) {
        const change = upgradeChange(written, { schema: header.schema, versions });
        const rows = tables.get(change.table);
        if (!rows) continue;
        const row = replayChange(rows.get(change.id), change);
        if (row) rows.set(change.id, row);
        else rows.delete(change.id);
      }
    }
  }
  return Object.fromEntries(tables) as unknown as Register;
}
