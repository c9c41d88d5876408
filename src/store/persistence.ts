import { makeObservable, type Observable } from './observable';

/** Whether the browser promises to keep the data: it may delete what is not persistent when space is short or after some idle days. */
export type Persistence = 'unasked' | 'granted' | 'refused' | 'unsupported';

export interface PersistenceKeeper {
  readonly persistence: Observable<Persistence>;
  /** Asks the browser, once. */
  readonly ask: () => void;
}

type StorageManagerLike = Pick<StorageManager, 'persist' | 'persisted'>;

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
  return {
    persistence,
    ask: () => {
      if (!storage || isAsked || persistence.getSnapshot() === 'granted') return;
      isAsked = true;
      storage.persist().then(
        (isGranted) => persistence.set(isGranted ? 'granted' : 'refused'),
        () => persistence.set('refused'),
      );
    },
  };
}
