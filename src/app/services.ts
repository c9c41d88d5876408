import { createContext, useContext } from 'react';
import { type PlainDate, type Problem, type Result, succeed } from '../domain';
import { openStore, type Store } from '../store';
import { makeObservable, type Settable } from '../store/observable';
import { createToasts, type Toasts } from '../ui';
import { registerOffline } from './offline/registerOffline';
import { watchUncaught } from './shell/ErrorBoundary';
import { type BorderService, startBorderService } from './wiring/borderService';
import { type Exhibits, makeExhibits } from './wiring/exhibits';
import { type HealthService, makeHealthService } from './wiring/healthService';
import { type MapOverlay, NO_OVERLAY } from './wiring/mapOverlay';
import type { ShownMap } from './wiring/shownMap';

export interface Services {
  readonly store: Store;
  readonly border: BorderService;
  readonly health: HealthService;
  /** What hotspots and patrols draw on the map. */
  readonly overlay: Settable<MapOverlay>;
  /** What the map on screen is given, for pictures of it; null until it is drawn. */
  readonly shownMap: Settable<ShownMap | null>;
  /** Whether the map on screen stays as it is, whatever the session says: pictures of other scenes are being taken. */
  readonly isMapHeld: Settable<boolean>;
  /** Tables and charts that stand beside the map. */
  readonly exhibits: Exhibits;
  readonly toasts: Toasts;
  /** What broke outside of any call: a worker that could not be loaded; null while all is well. */
  readonly crash: Settable<string | null>;
  readonly offline: Settable<OfflineState>;
  readonly today: PlainDate;
}

export interface OfflineState {
  /** Starts the newer version that waits; null where there is none. */
  readonly reload: (() => void) | null;
  /** Another tab has started a newer version; this one has to be loaded anew. */
  readonly isOutdated: boolean;
}

/** Today on this computer's own calendar. */
function localToday(): PlainDate {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as PlainDate;
}

/**
 * Opens the register and starts the engine, once per page.
 * @problem those of `openStore`
 */
export async function startServices(onBlocked: () => void): Promise<Result<Services, Problem>> {
  const opened = await openStore({ onBlocked });
  if (!opened.ok) return opened;
  const store = opened.value;
  const crash = makeObservable<string | null>(null);
  const today = localToday();
  watchUncaught((error) => crash.set(error.message));
  const border = startBorderService(store, { today, onCrash: crash.set });
  const health = makeHealthService({ store, border, onCrash: crash.set });
  const offline = makeObservable<OfflineState>({ reload: null, isOutdated: false });
  void registerOffline({
    onUpdateReady: (reload) => offline.set({ reload, isOutdated: false }),
    onOutdated: () => offline.set({ reload: null, isOutdated: true }),
    onOfflineFailed: (error) => console.warn('not kept for use without network', error),
  });
  const overlay = makeObservable<MapOverlay>(NO_OVERLAY);
  const shownMap = makeObservable<ShownMap | null>(null);
  const isMapHeld = makeObservable(false);
  const toasts = createToasts();
  const exhibits = makeExhibits();
  return succeed({ store, border, health, overlay, shownMap, isMapHeld, exhibits, toasts, crash, offline, today });
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('A part of the application was drawn outside its services.');
  return services;
}
