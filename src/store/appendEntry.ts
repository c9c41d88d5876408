import type { DocumentTable, JournalId } from '../domain';
import type { StoreContext } from './context';
import { readDevice } from './context';
import type { Database, StoredHeader } from './database';
import {
  type ChangeCounts,
  type CommandParams,
  countChange,
  type JournalHeader,
  PART_ROWS,
  type RecordChange,
  tick,
} from './journal';

/** What a journal entry says besides its changes. */
export interface Intention {
  readonly command: string;
  readonly params: CommandParams;
  readonly undoes?: JournalId;
  readonly redoes?: JournalId;
}

export interface EntryWriter {
  /** Notes changes of records; full parts are written at once. */
  readonly note: (changes: readonly RecordChange[]) => Promise<void>;
  /** Writes the rest and the header; null if nothing was noted: then there is no entry. */
  readonly finish: () => Promise<JournalHeader | null>;
}

/** The newest entry of all devices: its clock is the latest that this database has seen. */
function newestEntry(db: Database): Promise<StoredHeader | undefined> {
  return db.journal.orderBy('[clock.wallMs+clock.counter+device]').last();
}

/** The number of the entry that came last; 0 before any. */
export async function lastArrival(db: Database): Promise<number> {
  const last = await db.journal.orderBy('arrival').last();
  return last?.arrival ?? 0;
}

/** Begins a journal entry of this device; within a transaction. */
export function beginEntry({ db, now, newId }: StoreContext, intention: Intention): EntryWriter {
  const id = newId() as JournalId;
  const counts: Partial<Record<DocumentTable, ChangeCounts>> = {};
  let pending: RecordChange[] = [];
  let parts = 0;

  async function flush(): Promise<void> {
    await db.journalParts.add({ journalId: id, index: parts, changes: pending });
    parts += 1;
    pending = [];
  }

  return {
    note: async (changes) => {
      for (const change of changes) {
        countChange(counts, change);
        pending.push(change);
        if (pending.length === PART_ROWS) await flush();
      }
    },
    finish: async () => {
      if (pending.length > 0) await flush();
      if (parts === 0) return null;
      const device = await readDevice(db);
      const header: JournalHeader = {
        id,
        schema: db.schema,
        device: device.id,
        user: device.user,
        clock: tick((await newestEntry(db))?.clock, now()),
        writtenMs: now(),
        command: intention.command,
        params: intention.params,
        counts,
        undoes: intention.undoes ?? null,
        redoes: intention.redoes ?? null,
        parts,
      };
      await db.journal.add({ ...header, arrival: (await lastArrival(db)) + 1 });
      return header;
    },
  };
}
