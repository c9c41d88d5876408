import type { HotspotQuestion } from '../../analysis/hotspots/hotspotState';
import type { LinePoint } from '../../analysis/hotspots/nearestOnLines';
import type { EditionInfo } from '../../analysis/openEdition';
import type { ZoneDistances } from '../../domain';
import { useSession } from '../../store';
import { makeObservable, type Observable } from '../../store/observable';
import { buffersIn } from '../../workers/buffersIn';
import { latestWins, transfer, workerCallback } from '../../workers/client';
import { type HotspotWorker, startHotspotWorker } from '../../workers/hotspotClient';
import type { Services } from '../services';

type Api = HotspotWorker['api']['hotspots'];

/** One question: which computation, and all that its answer depends on. */
export interface HotspotWish<T> {
  /** Two wishes of the same key have the same answer. */
  readonly key: string;
  readonly question: HotspotQuestion;
  readonly run: (api: Api, question: HotspotQuestion, onProgress: (share: number) => void) => Promise<T>;
}

export interface HotspotAnswer {
  /** Of the wish that was answered; null: none yet. */
  readonly key: string | null;
  /** The register that it rests on. */
  readonly register: number;
  /** Whose lines and units its numbers are of; null: there is no answer. */
  readonly info: EditionInfo | null;
  readonly value: unknown;
}

export interface HotspotState {
  readonly answer: HotspotAnswer;
  /** How far the computation is that goes on, 0 … 1, null where that is not known; absent: none goes on. */
  readonly progress?: number | null;
  /** Of the wish that was cancelled, and not asked again since. */
  readonly cancelledKey: string | null;
  readonly failure: string | null;
}

export interface HotspotService {
  readonly state: Observable<HotspotState>;
  readonly ask: (wish: HotspotWish<unknown>) => void;
  readonly cancel: () => void;
  /** Computes what was cancelled or failed. */
  readonly again: () => void;
  /** Where a chainage of a line is. */
  readonly placeAt: (line: number, atM: number) => Promise<[number, number] | null>;
  /** The place of some lines that is nearest to a position. */
  readonly nearestOn: (
    lines: readonly number[],
    position: readonly [lng: number, lat: number],
  ) => Promise<LinePoint | null>;
}

/** A computation that has run longer than this is ended for the sake of another. */
const PATIENCE_MS = 1_000;

const IDLE: HotspotState = {
  answer: { key: null, register: -1, info: null, value: null },
  cancelledKey: null,
  failure: null,
};

const services = new WeakMap<Services, HotspotService>();

/** The one service of hotspots of a page, started when it is first wanted. */
export function hotspotServiceOf(of: Services): HotspotService {
  let service = services.get(of);
  if (!service) {
    service = startHotspotService(of);
    services.set(of, service);
  }
  return service;
}

