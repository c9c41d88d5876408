import type { RouteDraft } from '../../analysis/patrols/readPlan';
import type { Team } from '../../domain';
import { makeObservable, type Observable } from '../../store/observable';
import { workerCallback } from '../../workers/client';
import type { Ground, GroundAsk } from '../../workers/groundTasks';
import { type PatrolWorker, startPatrolWorker } from '../../workers/patrolClient';
import type { AlternativePlan, AlternativesRequest, FoundPlan, PlanRequest } from '../../workers/patrolTasks';
import type { FoundSweep, SweepRequest } from '../../workers/sweepTasks';
import type { Services } from '../services';

/** A plan that is being made, or was made and is not kept yet. */
export interface PlanDraft {
  readonly request: PlanRequest | SweepRequest;
  /** Null until the first one is there. */
  readonly found: FoundPlan | FoundSweep | null;
  readonly isWorking: boolean;
  /** When it was begun, by the page's clock. */
  readonly since: number;
  readonly failure: string | null;
  /** Null: nobody has asked for any. */
  readonly alternatives: AlternativesDraft | null;
}

/** Plans nearly as good as the one that was found. */
export interface AlternativesDraft {
  /** The plan that they were sought from. */
  readonly best: FoundPlan;
  /** Which one is shown: 0 the best, else the place in `plans` plus one. */
  readonly chosen: number;
  readonly count: number;
  readonly plans: readonly AlternativePlan[];
  readonly isWorking: boolean;
  readonly failure: string | null;
}

/** The ways between posts and tasks, as far as they are known. */
export interface GroundState {
  readonly ask: GroundAsk;
  readonly key: string;
  /** Null: being reckoned, or failed. */
  readonly ground: Ground | null;
  /** How far the reckoning is, 0 to 1. */
  readonly share: number;
  readonly failure: string | null;
}

export interface PatrolService {
  /** Null: nobody has asked yet. */
  readonly ground: Observable<GroundState | null>;
  /** Reckons the ways for what a plan is to be about; the latest wins, and the same is not reckoned twice unless it failed. */
  readonly wantGround: (ask: GroundAsk) => void;
  /** Where routes go on the ground that is there, per route `[lng0, lat0 …]` in degrees. */
  readonly courses: (
    routes: readonly Pick<RouteDraft, 'teamId' | 'stops'>[],
    teams: readonly Team[],
  ) => Promise<readonly Float64Array[]>;
  /** Null: no plan is being made. */
  readonly draft: Observable<PlanDraft | null>;
  readonly plan: (request: PlanRequest | SweepRequest) => void;
  /** Seeks plans nearly as good as the one that was found; `stop` ends it and keeps those that are there. */
  readonly findAlternatives: (asked: Omit<AlternativesRequest, 'request'>) => void;
  /** Takes another of the plans that are there, as `AlternativesDraft.chosen` counts. */
  readonly choose: (chosen: number) => void;
  /** Ends the search and keeps the best plan found; without one nothing is left of it. */
  readonly stop: () => void;
  readonly discard: () => void;
}

/** What the ways depend on: a new name or weight changes none of them. */
export const groundKey = ({ posts, tasks, modes, ways }: GroundAsk): string =>
  JSON.stringify([
    posts.map(({ id, lng, lat }) => [id, lng, lat]),
    tasks.map(({ id, place }) => [id, place]),
    modes,
    ways,
  ]);

const services = new WeakMap<Services, PatrolService>();

/** The one service of patrols of a page, started when it is first wanted. */
export function patrolServiceOf(of: Services): PatrolService {
  let service = services.get(of);
  if (!service) {
    service = startPatrolService(of);
    services.set(of, service);
  }
  return service;
}

