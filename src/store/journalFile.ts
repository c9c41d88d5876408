import * as v from 'valibot';
import type { DocumentTable, JournalFileFault, Problem, Result } from '../domain';
import { fail, succeed } from '../domain';
import { pause } from './chunks';
import type { StoreContext } from './context';
import type { Database, StoredHeader } from './database';
import { partsOf, travelling } from './follow';
import {
  type ChangeCounts,
  countChange,
  type Fields,
  type JournalEntry,
  type JournalHeader,
  type JournalPart,
  MOST_AHEAD_MS,
  type RecordChange,
} from './journal';
import { FILE_MARK, fileMark, headerLine, olderPartLine, partLine, presentChanges } from './journalSchema';
import { readTextLines, type TextLine } from './lines';
import { type Merged, mergeEntries } from './merge';
import { partPieces } from './partPieces';
import { isSame } from './replay';
import { Refusal, storageProblem } from './storageProblem';
import { upgradeChange } from './versions';

const HEADERS_PER_READ = 100;
/** Entries are merged together until they hold so many changes. */
const CHANGES_PER_MERGE = 5_000;
const ENTRIES_PER_MERGE = 500;
const LONG_TEXT = 250_000;

/** The whole journal as lines of JSON, in pieces: a mark, then per entry its header and its parts. */
async function* journalLines({ db, newId }: Pick<StoreContext, 'db' | 'newId'>): AsyncGenerator<string> {
  yield `${JSON.stringify(FILE_MARK)}\n`;
  let after = 0;
  for (;;) {
    const headers: StoredHeader[] = await db.journal.where('arrival').above(after).limit(HEADERS_PER_READ).toArray();
    if (headers.length === 0) return;
    for (const header of headers) {
      after = header.arrival;
      yield `${JSON.stringify({ header: travelling(header) })}\n`;
      for await (const part of partsOf(db, header)) yield* partPieces(part, newId);
    }
  }
}

/** The journal as a file to carry to another device, or to keep as a backup. */
export async function exportJournal(context: Pick<StoreContext, 'db' | 'newId'>): Promise<Result<Blob, Problem>> {
  const pieces: Blob[] = [];
  try {
    for await (const line of journalLines(context)) pieces.push(new Blob([line]));
  } catch (error) {
    return fail(storageProblem(error));
  }
  return succeed(new Blob(pieces, { type: 'application/x-ndjson' }));
}

export interface ImportJournalOptions {
  readonly signal?: AbortSignal;
}

/**
 * Merges a journal file. The whole file is checked before anything is written.
 * @problem invalidJournalFile  with the line: nothing is written
 * @problem cancelled  what was merged by then stays, and merging the file again goes on
 * @problem those of `mergeEntries`
 */
export async function importJournal(
  context: StoreContext,
  file: Blob,
  { signal }: ImportJournalOptions = {},
): Promise<Result<Merged, Problem>> {
  try {
    for await (const _ of readEntries(context, file, 'check')) if (signal?.aborted) return fail({ kind: 'cancelled' });
    const total = { applied: 0, known: 0 };
    for await (const batch of batches(readEntries(context, file, 'trust'))) {
      if (signal?.aborted) return fail({ kind: 'cancelled' });
      const merged = await mergeEntries(context, batch);
      if (!merged.ok) return merged;
      total.applied += merged.value.applied;
      total.known += merged.value.known;
    }
    return succeed(total);
  } catch (error) {
    return fail(storageProblem(error));
  }
}

async function* batches(entries: AsyncIterable<JournalEntry>): AsyncGenerator<readonly JournalEntry[]> {
  let batch: JournalEntry[] = [];
  let changes = 0;
  for await (const entry of entries) {
    batch.push(entry);
    for (const part of entry.parts) changes += part.changes.length;
    if (changes < CHANGES_PER_MERGE && batch.length < ENTRIES_PER_MERGE) continue;
    yield batch;
    batch = [];
    changes = 0;
  }
  if (batch.length > 0) yield batch;
}

/**
 * The entries of a file, each with all its parts; throws a refusal at the first line that is wrong. `trust` is for a
 * second reading: a `Blob` cannot have changed since, so changes need not be checked again.
 */
