import { joinBoxes } from '../../analysis/openEdition';
import { CATEGORIES, type Incident, type Problem } from '../../domain';
import type { Store } from '../../store';
import { makeObservable, type Observable } from '../../store/observable';
import { startWorker, type TaskWorker } from '../../workers/client';
import { type HealthCheck, type HealthPair, type HealthReport, pairKey } from '../../workers/healthTasks';
import type { BorderService } from './borderService';
import { EDITIONS, readReferenceFile } from './referenceFiles';
import { vietnamNow } from './vietnamNow';

/** Records are copied to the worker by so many in one task. */
const PIECE = 250;
/** On this device's desk: pairs of which the user said that they are two cases. */
const DISMISSED_KEY = 'notDuplicates';

export interface HealthState {
  /** How many incidents are read, of how many, while the register is being read; null when it is. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  readonly report: HealthReport | null;
  /** Another one means that lists of an earlier report are out of date. */
  readonly version: number;
}

export interface HealthService {
  readonly state: Observable<HealthState>;
  /** Reads the register when it is called for the first time; while somebody looks, reports follow the journal. */
  readonly watch: () => () => void;
  /** Records of a check as they are now; undefined where one has gone meanwhile. */
  readonly records: (
    check: Exclude<HealthCheck, 'duplicates'>,
    from: number,
    to: number,
  ) => Promise<readonly (Incident | undefined)[]>;
  readonly pairs: (from: number, to: number) => Promise<readonly HealthPair[]>;
  /** The two are different cases: they are not told as a pair again. */
  readonly dismiss: (ids: HealthPair['ids']) => Promise<Problem | null>;
  /** They may be one after all. */
  readonly bringBack: (ids: HealthPair['ids']) => Promise<Problem | null>;
}

/** What is wrong in the register, found in a worker of its own that is started when somebody looks for the first time. */
export function makeHealthService(options: {
  readonly store: Store;
  readonly border: Pick<BorderService, 'worker'>;
  readonly onCrash: (detail: string) => void;
}): HealthService {
  const { store, border, onCrash } = options;
  const state = makeObservable<HealthState>({ reading: null, report: null, version: 0 });
  const set = (part: Partial<HealthState>): void => state.set({ ...state.getSnapshot(), ...part });
  let worker: TaskWorker | null = null;
  let dismissed: readonly string[] = [];
  let watchers = 0;
  let isStale = false;
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: what the worker holds is never looked at half-way. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch((error: unknown) => onCrash(String(error)));
    return done;
  };

  async function report(): Promise<void> {
    if (!worker || watchers === 0) {
      isStale = true;
      return;
    }
    isStale = false;
    const made = await worker.api.health.report(dismissed, vietnamNow());
    set({ reading: null, report: made, version: state.getSnapshot().version + 1 });
  }

  async function surroundings() {
    const texts = await Promise.all(EDITIONS.map(({ file }) => readReferenceFile(store, file)));
    const named = await Promise.all(texts.map((text) => border.worker.api.border.namesOf(text)));
    return {
      // Not of the edition that is shown: what is wrong does not change with it.
      areaBbox: joinBoxes(named.map(({ areaBbox }) => areaBbox)),
      editions: named.map(({ validFrom, validTo, units }) => ({
        validFrom,
        validTo,
        codes: units.map(({ code }) => code),
      })),
      terms: store.terms.getSnapshot(),
      knownCategories: CATEGORIES,
    };
  }

  async function readAll(): Promise<void> {
    if (!worker) return;
    const { health } = worker.api;
    await health.begin(await surroundings());
    const total = await store.countIncidents();
    let done = 0;
    set({ reading: { done, total } });
    await store.streamIncidents(async (chunk) => {
      for (let from = 0; from < chunk.length; from += PIECE)
        await health.put(chunk.slice(from, from + PIECE), vietnamNow());
      done += chunk.length;
      set({ reading: { done, total: Math.max(done, total) } });
    });
  }

  async function start(): Promise<void> {
    worker = startWorker(onCrash);
    const kept = await store.desk.read(DISMISSED_KEY);
    if (Array.isArray(kept)) dismissed = kept.filter((key) => typeof key === 'string');
    const after = await store.arrival();
    await readAll();
    store.followIncidents(
      ({ changed, removed, isLast }) =>
        inTurn(async () => {
          await worker?.api.health.put(changed, vietnamNow());
          await worker?.api.health.remove(removed);
          if (isLast) await report();
        }),
      { after },
    );
    store.terms.subscribe(() => void inTurn(async () => readAll().then(report)));
    await report();
  }

  const keepDismissed = (change: (before: readonly string[]) => readonly string[]): Promise<Problem | null> =>
    inTurn(async () => {
      const written = change(dismissed);
      const result = await store.desk.write(DISMISSED_KEY, written);
      if (!result.ok) return result.problem;
      dismissed = written;
      await report();
      return null;
    });

  return {
    state,
    watch: () => {
      watchers += 1;
      void inTurn(async () => {
        if (!worker) await start();
        else if (isStale) await report();
      });
      return () => {
        watchers -= 1;
      };
    },
    records: async (check, from, to) => {
      const ids = (await worker?.api.health.records(check, from, to)) ?? [];
      return store.getIncidents(ids);
    },
    pairs: async (from, to) => (await worker?.api.health.pairs(from, to)) ?? [],
    dismiss: (ids) => keepDismissed((before) => [...before, pairKey(ids)]),
    bringBack: (ids) => keepDismissed((before) => before.filter((key) => key !== pairKey(ids))),
  };
}
