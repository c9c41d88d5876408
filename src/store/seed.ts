import { firstCluster } from '../commands/firstCluster';
import type { DeviceId, Incident, JournalId, Member } from '../domain';
import { chunksOf } from './chunks';
import { type DocumentRow, type JournalEntry, PART_ROWS, type RecordChange } from './journal';
import { fieldsOf } from './replay';

/** The program itself, as the author of what comes ready. */
export const SEED_DEVICE = '00000000-0000-7000-8000-000000000000' as DeviceId;
/** The day of the agreement: before anything that a user can do. */
const SEED_MS = Date.UTC(2018, 0, 24);
/** Of the schema in which the seeds are written; later schemas upgrade them as they do any old entry. */
const SEED_SCHEMA = 1;

/**
 * The journal entries that bring the first cluster and the sample incidents. Every device makes the very same ones, so
 * exchanging journals doubles nothing; and as the journal never shrinks, they are never applied again once they were,
 * not even if the user has removed what they brought.
 */
export function seedEntries({ incidents }: { readonly incidents: readonly Incident[] }): JournalEntry[] {
  const { cluster, members } = firstCluster;
  const clusterRows = added('clusters', [cluster]).concat(added('members', members));
  return [
    seedEntry({
      number: 1,
      command: 'seedFirstCluster',
      changes: clusterRows,
      counts: { clusters: 1, members: members.length },
    }),
    seedEntry({
      number: 2,
      command: 'seedSampleIncidents',
      changes: added('incidents', incidents),
      counts: { incidents: incidents.length },
    }),
  ].filter(({ parts }) => parts.length > 0);
}

function added(table: RecordChange['table'], rows: readonly (DocumentRow | Member)[]): RecordChange[] {
  return rows.map((row) => ({ table, id: row.id, base: 0, from: null, to: fieldsOf(row) }));
}

function seedEntry(options: {
  readonly number: number;
  readonly command: string;
  readonly changes: readonly RecordChange[];
  readonly counts: Readonly<Partial<Record<RecordChange['table'], number>>>;
}): JournalEntry {
  const { number, command, changes, counts } = options;
  const id = `01612576-d400-7000-8000-00000000000${number}` as JournalId;
  const parts = [...chunksOf(changes, PART_ROWS)].map((slice, index) => ({ journalId: id, index, changes: slice }));
  return {
    header: {
      id,
      schema: SEED_SCHEMA,
      device: SEED_DEVICE,
      user: '',
      clock: { wallMs: SEED_MS, counter: number },
      writtenMs: SEED_MS,
      command,
      params: {},
      counts: Object.fromEntries(
        Object.entries(counts).map(([table, n]) => [table, { added: n, updated: 0, removed: 0 }]),
      ),
      undoes: null,
      redoes: null,
      parts: parts.length,
    },
    parts,
  };
}
