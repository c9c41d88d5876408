import type { DeviceId, JournalId, Problem, Result } from '../domain';
import { beginEntry, type EntryWriter } from './appendEntry';
import { readDevice, type StoreContext, writeDocument } from './context';
import type { Database, StoredHeader } from './database';
import { byTable, type DocumentRow, type JournalHeader, type RecordChange } from './journal';
import { deleteMany, getMany } from './manyRows';
import { fieldsOf, isSame, replayChange, reverseChange } from './replay';
import { Refusal } from './storageProblem';
import { upgradeChange } from './versions';

const HEADERS_PER_READ = 100;
/** A record that comes back was there at some revision and was removed at the next: it goes on after both. */
const BORN_AGAIN = 2;

export interface HistorySteps {
  /** What undo would take back, and redo bring again; null: nothing. */
  readonly undo: JournalHeader | null;
  readonly redo: JournalHeader | null;
}

/** This device's entries before a given one, the newest first; all, with none given. */
function entriesBefore(db: Database, device: DeviceId, before: StoredHeader | undefined): Promise<StoredHeader[]> {
  const { wallMs, counter } = before?.clock ?? { wallMs: Number.MAX_VALUE, counter: 0 };
  return db.journal
    .where('[device+clock.wallMs+clock.counter]')
    .between([device, -1, -1], [device, wallMs, counter], true, false)
    .reverse()
    .limit(HEADERS_PER_READ)
    .toArray();
}

/** What this device can undo and redo, read from its part of the journal: so a reload forgets nothing. */
export async function findSteps(db: Database, device: DeviceId): Promise<HistorySteps> {
  const isUndone = new Map<JournalId, boolean>();
  let redoId: JournalId | null = null;
  let entries = await entriesBefore(db, device, undefined);
  while (entries.length > 0) {
    for (const entry of entries) {
      if (entry.undoes && !isUndone.has(entry.undoes)) {
        isUndone.set(entry.undoes, true);
        redoId ??= entry.undoes;
      } else if (entry.redoes && !isUndone.has(entry.redoes)) {
        isUndone.set(entry.redoes, false);
      } else if (!entry.undoes && !entry.redoes && !isUndone.get(entry.id)) {
        return { undo: entry, redo: await redoStep(db, redoId) };
      }
    }
    entries = await entriesBefore(db, device, entries.at(-1));
  }
  return { undo: null, redo: await redoStep(db, redoId) };
}

async function redoStep(db: Database, id: JournalId | null): Promise<JournalHeader | null> {
  return id ? ((await db.journal.get(id)) ?? null) : null;
}

/**
 * Takes back this device's last entry, or brings back the last one taken back, as a new entry. Fields that others have
 * changed since are never overwritten.
 * @problem nothingToUndo, nothingToRedo
 * @problem undoConflict  a record is not as the entry left it: nothing is written
 */
export async function stepHistory(
  context: StoreContext,
  direction: 'undo' | 'redo',
): Promise<Result<JournalHeader, Problem>> {
  const { db } = context;
  const result = await writeDocument(context, async () => {
    const { id: device } = await readDevice(db);
    const target = (await findSteps(db, device))[direction];
    if (!target) throw new Refusal({ kind: direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo' });
    const { command, params, schema, parts } = target;
    const link = direction === 'undo' ? { undoes: target.id } : { redoes: target.id };
    const entry = beginEntry(context, { command, params, ...link });
    for (let index = 0; index < parts; index += 1) {
      const part = await db.journalParts.get([target.id, index]);
      const changes = (part?.changes ?? []).map((stored) => {
        const change = upgradeChange(stored, { schema, versions: db.versions });
        return direction === 'undo' ? reverseChange(change) : change;
      });
      await applyAgain(db, { changes, entry, command });
    }
    const header = await entry.finish();
    if (!header) throw new Error(`Entry ${target.id} holds no changes.`);
    return header;
  });
  if (result.ok) await context.onAppended();
  return result;
}

/** Applies changes to the records as they are now, if what each change starts from still holds. */
async function applyAgain(
  db: Database,
  options: { readonly changes: readonly RecordChange[]; readonly entry: EntryWriter; readonly command: string },
): Promise<void> {
  const { changes, entry, command } = options;
  for (const [table, ofTable] of byTable(changes)) {
    const stored = await getMany(
      db.rows(table),
      ofTable.map(({ id }) => id),
    );
    const noted = ofTable.map((change, i) => {
      const row = stored[i];
      if (!holds(change, row)) throw new Refusal({ kind: 'undoConflict', table, id: change.id, command });
      return { ...change, base: row?.rev ?? change.base + BORN_AGAIN };
    });
    const rows = noted.map((change, i) => replayChange(stored[i], change));
    await db.rows(table).bulkPut(rows.filter((row) => row !== undefined));
    await deleteMany(
      db.rows(table),
      noted.flatMap(({ id, to }) => (to ? [] : [id])),
    );
    await entry.note(noted);
  }
}

/** Whether a record is as the change expects to find it. */
function holds({ from }: RecordChange, row: DocumentRow | undefined): boolean {
  if (!from || !row) return !from && !row;
  const fields = fieldsOf(row);
  return Object.keys(from).every((key) => isSame(fields[key], from[key]));
}
