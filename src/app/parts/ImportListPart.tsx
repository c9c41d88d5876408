import { useEffect, useState } from 'react';
import { type FinishedImport, ImportList } from '../../features/import';
import type { JournalHeader } from '../../store';
import { useServices } from '../services';

const VIETNAM_AHEAD_MS = 7 * 3_600_000;

/** What the journal tells of an import; what an older program did not note is null. */
function asImport({ id, params, writtenMs, user }: JournalHeader, isUndone: boolean): FinishedImport {
  const count = (key: string): number | null => (typeof params[key] === 'number' ? params[key] : null);
  return {
    id,
    file: typeof params.file === 'string' ? params.file : '',
    when: new Date(writtenMs + VIETNAM_AHEAD_MS).toISOString().slice(0, 16),
    user,
    hash: typeof params.hash === 'string' ? params.hash : null,
    rowsInFile: count('rowsInFile'),
    added: count('rows') ?? 0,
    repaired: count('repaired'),
    merged: count('merged'),
    skipped: count('skipped'),
    isUndone,
  };
}

/** The imports that the journal knows of. */
export function ImportListPart({ onClose }: { readonly onClose: () => void }) {
  const { store } = useServices();
  const [imports, setImports] = useState<readonly FinishedImport[] | null>(null);
  useEffect(() => {
    void store
      .listEntries('importIncidents')
      .then((entries) => setImports(entries.map(({ header, isUndone }) => asImport(header, isUndone))));
  }, [store]);
  return imports && <ImportList imports={imports} onClose={onClose} />;
}
