import type { Transaction } from 'dexie';
import type { RecordChange } from './journal';

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
  },
  {
    number: 3,
    stores: {
      posts: 'id',
      shifts: 'id',
      teams: 'id',
      duties: 'id',
      patrolTasks: 'id',
      patrolPlans: 'id',
      patrolRoutes: 'id, planId',
      patrolVisits: 'id',
    },
  },
  {
    number: 4,
    stores: { briefings: 'id', scenes: 'id' },
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
