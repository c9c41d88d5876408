/** A value that changes: fits `useSyncExternalStore`. A snapshot is the same object until the value changes. */
export interface Observable<T> {
  readonly getSnapshot: () => T;
  /** Calls back after each change; returns what ends it. */
  readonly subscribe: (onChange: () => void) => () => void;
}

export interface Settable<T> extends Observable<T> {
  readonly set: (value: T) => void;
}

export function makeObservable<T>(first: T): Settable<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => value,
    subscribe: (onChange) => {
      const listener = (): void => onChange();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
