import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ZoneDistances } from '../../domain';
import { useSession } from '../../store';
import { useSetZones } from './useSetZones';
import { useZoneM } from './useZoneM';

interface ZoneDraft {
  /** What the sliders show: a step ahead of everything else. */
  readonly zoneM: ZoneDistances | null;
  readonly isDraft: boolean;
  /** On every move of a slider. */
  readonly draft: (zoneM: ZoneDistances) => void;
  /** Once, when the distances stand. */
  readonly set: (zoneM: ZoneDistances) => void;
}

/**
 * The zone distances under the slider. The slider itself moves in the frame of the pointer; map, counts and table follow in a
 * task of their own, so that no single task does it all. A slider that goes away while it is held is as good as let go.
 */
export function useZoneDraft(): ZoneDraft {
  const zoneM = useZoneM();
  const isDraft = useSession((session) => session.zoneDraft !== null);
  const setZones = useSetZones();
  const [ahead, setAhead] = useState<ZoneDistances | null>(null);
  const held = useRef<ZoneDistances | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const follow = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!held.current) return;
    useSession.getState().setZoneDraft(held.current);
    setAhead(null);
  };
  const draft = (next: ZoneDistances): void => {
    held.current = next;
    setAhead(next);
    timer.current ??= setTimeout(follow);
  };
  const set = (next: ZoneDistances): void => {
    follow();
    held.current = null;
    setZones(next);
  };
  const atEnd = useRef(set);
  useLayoutEffect(() => {
    atEnd.current = set;
  });
  useEffect(() => () => void (held.current && atEnd.current(held.current)), []);
  return { zoneM: ahead ?? zoneM, isDraft: isDraft || ahead !== null, draft, set };
}
