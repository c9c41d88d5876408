import { proxy, type Remote, transfer, wrap } from 'comlink';
import type { WorkerApi } from './entry';

export type { WorkerApi } from './entry';
export { proxy as workerCallback, transfer };

/** One worker. A call cannot be stopped from outside, so to cancel means to end the worker and start a new one. */
export interface WorkerOf<Api extends object> {
  readonly api: { readonly [Room in keyof Api]: Remote<Api[Room]> };
  readonly end: () => void;
}

export type TaskWorker = WorkerOf<WorkerApi>;

/**
 * Starts a worker.
 * @param onCrash  told when the worker's code could not be loaded or threw outside a call
 */
export function startWorker(onCrash: (detail: string) => void): TaskWorker {
  return follow<WorkerApi>(new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' }), onCrash);
}

/** What a worker of any entry offers, and its end. */
export function follow<Api extends object>(worker: Worker, onCrash: (detail: string) => void): WorkerOf<Api> {
  worker.addEventListener('error', (event) => onCrash(event.message));
  worker.addEventListener('messageerror', () => onCrash('messageerror'));
  return { api: roomsOf<Api>(worker), end: () => worker.terminate() };
}

/** Comlink makes a new proxy at every look at a name: here each room stays one object, which React's effects may depend on. */
function roomsOf<Api extends object>(worker: Worker): WorkerOf<Api>['api'] {
  // Comlink follows a path of names at run time; its types know one level only.
  const all = wrap<Api>(worker) as unknown as WorkerOf<Api>['api'];
  const known = new Map<keyof Api, WorkerOf<Api>['api'][keyof Api]>();
  return new Proxy(all, {
    get: (_, name) => {
      const room = name as keyof Api;
      const one = known.get(room) ?? all[room];
      known.set(room, one);
      return one;
    },
  });
}

/**
 * Runs one call at a time and, of those asked for meanwhile, only the latest: what a slider asks for while it moves.
 * @param run       the call
 * @param onResult  told every result that is still the newest known
 */
export function latestWins<Input, Output>(
  run: (input: Input) => Promise<Output>,
  onResult: (output: Output, input: Input) => void,
  onFailure: (error: unknown) => void,
): (input: Input) => void {
  let isRunning = false;
  let waiting: { readonly input: Input } | null = null;
  const start = (input: Input): void => {
    isRunning = true;
    run(input)
      .then((output) => onResult(output, input), onFailure)
      .finally(() => {
        isRunning = false;
        const next = waiting;
        waiting = null;
        if (next) start(next.input);
      });
  };
  return (input) => {
    if (isRunning) waiting = { input };
    else start(input);
  };
}
