import type { Transaction } from 'dexie';
import type { Fields, RecordChange } from './journal';

/** One step of the schema. A later step never drops a table or an index, so that an older program can still read. */
export interface SchemaVersion {
  /** Dexie's own number and the one in `meta`: 1, 2, 3 … */
  readonly number: number;
  /** Tables and indexes that are new or differ from the step before, in Dexie's words. */
  readonly stores: Readonly<Record<string, string>>;
  /** Brings the tables from the step before to this one. */
  readonly upgradeTables?: (transaction: Transaction) => Promise<void>;
  /** Brings a journal change that was written under the step before to this one: the journal itself is never rewritten. */
  readonly upgradeChange?: (change: RecordChange) => RecordChange;
}

/** Since version 2 a source says the clerk's own number of the case. */
function withSourceId<T extends Fields | null>(fields: T): T {
  const source = fields?.source;
  return typeof source === 'object' && source !== null && !('id' in source)
    ? { ...fields, source: { ...source, id: null } }
    : fields;
}

export const VERSIONS: readonly SchemaVersion[] = [
  {
    number: 1,
    stores: {
      clusters: 'id',
      members: 'id',
      incidents: 'id, [source.kind+id]',
      layers: 'id',
      layerContents: 'id',
      journal: 'id, &arrival, [clock.wallMs+clock.counter+device], [device+clock.wallMs+clock.counter]',
      journalParts: '[journalId+index]',
      references: 'id',
      meta: 'key',
    },
  },
  {
    number: 2,
    stores: { terms: 'id', activities: 'id', places: 'id', desk: 'key' },
    upgradeTables: async (transaction) => {
      await transaction
        .table<Fields>('incidents')
        .toCollection()
        .modify((row, context) => {
          context.value = withSourceId(row);
        });
    },
    upgradeChange: (change) =>
      change.table === 'incidents'
        ? { ...change, from: withSourceId(change.from), to: withSourceId(change.to) }
        : change,
  },
];

/** The number of the newest schema in a list. */
export function newestVersion(versions: readonly SchemaVersion[]): number {
  return versions.reduce((newest, { number }) => Math.max(newest, number), 0);
}

/** A change as the newest schema says it. */
export function upgradeChange(
  change: RecordChange,
  { schema, versions }: { readonly schema: number; readonly versions: readonly SchemaVersion[] },
): RecordChange {
  return versions
    .filter(({ number }) => number > schema)
    .reduce((upgraded, version) => version.upgradeChange?.(upgraded) ?? upgraded, change);
}
