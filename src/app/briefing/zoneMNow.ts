import type { ZoneDistances } from '../../domain';
import { useSession } from '../../store';
import type { Services } from '../services';

/** The zone distances in force; null until they are read. */
export const zoneMNow = ({ store }: Services): ZoneDistances | null =>
  useSession.getState().zoneDraft ?? store.clusters.getSnapshot()[0]?.zoneM ?? null;
