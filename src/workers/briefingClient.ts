import type { BriefingApi } from './briefingEntry';
import { follow, type WorkerOf } from './client';

export type BriefingWorker = WorkerOf<BriefingApi>;

/** Starts the worker that writes a briefing's files: an entry of its own, since the first screen has no need of it. */
export function startBriefingWorker(onCrash: (detail: string) => void): BriefingWorker {
  return follow<BriefingApi>(new Worker(new URL('./briefingEntry.ts', import.meta.url), { type: 'module' }), onCrash);
}
