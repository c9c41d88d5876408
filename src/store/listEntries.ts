import type { JournalId } from '../domain';
import type { Database } from './database';
import type { JournalHeader } from './journal';

/** An entry of the journal with whether it still stands. */
export interface ListedEntry {
  readonly header: JournalHeader;
  /** It was taken back, and not brought back since. */
  readonly isUndone: boolean;
}

const MOST_LISTED = 500;

/**
 * The entries that a command made, of all devices.
 * @returns the newest first, at most 500; undoing and redoing entries only tell whether one stands
 */
export async function listEntries(db: Database, command: string): Promise<readonly ListedEntry[]> {
  const newest: JournalHeader[] = [];
  const isUndone = new Map<JournalId, boolean>();
  await db.journal
    .orderBy('arrival')
    .reverse()
    .until(() => newest.length >= MOST_LISTED)
    .each(({ arrival: _arrival, ...header }) => {
      if (header.command !== command) return;
      const about = header.undoes ?? header.redoes;
      if (about === null) newest.push(header);
      else if (!isUndone.has(about)) isUndone.set(about, header.undoes !== null);
    });
  return newest
    .map((header) => ({ header, isUndone: isUndone.get(header.id) ?? false }))
    .sort((a, b) => b.header.writtenMs - a.header.writtenMs);
}
