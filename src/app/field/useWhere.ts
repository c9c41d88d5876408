import { useEffect, useState } from 'react';
import type { Degrees } from '../../domain';

/** Where this device is, as far as it tells. */
export type Where =
  | { readonly kind: 'off' }
  | { readonly kind: 'waiting' | 'denied' | 'missing' | 'failed' }
  | { readonly kind: 'found'; readonly at: Degrees; readonly accuracyM: number };

const OLDEST_MS = 15_000;
const LONGEST_MS = 60_000;

/** Whether the page is looked at. */
function useIsVisible(): boolean {
  const [isVisible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = (): void => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isVisible;
}

/**
 * Follows the device's position while that is wanted and the page is looked at; exactly, which takes more of the battery, only near the goal.
 */
export function useWhere({ isWanted, isNear }: { readonly isWanted: boolean; readonly isNear: boolean }): Where {
  const [where, setWhere] = useState<Where>({ kind: 'off' });
  const isVisible = useIsVisible();
  useEffect(() => {
    if (!isWanted) {
      setWhere({ kind: 'off' });
      return undefined;
    }
    if (!isVisible) return undefined;
    // Browsers hide the positions of devices from pages that came over an open line.
    if (!window.isSecureContext || !('geolocation' in navigator)) {
      setWhere({ kind: 'missing' });
      return undefined;
    }
    setWhere((before) => (before.kind === 'found' ? before : { kind: 'waiting' }));
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => setWhere({ kind: 'found', at: [coords.longitude, coords.latitude], accuracyM: coords.accuracy }),
      (error) =>
        setWhere((before) => {
          if (error.code === error.PERMISSION_DENIED) return { kind: 'denied' };
          // A position a moment old is better than none.
          return before.kind === 'found' ? before : { kind: 'failed' };
        }),
      { enableHighAccuracy: isNear, maximumAge: OLDEST_MS, timeout: LONGEST_MS },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [isWanted, isNear, isVisible]);
  return where;
}