function startPatrolService({ crash, store }: Services): PatrolService {
  const draft = makeObservable<PlanDraft | null>(null);
  const ground = makeObservable<GroundState | null>(null);
  let groundWorker: PatrolWorker | null = null;
  /** Contents of the network that the worker holds. */
  let openRoads = '';
  let isReckoning = false;
  /** Goes up with every reckoning: what an ended one still tells is nobody's. */
  let reckoning = 0;
  let worker: PatrolWorker | null = null;
  /** Goes up with every plan: what an ended worker still tells is nobody's. */
  let turn = 0;

  function end(): void {
    turn += 1;
    worker?.end();
    worker = null;
  }
  const patch = (part: Partial<PlanDraft>): void => {
    const before = draft.getSnapshot();
    if (before) draft.set({ ...before, ...part });
  };
  const openGround = (): PatrolWorker => {
    groundWorker ??= startPatrolWorker((detail) => {
      crash.set(detail);
      closeGround();
      isReckoning = false;
      reckoning += 1;
      const before = ground.getSnapshot();
      if (before) ground.set({ ...before, ground: null, share: 0, failure: detail });
    });
    return groundWorker;
  };
  const closeGround = (): void => {
    groundWorker?.end();
    groundWorker = null;
    openRoads = '';
  };
  /** The network has to be there before ways are asked for. */
  async function reckon(ask: GroundAsk, onProgress: (share: number) => void): Promise<Ground> {
    const { api } = openGround();
    if (ask.ways.kind === 'roads' && openRoads !== ask.ways.contentId) {
      const content = await store.readLayerContent(ask.ways.contentId);
      if (!content) throw new Error(`no contents ${ask.ways.contentId}`);
      await api.ground.openRoads(content.id, content.geojson);
      openRoads = content.id;
    }
    return api.ground.ground(ask, workerCallback(onProgress));
  }
  return {
    draft,
    ground,
    wantGround: (ask) => {
      const key = groundKey(ask);
      const before = ground.getSnapshot();
      if (before?.key === key && before.failure === null) return;
      // What is under way for nobody would keep the others waiting.
      if (isReckoning) closeGround();
      isReckoning = true;
      reckoning += 1;
      const mine = reckoning;
      const isWanted = (): boolean => mine === reckoning;
      const set = (part: Partial<GroundState>): void => {
        if (isWanted()) ground.set({ ask, key, ground: null, share: 0, failure: null, ...part });
      };
      ground.set({ ask, key, ground: null, share: 0, failure: null });
      // What is told on the way may come after the end.
      const tell = (share: number): void => {
        if (!ground.getSnapshot()?.ground) set({ share });
      };
      reckon(ask, tell).then(
        (found) => {
          if (!isWanted()) return;
          isReckoning = false;
          set({ ground: found, share: 1 });
        },
        (error: unknown) => {
          if (!isWanted()) return;
          isReckoning = false;
          console.error(error);
          set({ failure: String(error) });
        },
      );
    },
    courses: (routes, teams) => openGround().api.ground.courses(routes, teams),
    plan: (request) => {
      end();
      const mine = turn;
      draft.set({ request, found: null, isWorking: true, since: performance.now(), failure: null, alternatives: null });
      worker = startPatrolWorker((detail) => {
        crash.set(detail);
        if (mine !== turn) return;
        patch({ isWorking: false, failure: detail });
        end();
      });
      const onBetter = workerCallback((found: FoundPlan | FoundSweep): void => {
        if (mine === turn) patch({ found });
      });
      const { patrols, sweeps } = worker.api;
      const search: Promise<FoundPlan | FoundSweep> =
        'swept' in request ? sweeps.sweep(request, onBetter) : patrols.plan(request, onBetter);
      search.then(
        (found) => {
          if (mine !== turn) return;
          patch({ found, isWorking: false });
          end();
        },
        (error: unknown) => {
          if (mine !== turn) return;
          console.error(error);
          patch({ isWorking: false, failure: String(error) });
          end();
        },
      );
    },
    findAlternatives: (asked) => {
      const before = draft.getSnapshot();
      if (!before || 'swept' in before.request) return;
      const { request } = before;
      end();
      const mine = turn;
      const { best, count } = asked;
      patch({ found: best, alternatives: { best, count, chosen: 0, plans: [], isWorking: true, failure: null } });
      const patchPlans = (part: Partial<AlternativesDraft>): void => {
        const { alternatives } = draft.getSnapshot() ?? {};
        if (mine === turn && alternatives) patch({ alternatives: { ...alternatives, ...part } });
      };
      worker = startPatrolWorker((detail) => {
        crash.set(detail);
        patchPlans({ isWorking: false, failure: detail });
        if (mine === turn) end();
      });
      const onFound = workerCallback((plans: readonly AlternativePlan[]): void => patchPlans({ plans }));
      worker.api.patrols.alternatives({ ...asked, request }, onFound).then(
        (plans) => {
          patchPlans({ plans, isWorking: false });
          if (mine === turn) end();
        },
        (error: unknown) => {
          if (mine !== turn) return;
          console.error(error);
          patchPlans({ isWorking: false, failure: String(error) });
          end();
        },
      );
    },
    choose: (chosen) => {
      const { alternatives } = draft.getSnapshot() ?? {};
      if (!alternatives) return;
      const found = chosen === 0 ? alternatives.best : alternatives.plans[chosen - 1]?.found;
      if (found) patch({ found, alternatives: { ...alternatives, chosen } });
    },
    stop: () => {
      end();
      const { found = null, alternatives } = draft.getSnapshot() ?? {};
      if (!found) draft.set(null);
      patch({ isWorking: false, ...(alternatives && { alternatives: { ...alternatives, isWorking: false } }) });
    },
    discard: () => {
      end();
      draft.set(null);
    },
  };
}
