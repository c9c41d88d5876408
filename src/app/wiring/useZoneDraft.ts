import { useEffect, useRef, useState } from 'react';
import type { ZoneDistances } from '../../domain';
import { useSession } from '../../store';
import { useZoneM } from './useZoneM';

interface ZoneDraft {
  /** What the sliders show: a step ahead of everything else. */
  readonly zoneM: ZoneDistances | null;
  readonly isDraft: boolean;
  readonly draft: (zoneM: ZoneDistances) => void;
  /** Lets everything follow at once, as the slider has been let go. */
  readonly catchUp: () => void;
}

/**
 * The zone distances under the slider. The slider itself moves in the frame of the pointer; map, counts and table follow in a
 * task of their own, so that no single task does it all.
 */
export function useZoneDraft(): ZoneDraft {
  const zoneM = useZoneM();
  const isDraft = useSession((session) => session.zoneDraft !== null);
  const [ahead, setAhead] = useState<ZoneDistances | null>(null);
  const waiting = useRef<{ readonly zoneM: ZoneDistances; readonly timer: ReturnType<typeof setTimeout> } | null>(null);

  useEffect(() => () => clearTimeout(waiting.current?.timer), []);

  const catchUp = (): void => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    useSession.getState().setZoneDraft(waiting.current.zoneM);
    waiting.current = null;
    setAhead(null);
  };
  const draft = (next: ZoneDistances): void => {
    setAhead(next);
    waiting.current = { zoneM: next, timer: waiting.current?.timer ?? setTimeout(catchUp) };
  };
  return { zoneM: ahead ?? zoneM, isDraft: isDraft || ahead !== null, draft, catchUp };
}
