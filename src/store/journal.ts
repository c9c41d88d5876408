import {
  type DeviceId,
  DOCUMENT_TABLES,
  type DocumentTable,
  type DocumentTables,
  type HybridClock,
  type JournalId,
} from '../domain';

/** So many record changes go into one part of a journal entry, so that no part is cloned, parsed or checked in a long task. */
export const PART_ROWS = 250;
/** At most so many are taken in a part that another program wrote. */
export const MAX_PART_ROWS = 1_000;

export type DocumentRow = DocumentTables[DocumentTable];
/** A record's fields by name, without `id` and `rev`. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What an entry does to one record. Added: `from` is null and `to` is whole; removed: `to` is null and `from` is whole;
 * updated: both hold just the fields that change. `base` is the revision before.
 */
export interface RecordChange {
  readonly table: DocumentTable;
  readonly id: string;
  readonly base: number;
  readonly from: Fields | null;
  readonly to: Fields | null;
}

/** Small plain facts for the audit trail: a file's name, a count. Never personal data. */
export type CommandParams = Readonly<Record<string, string | number | boolean | null>>;

export interface ChangeCounts {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

export interface JournalHeader {
  /** UUID v7, except for seeded entries, whose ids are fixed. */
  readonly id: JournalId;
  /** Number of the schema that the changes are written in. */
  readonly schema: number;
  readonly device: DeviceId;
  /** The name that the user gave for the audit trail; may be empty. */
  readonly user: string;
  readonly clock: HybridClock;
  /** What the device's own clock said, Unix milliseconds: for people; order comes from `clock`. */
  readonly writtenMs: number;
  readonly command: string;
  readonly params: CommandParams;
  readonly counts: Readonly<Partial<Record<DocumentTable, ChangeCounts>>>;
  /** The entry that this one undoes, or does again. */
  readonly undoes: JournalId | null;
  readonly redoes: JournalId | null;
  /** How many parts hold its changes. */
  readonly parts: number;
}

export interface JournalPart {
  readonly journalId: JournalId;
  readonly index: number;
  readonly changes: readonly RecordChange[];
}

export interface JournalEntry {
  readonly header: JournalHeader;
  readonly parts: readonly JournalPart[];
}

/** The order in which entries of all devices are replayed: clock, then device, then id. Total: only an entry equals itself. */
export function compareEntries(a: JournalHeader, b: JournalHeader): number {
  return (
    a.clock.wallMs - b.clock.wallMs ||
    a.clock.counter - b.clock.counter ||
    compareText(a.device, b.device) ||
    compareText(a.id, b.id)
  );
}

/** By UTF-16 code units, as IndexedDB compares keys. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Counters of the hybrid clock, and revisions of a record, end here: as high as files may bring them, and far from where numbers end. */
export const MOST_COUNTED = 1_000_000_000;
/** An entry may be so far ahead of this device's clock: by a year mistyped, not by malice. */
export const MOST_AHEAD_MS = 5 * 366 * 86_400_000;

/** The revision after another. At the end it stays, so that whatever a file brought can be edited, exported and read again. */
export const nextRevision = (rev: number): number => Math.min(rev + 1, MOST_COUNTED);

/** The next reading of the hybrid clock: never behind the device's clock, and after every entry that it has seen. */
export function tick(last: HybridClock | undefined, nowMs: number): HybridClock {
  if (!last || nowMs > last.wallMs) return { wallMs: nowMs, counter: 0 };
  if (last.counter >= MOST_COUNTED) return { wallMs: last.wallMs + 1, counter: 0 };
  return { wallMs: last.wallMs, counter: last.counter + 1 };
}

/** Adds one change to the counts of its table. */
export function countChange(
  counts: Partial<Record<DocumentTable, ChangeCounts>>,
  { table, from, to }: RecordChange,
): void {
  const { added, updated, removed } = counts[table] ?? { added: 0, updated: 0, removed: 0 };
  counts[table] = {
    added: added + (from ? 0 : 1),
    updated: updated + (from && to ? 1 : 0),
    removed: removed + (to ? 0 : 1),
  };
}

/** The changes of each table that has some. */
export function byTable(changes: readonly RecordChange[]): (readonly [DocumentTable, readonly RecordChange[]])[] {
  return DOCUMENT_TABLES.map((table) => [table, changes.filter((change) => change.table === table)] as const).filter(
    ([, ofTable]) => ofTable.length > 0,
  );
}
