import type { Incident, IncidentId } from '../domain';
import { chunksOf } from './chunks';
import type { Database } from './database';
import { getMany } from './manyRows';

const ROWS_PER_READ = 1_000;

export interface StreamOptions {
  /** Ends the stream after the chunk that is under way. */
  readonly signal?: AbortSignal;
}

export type IncidentChunk = (incidents: readonly Incident[]) => void | Promise<void>;

/** Reads all incidents in the order of their ids, some 1,000 in a task. Rows that change meanwhile come old or new: follow the journal. */
export async function streamIncidents(
  db: Database,
  onChunk: IncidentChunk,
  options: StreamOptions = {},
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = (await db.rows('incidents').where('id').above(after).limit(ROWS_PER_READ).toArray()) as Incident[];
    if (options.signal?.aborted || rows.length === 0) return;
    await onChunk(rows);
    after = rows[rows.length - 1]?.id ?? '';
  }
}

/** The same for simulated incidents only. */
export async function streamSimulated(
  db: Database,
  onChunk: IncidentChunk,
  options: StreamOptions = {},
): Promise<void> {
  let after = '';
  for (;;) {
    const range = db
      .rows('incidents')
      .where('[source.kind+id]')
      .between(['simulated', after], ['simulated', '\uffff'], false, false);
    const rows = (await range.limit(ROWS_PER_READ).toArray()) as Incident[];
    if (options.signal?.aborted || rows.length === 0) return;
    await onChunk(rows);
    after = rows[rows.length - 1]?.id ?? '';
  }
}

/** The incidents with these ids, in this order; undefined where there is none. */
export async function getIncidents(db: Database, ids: readonly IncidentId[]): Promise<(Incident | undefined)[]> {
  const found: (Incident | undefined)[] = [];
  for (const chunk of chunksOf(ids)) {
    found.push(...((await getMany(db.rows('incidents'), chunk)) as (Incident | undefined)[]));
  }
  return found;
}

export function countSimulated(db: Database): Promise<number> {
  return db.rows('incidents').where('[source.kind+id]').between(['simulated', ''], ['simulated', '\uffff']).count();
}
