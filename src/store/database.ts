import { Dexie, type Table } from 'dexie';
import type { DeviceId, DocumentTable } from '../domain';
import type { DocumentRow, JournalHeader, JournalPart } from './journal';
import { newestVersion, type SchemaVersion } from './versions';

/** A header as it lies in the table: `arrival` numbers entries as they reach this database, and never travels. */
export interface StoredHeader extends JournalHeader {
  readonly arrival: number;
}

/** Shipped data that is copied to the database as it is; `hash` tells whether the shipped file is another one by now. */
export interface Reference {
  readonly id: string;
  readonly hash: string;
  readonly text: string;
}

export type MetaRow =
  | { readonly key: 'schema'; readonly number: number }
  | { readonly key: 'device'; readonly id: DeviceId; readonly user: string };

/** See `Desk`. */
export interface DeskRow {
  readonly key: string;
  readonly value: unknown;
}

export class Database extends Dexie {
  declare readonly journal: Table<StoredHeader, string>;
  declare readonly journalParts: Table<JournalPart, [string, number]>;
  declare readonly references: Table<Reference, string>;
  declare readonly desk: Table<DeskRow, string>;
  declare readonly meta: Table<MetaRow, MetaRow['key']>;

  constructor(
    name: string,
    readonly versions: readonly SchemaVersion[],
  ) {
    const { indexedDB, IDBKeyRange } = globalThis;
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false, indexedDB, IDBKeyRange });
    // Nobody asks Dexie what changed: followers read the journal. Without this each key of a bulk write would be tracked.
    this.unuse({ stack: 'dbcore', name: 'Observability' });
    for (const { number, stores, upgradeTables } of versions) {
      this.version(number)
        .stores(stores)
        .upgrade(async (transaction) => {
          await upgradeTables?.(transaction);
          await transaction.table<MetaRow>('meta').put({ key: 'schema', number });
        });
    }
    this.on('populate', (transaction) => {
      void transaction.table<MetaRow>('meta').add({ key: 'schema', number: this.schema });
    });
  }

  /** The number of the schema that this program writes. */
  get schema(): number {
    return newestVersion(this.versions);
  }

  rows(table: DocumentTable): Table<DocumentRow, string> {
    return this.table(table);
  }
}
