import { v7 } from 'uuid';
import { draftIncidents } from '../../analysis/import/draftIncidents';
import { type SettledRow, settleDuplicates } from '../../analysis/import/settleDuplicates';
import { importIncidents } from '../../commands';
import {
  fail,
  type Incident,
  type IncidentId,
  type Problem,
  type Result,
  succeed,
  type Term,
  termsOf,
} from '../../domain';
import type { IncidentImport } from '../../features/import';
import type { Store } from '../../store';

const PIECE = 1_000;

/** What came of an import. */
export interface TakenIn {
  readonly added: readonly Incident[];
  readonly merged: number;
}

/** All rows as records, and what becomes of those that are known already. */
async function readRows({ count, take, takeSettled, file, signal }: IncidentImport) {
  const incidents: Incident[] = [];
  while (incidents.length < count && !signal.aborted) {
    const drafts = await take(incidents.length, PIECE);
    if (drafts.length === 0) break;
    incidents.push(...draftIncidents(drafts, { ids: drafts.map(() => v7()), fileName: file }));
  }
  const settled: SettledRow[] = [];
  for (;;) {
    const rows = await takeSettled(settled.length);
    if (rows.length === 0) break;
    settled.push(...rows);
  }
  return { incidents, settled };
}

/** The records of the register that rows are merged with. */
async function readRegistered(store: Store, settled: readonly SettledRow[]): Promise<Map<IncidentId, Incident>> {
  const ids = settled.flatMap(({ known }) => ('id' in known ? [known.id] : []));
  const registered = new Map<IncidentId, Incident>();
  for (let i = 0; i < ids.length; i += PIECE)
    for (const incident of await store.getIncidents(ids.slice(i, i + PIECE)))
      if (incident) registered.set(incident.id, incident);
  return registered;
}

/**
 * Takes the incidents of a file into the register in one commit, which the journal reports.
 * @problem cancelled, noUsableRows, and those of `commit`
 */
export async function takeInIncidents(store: Store, input: IncidentImport): Promise<Result<TakenIn, Problem>> {
  const { file, report, signal } = input;
  const { incidents, settled } = await readRows(input);
  const { added, updated, merged, skipped } = settleDuplicates(
    incidents,
    settled,
    await readRegistered(store, settled),
  );
  const simulated: Incident[] = [];
  if (input.removeSimulated) {
    await store.streamSimulated((chunk) => {
      simulated.push(...chunk);
    });
  }
  const activities = store.activities.getSnapshot().filter(({ source }) => source.kind === 'simulated');
  if (signal.aborted) return fail({ kind: 'cancelled' });
  const next = Math.max(0, ...termsOf(store.terms.getSnapshot(), 'category').map(({ order }) => order)) + 1;
  const categories = input.newCategories.map(
    ({ id, name, look }, i): Term => ({
      id,
      list: 'category',
      name,
      look,
      order: next + i,
      isRetired: false,
      mergedInto: null,
      rev: 0,
    }),
  );
  const planned = importIncidents(
    { simulated, activities },
    { file, incidents: added, merged: updated, categories, removeSimulated: input.removeSimulated },
  );
  if (!planned.ok) return planned;
  const params = {
    file,
    hash: report.hash,
    rowsInFile: report.rowsInFile,
    rows: added.length,
    repaired: report.repaired,
    skipped: report.leftOut + skipped,
    merged,
    simulatedRemoved: simulated.length,
  };
  const rows = added.length + updated.length + simulated.length;
  let told = 0;
  const onWritten = (written: number): void => {
    if (written - told < PIECE && written < rows) return;
    told = written;
    input.onProgress(Math.max(0, written - simulated.length), added.length + updated.length);
  };
  const committed = await store.commit(planned.value, { command: 'importIncidents', params }, { onWritten, signal });
  return committed.ok ? succeed({ added, merged }) : committed;
}
