import type { PlanChange } from '../../analysis/patrols/whatIf';
import { makeObservable, type Observable } from '../../store/observable';
import { workerCallback } from '../../workers/client';
import { type PatrolWorker, startPatrolWorker } from '../../workers/patrolClient';
import type { FoundPlan, PlanRequest } from '../../workers/patrolTasks';
import type { Services } from '../services';

/** A plan with the forces at present, and one with others: both made anew, one after the other. */
export interface WhatIfState {
  readonly change: PlanChange;
  /** The key of the ground whose ways both have. */
  readonly groundKey: string;
  readonly present: PlanRequest;
  readonly changed: PlanRequest;
  readonly before: FoundPlan | null;
  readonly after: FoundPlan | null;
  /** When the search that is under way was begun, by the page's clock. */
  readonly since: number;
  readonly failure: string | null;
}

export type WhatIfRequests = Pick<WhatIfState, 'groundKey' | 'present' | 'changed'>;

export interface WhatIfService {
  /** Null: nothing was tried. */
  readonly state: Observable<WhatIfState | null>;
  /** What was found for the same forces at present is not looked for again. */
  readonly run: (change: PlanChange, requests: WhatIfRequests) => void;
  readonly cancel: () => void;
}

const services = new WeakMap<Services, WhatIfService>();

/** The one service of a page that tries what would be. It has a worker of its own, and stores nothing. */
export function whatIfServiceOf(of: Services): WhatIfService {
  let service = services.get(of);
  if (!service) {
    service = startWhatIfService(of);
    services.set(of, service);
  }
  return service;
}

type Asked = Pick<WhatIfState, 'groundKey' | 'present'>;

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]);

/** Whether two plans are asked for with the same forces, tasks, days and ways: lists may have been put together anew. */
export const isSamePresent = (a: Asked, b: Asked): boolean =>
  a.groundKey === b.groundKey &&
  a.present.seed === b.present.seed &&
  (['tasks', 'posts', 'teams', 'shifts', 'duties', 'days'] as const).every((key) =>
    isSameList(a.present[key], b.present[key]),
  );

function startWhatIfService({ crash }: Services): WhatIfService {
  const state = makeObservable<WhatIfState | null>(null);
  let worker: PatrolWorker | null = null;
  /** Goes up with every try: what an ended worker still tells is nobody's. */
  let turn = 0;

  function end(): void {
    turn += 1;
    worker?.end();
    worker = null;
  }
  const patch = (part: Partial<WhatIfState>): void => {
    const before = state.getSnapshot();
    if (before) state.set({ ...before, ...part });
  };
  async function search(
    change: PlanChange,
    { groundKey, present, changed }: WhatIfRequests,
    known: FoundPlan | null,
  ): Promise<void> {
    end();
    const mine = turn;
    state.set({
      change,
      groundKey,
      present,
      changed,
      before: known,
      after: null,
      since: performance.now(),
      failure: null,
    });
    const fail = (detail: string): void => {
      if (mine === turn) patch({ failure: detail });
    };
    const started = startPatrolWorker((detail) => {
      crash.set(detail);
      fail(detail);
    });
    worker = started;
    // Only the last one of a search is compared.
    const find = (request: PlanRequest): Promise<FoundPlan> =>
      started.api.patrols.plan(
        request,
        workerCallback(() => undefined),
      );
    try {
      const before = known ?? (await find(present));
      if (mine !== turn) return;
      patch({ before, since: performance.now() });
      const after = await find(changed);
      if (mine !== turn) return;
      patch({ after });
      end();
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      fail(String(error));
      end();
    }
  }
  return {
    state,
    run: (change, requests) => {
      const last = state.getSnapshot();
      void search(change, requests, last && isSamePresent(last, requests) ? last.before : null);
    },
    cancel: () => {
      end();
      state.set(null);
    },
  };
}