function startHotspotService({ store, border, crash }: Services): HotspotService {
  const state = makeObservable<HotspotState>(IDLE);
  const patch = (part: Partial<HotspotState>): void => state.set({ ...state.getSnapshot(), ...part });
  let worker: HotspotWorker | null = null;
  let loaded: { ground: string; incidents: number } | null = null;
  let asked: HotspotWish<unknown> | null = null;
  /** What was wanted last, whatever became of it. */
  let last: HotspotWish<unknown> | null = null;
  /** Goes up with every cancelling: what was under way then is not waited for. */
  let turn = 0;

  const endWaiting: (() => void)[] = [];
  /** When the computation that goes on was begun; null: none does. */
  let startedAt: number | null = null;

  /** Ends the worker with what it computes: a call cannot be stopped from outside. */
  function drop(): void {
    turn += 1;
    worker?.end();
    worker = null;
    loaded = null;
    for (const end of endWaiting.splice(0)) end();
  }

  function onCrash(detail: string): void {
    crash.set(detail);
    drop();
    patch({ failure: detail });
  }

  function zoneM(): ZoneDistances | null {
    return useSession.getState().zoneDraft ?? store.clusters.getSnapshot()[0]?.zoneM ?? null;
  }

  /** Gives the worker ground and incidents of the engine's last answer; false where another answer came meanwhile. */
  async function load(api: Api, contents: number): Promise<boolean> {
    const engine = border.worker.api.border;
    const { info, members } = border.view.getSnapshot();
    const distances = zoneM();
    if (!info || !distances) return false;
    const codes = members.units.map(({ code }) => code).join(',');
    const groundKey = JSON.stringify([info.edition.id, codes, distances, await engine.lastScope()]);
    if (loaded?.ground !== groundKey) {
      const ground = await engine.hotspotGround();
      if (!ground || ground.editionId !== info.edition.id) return false;
      const middles = await api.setGround(transfer(ground, buffersIn(ground)));
      const units = await engine.unitsAt(transfer(middles, [middles.buffer as ArrayBuffer]));
      if (!units) return false;
      await api.setCells(transfer(units, [units.buffer as ArrayBuffer]), distances);
      loaded = { ground: groundKey, incidents: -1 };
    }
    if (loaded.incidents !== contents) {
      const incidents = await engine.hotspotIncidents(contents);
      if (!incidents) return false;
      await api.setIncidents(transfer(incidents, buffersIn(incidents)));
      loaded = { ...loaded, incidents: contents };
    }
    return true;
  }

  const run = latestWins(
    async (wish: HotspotWish<unknown>): Promise<HotspotAnswer | null> => {
      // Cancelled while another one was under way.
      if (state.getSnapshot().cancelledKey === wish.key) return null;
      const mine = turn;
      const { info, summary } = border.view.getSnapshot();
      const contents = summary?.contents ?? -1;
      worker ??= startHotspotWorker(onCrash);
      const api = worker.api.hotspots;
      patch({ progress: null, failure: null });
      startedAt = performance.now();
      // What tells how far it is comes by a way of its own, and may come after the answer.
      let isUnderWay = true;
      const ended = new Promise<null>((resolve) => endWaiting.push(() => resolve(null)));
      const work = (async () => {
        if (!(await load(api, contents))) return null;
        const onProgress = workerCallback((share: number): void => {
          if (isUnderWay && mine === turn) patch({ progress: share });
        });
        return {
          key: wish.key,
          contents,
          register: summary?.register ?? -1,
          info,
          value: await wish.run(api, wish.question, onProgress),
        };
      })();
      try {
        const answered = await Promise.race([work, ended]);
        return mine === turn ? answered : null;
      } finally {
        isUnderWay = false;
        endWaiting.length = 0;
        startedAt = null;
      }
    },
    (answer, wish) => {
      const { progress: _, ...rest } = state.getSnapshot();
      state.set(answer ? { ...rest, answer } : rest);
      if (!answer && asked?.key === wish.key) asked = null;
    },
    (error) => {
      console.error(error);
      const { progress: _, ...rest } = state.getSnapshot();
      state.set({ ...rest, failure: String(error) });
    },
  );
  return {
    state,
    again: () => {
      patch({ cancelledKey: null, failure: null });
      asked = last;
      if (last) run(last);
    },
    ask: (wish) => {
      const { cancelledKey } = state.getSnapshot();
      if (asked?.key === wish.key || cancelledKey === wish.key) return;
      // What is computed now nobody waits for any more: what takes long must not hold up what comes after it.
      if (startedAt !== null && performance.now() - startedAt > PATIENCE_MS) drop();
      asked = wish;
      last = wish;
      if (cancelledKey !== null) patch({ cancelledKey: null });
      run(wish);
    },
    cancel: () => {
      const key = asked?.key ?? null;
      asked = null;
      drop();
      patch({ cancelledKey: key });
    },
    nearestOn: async (lines, position) => (await worker?.api.hotspots.nearestOn(lines, position)) ?? null,
    placeAt: async (line, atM) => (await worker?.api.hotspots.placeAt(line, atM)) ?? null,
  };
}
