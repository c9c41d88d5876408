import { follow, type WorkerOf } from './client';
import type { PatrolApi } from './patrolEntry';

export type PatrolWorker = WorkerOf<PatrolApi>;

/** Starts the worker that finds routes: an entry of its own, since the first screen has no need of it. */
export function startPatrolWorker(onCrash: (detail: string) => void): PatrolWorker {
  return follow<PatrolApi>(new Worker(new URL('./patrolEntry.ts', import.meta.url), { type: 'module' }), onCrash);
}
