import { useSyncExternalStore } from 'react';
import { useServices } from '../services';
import type { BorderView } from './borderView';

/** One part of what the engine gives; what draws it is drawn anew when that part changes, and only then. */
export function useView<K extends keyof BorderView>(key: K): BorderView[K] {
  const { view } = useServices().border;
  return useSyncExternalStore(view.subscribe, () => view.getSnapshot()[key]);
}

/** A plain value made of what the engine gives, such as whether there are incidents at all. */
export function useViewValue<T extends string | number | boolean>(select: (view: BorderView) => T): T {
  const { view } = useServices().border;
  return useSyncExternalStore(view.subscribe, () => select(view.getSnapshot()));
}
