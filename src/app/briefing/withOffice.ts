import { type BriefingWorker, startBriefingWorker } from '../../workers/briefingClient';

export type Office = BriefingWorker['api']['office'];

/**
 * Starts a worker for Office files, asks it, and ends it, also when the signal comes.
 * @returns what `ask` gives; null where it was cancelled
 * @problem throws what the worker ended of
 */
export async function withOffice<T>(ask: (office: Office) => Promise<T>, signal?: AbortSignal): Promise<T | null> {
  if (signal?.aborted) return null;
  let crash: (error: Error) => void = () => undefined;
  const crashed = new Promise<never>((_, reject) => {
    crash = reject;
  });
  const worker = startBriefingWorker((detail) => crash(new Error(detail)));
  const cancelled = new Promise<null>((resolve) => {
    signal?.addEventListener('abort', () => resolve(null), { once: true });
  });
  try {
    return await Promise.race([ask(worker.api.office), crashed, cancelled]);
  } finally {
    worker.end();
  }
}