async function* readEntries(
  { db, now }: Pick<StoreContext, 'db' | 'now'>,
  file: Blob,
  mode: 'check' | 'trust',
): AsyncGenerator<JournalEntry> {
  const latestMs = now() + MOST_AHEAD_MS;
  const lines = readTextLines(file);
  const first = await lines.next();
  const mark: TextLine = first.done ? { line: 1, text: '' } : first.value;
  if (!v.is(fileMark, parse(mark, 'noJournal'))) throw refusal(mark, 'noJournal', '');
  for await (const line of lines) {
    const header = readHeader(db, line);
    // In the second reading the clock has gone on, so what was allowed stays so.
    if (header.clock.wallMs > latestMs) throw refusal(line, 'clockAhead', dayOf(header.clock.wallMs));
    const parts: JournalPart[] = [];
    while (parts.length < header.parts) {
      const next = await lines.next();
      if (next.done) throw refusal(line, 'partMissing', header.id);
      parts.push(mode === 'trust' ? trustPart(next.value) : readPart(db, next.value, { header, index: parts.length }));
      if (next.value.text.length > 10_000) await pause();
    }
    if (mode === 'check' && !isSame(countAll(parts), header.counts)) throw refusal(line, 'wrongShape', 'header.counts');
    yield { header, parts };
  }
}

function readHeader(db: Database, line: TextLine): JournalHeader {
  const value = parse(line, 'notJson');
  const checked = v.safeParse(headerLine, value);
  if (!checked.success) {
    const isPart = typeof value === 'object' && value !== null && 'part' in value;
    throw refusal(line, isPart ? 'partUnasked' : 'wrongShape', pathOf(checked.issues));
  }
  // The schema has checked every field; only brands and the finer type of the counts are added here.
  const header = checked.output.header as unknown as JournalHeader;
  if (header.schema > db.schema) throw refusal(line, 'newerSchema', String(header.schema));
  return header;
}

function readPart(
  db: Database,
  line: TextLine,
  { header, index }: { readonly header: JournalHeader; readonly index: number },
): JournalPart {
  const isPresent = header.schema === db.schema;
  const checked = v.safeParse(isPresent ? partLine : olderPartLine, parse(line, 'notJson'));
  if (!checked.success) throw refusal(line, 'wrongShape', pathOf(checked.issues));
  const part = checked.output.part as unknown as JournalPart;
  if (part.journalId !== header.id || part.index !== index) throw refusal(line, 'partMissing', header.id);
  if (!isPresent) {
    const options = { schema: header.schema, versions: db.versions };
    const upgraded = v.safeParse(
      presentChanges,
      part.changes.map((change: RecordChange) => upgradeChange(change, options)),
    );
    if (!upgraded.success) throw refusal(line, 'wrongShape', pathOf(upgraded.issues));
  }
  return part;
}

function trustPart(line: TextLine): JournalPart {
  const { part } = parse(line, 'notJson') as { readonly part: JournalPart };
  return { ...part, changes: part.changes.map(holdLong) };
}

/** Features that are long are held as a file, as those are that this device took in itself. */
function holdLong(change: RecordChange): RecordChange {
  if (change.table !== 'layerContents') return change;
  const hold = (fields: Fields | null): Fields | null => {
    const { geojson } = fields ?? {};
    return typeof geojson === 'string' && geojson.length > LONG_TEXT
      ? { ...fields, geojson: new Blob([geojson], { type: 'application/json' }) }
      : fields;
  };
  return { ...change, from: hold(change.from), to: hold(change.to) };
}

function countAll(parts: readonly JournalPart[]): Partial<Record<DocumentTable, ChangeCounts>> {
  const counts: Partial<Record<DocumentTable, ChangeCounts>> = {};
  for (const { changes } of parts) for (const change of changes) countChange(counts, change);
  return counts;
}

function parse(line: TextLine, fault: JournalFileFault): unknown {
  try {
    return JSON.parse(line.text);
  } catch {
    throw refusal(line, fault, '');
  }
}

const dayOf = (ms: number): string => new Date(ms).toISOString().replace(/T.*/, '');

function pathOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return v.getDotPath(issues[0]) ?? '';
}

function refusal({ line }: TextLine, reason: JournalFileFault, detail: string): Refusal {
  return new Refusal({ kind: 'invalidJournalFile', line, reason, detail });
}
