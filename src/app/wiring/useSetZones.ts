import { useRef } from 'react';
import { setZoneDistances } from '../../commands';
import { LEVELS, type ZoneDistances } from '../../domain';
import { useSession } from '../../store';
import { useServices } from '../services';
import { useActions } from './useActions';

const isSame = (a: ZoneDistances, b: ZoneDistances): boolean => LEVELS.every((level) => a[level] === b[level]);

/**
 * Writes zone distances one after the other, each on what the one before left: the next may be set while one is still being
 * written. The draft is let go when it says what was written, so that a slider that has moved on stays where it is.
 */
export function useSetZones(): (zoneM: ZoneDistances) => void {
  const { store } = useServices();
  const actions = useActions();
  const writing = useRef<Promise<void>>(Promise.resolve());
  return (zoneM) => {
    const write = async (): Promise<void> => {
      const [cluster] = store.clusters.getSnapshot();
      if (!cluster) return;
      const info = { command: 'setZoneDistances', params: { ...zoneM } };
      const isWritten = await actions.apply(setZoneDistances({ cluster }, { zoneM }), info);
      const { zoneDraft, setZoneDraft } = useSession.getState();
      if (!isWritten || (zoneDraft && isSame(zoneDraft, zoneM))) setZoneDraft(null);
    };
    writing.current = writing.current.then(write, write);
  };
}
