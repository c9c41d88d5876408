/** A database as it lies on disk: what a fixture holds. */
export interface DatabaseDump {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      { readonly keyPath: string | string[]; readonly indexes: readonly IndexDump[]; readonly rows: readonly unknown[] }
    >
  >;
}

interface IndexDump {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Reads a database as it is, with nothing of the store in between. */
export async function dumpDatabase(name: string): Promise<DatabaseDump> {
  const db = await settled(indexedDB.open(name));
  const stores: [string, DatabaseDump['stores'][string]][] = [];
  for (const storeName of [...db.objectStoreNames]) {
    const store = db.transaction(storeName).objectStore(storeName);
    const indexes = [...store.indexNames].map((indexName) => {
      const { keyPath, unique, multiEntry } = store.index(indexName);
      return { name: indexName, keyPath, unique, multiEntry };
    });
    stores.push([
      storeName,
      { keyPath: store.keyPath as string | string[], indexes, rows: await settled(store.getAll()) },
    ]);
  }
  db.close();
  return { version: db.version, stores: Object.fromEntries(stores) };
}

/** Makes a database as a dump says. */
export async function restoreDatabase(name: string, dump: DatabaseDump): Promise<void> {
  const request = indexedDB.open(name, dump.version);
  request.onupgradeneeded = () => {
    for (const [storeName, { keyPath, indexes, rows }] of Object.entries(dump.stores)) {
      const store = request.result.createObjectStore(storeName, { keyPath });
      for (const { name: indexName, keyPath: path, unique, multiEntry } of indexes) {
        store.createIndex(indexName, path, { unique, multiEntry });
      }
      for (const row of rows) store.add(row);
    }
  };
  (await settled(request)).close();
}
