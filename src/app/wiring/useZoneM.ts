import type { ZoneDistances } from '../../domain';
import { useSession } from '../../store';
import { useServices } from '../services';
import { useObservable } from './useObservable';

/** The zone distances in force: those under the slider while it moves, else the cluster's; null until it is read. */
export function useZoneM(): ZoneDistances | null {
  const { store } = useServices();
  const [cluster] = useObservable(store.clusters);
  const draft = useSession((session) => session.zoneDraft);
  return draft ?? cluster?.zoneM ?? null;
}
