import { follow, type WorkerOf } from './client';
import type { HotspotApi } from './hotspotEntry';

export type HotspotWorker = WorkerOf<HotspotApi>;

/** Starts the worker of hotspots: an entry of its own, since the first screen has no need of it. */
export function startHotspotWorker(onCrash: (detail: string) => void): HotspotWorker {
  return follow<HotspotApi>(new Worker(new URL('./hotspotEntry.ts', import.meta.url), { type: 'module' }), onCrash);
}
