import { makeObservable, type Observable } from './observable';

/** Whether the browser promises to keep the data: it may delete what is not persistent when space is short or after some idle days. */
export type Persistence = 'unasked' | 'granted' | 'refused' | 'unsupported';

export interface StorageEstimate {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

export interface PersistenceKeeper {
  readonly persistence: Observable<Persistence>;
  /** Asks the browser to keep the data; resolves to its answer. */
  readonly askPersistence: () => Promise<boolean>;
  /** Asks unless it was asked since the page was loaded. */
  readonly askOnce: () => void;
  /** Null where the browser does not tell. */
  readonly estimate: () => Promise<StorageEstimate | null>;
}

export type StorageManagerLike = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>;

/** The page's storage manager; undefined where there is none. */
export function pageStorage(): StorageManagerLike | undefined {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  return typeof storage?.persist === 'function' ? storage : undefined;
}

export function keepPersistence(storage: StorageManagerLike | undefined): PersistenceKeeper {
  const persistence = makeObservable<Persistence>(storage ? 'unasked' : 'unsupported');
  let isAsked = false;
  storage?.persisted().then(
    (isPersisted) => {
      if (isPersisted) persistence.set('granted');
    },
    () => persistence.set('unsupported'),
  );

  async function askPersistence(): Promise<boolean> {
    if (!storage) return false;
    isAsked = true;
    const isGranted = await storage.persist().catch(() => false);
    persistence.set(isGranted ? 'granted' : 'refused');
    return isGranted;
  }

  return {
    persistence,
    askPersistence,
    askOnce: () => {
      if (!isAsked && persistence.getSnapshot() !== 'granted') void askPersistence();
    },
    estimate: async () => {
      const { usage, quota } = (await storage?.estimate().catch(() => undefined)) ?? {};
      return usage === undefined || quota === undefined ? null : { usedBytes: usage, quotaBytes: quota };
    },
  };
}
