import type { Incident, IncidentId } from '../domain';
import { chunksOf } from './chunks';
import type { Database } from './database';
import { getMany } from './manyRows';

const ROWS_PER_READ = 500;

export interface StreamOptions {
  /** Ends the stream after the chunk that is under way. */
  readonly signal?: AbortSignal;
}

export type IncidentChunk = (incidents: readonly Incident[]) => void | Promise<void>;

/** Reads all incidents in the order of their ids, some 500 in a task. Rows that change meanwhile come old or new: follow the journal. */
export function streamIncidents(db: Database, onChunk: IncidentChunk, options?: StreamOptions): Promise<void> {
  return streamRows(
    (after) => db.rows('incidents').where('id').above(after).limit(ROWS_PER_READ).toArray() as Promise<Incident[]>,
    onChunk,
    options,
  );
}

/** The same for simulated incidents only. */
export function streamSimulated(db: Database, onChunk: IncidentChunk, options?: StreamOptions): Promise<void> {
  return streamRows(
    (after) =>
      db
        .rows('incidents')
        .where('[source.kind+id]')
        .between(['simulated', after], ['simulated', '\uffff'], false, false)
        .limit(ROWS_PER_READ)
        .toArray() as Promise<Incident[]>,
    onChunk,
    options,
  );
}

/** The next rows are read while the ones before are being taken. */
async function streamRows(
  readAfter: (id: string) => Promise<Incident[]>,
  onChunk: IncidentChunk,
  { signal }: StreamOptions = {},
): Promise<void> {
  let reading = readAfter('');
  for (;;) {
    const rows = await reading;
    const last = rows[rows.length - 1];
    if (signal?.aborted || !last) return;
    reading = readAfter(last.id);
    // Told below, or no more of interest where taking fails.
    reading.catch(() => undefined);
    await onChunk(rows);
  }
}

/** The incidents with these ids, in this order; undefined where there is none. */
export async function getIncidents(db: Database, ids: readonly IncidentId[]): Promise<(Incident | undefined)[]> {
  const found: (Incident | undefined)[] = [];
  for (const chunk of chunksOf(ids, ROWS_PER_READ)) {
    found.push(...((await getMany(db.rows('incidents'), chunk)) as (Incident | undefined)[]));
  }
  return found;
}

export function countSimulated(db: Database): Promise<number> {
  return db.rows('incidents').where('[source.kind+id]').between(['simulated', ''], ['simulated', '\uffff']).count();
}
