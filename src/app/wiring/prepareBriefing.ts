import { clusterTimeline } from '../../analysis/briefing/clusterTimeline';
import { draftScenes } from '../../analysis/briefing/draftScenes';
import { planCoverFacts } from '../../analysis/briefing/planCoverFacts';
import type { DraftFacts, LeftOut, SceneDraft } from '../../analysis/briefing/sceneDraft';
import type { HotspotQuestion } from '../../analysis/hotspots/hotspotState';
import { knownReviews } from '../../commands';
import { type HotspotView, type SessionFilter, useSession } from '../../store';
import { FIRST_HOTSPOTS } from '../../store/hotspotSettings';
import { buffersIn } from '../../workers/buffersIn';
import { transfer, workerCallback } from '../../workers/client';
import { type HotspotWorker, startHotspotWorker } from '../../workers/hotspotClient';
import type { Services } from '../services';
import { toEngineFilter } from './borderView';
import { type HotspotResults, wishOf } from './hotspotWish';
import { keepKnown } from './keepKnown';
import { linesThatPass } from './placeFilters';
import { askReview, type Review, type ReviewAsk, readEditions } from './reviewService';

export const PREPARING_STEPS = ['figures', 'ground', 'stretches', 'timing', 'seam'] as const;
export type PreparingStep = (typeof PREPARING_STEPS)[number];

/** Which share of the whole is done when a step begins. */
const BEGINS: Readonly<Record<PreparingStep, number>> = {
  figures: 0,
  ground: 0.1,
  stretches: 0.2,
  timing: 0.75,
  seam: 0.8,
};

export interface PrepareOptions {
  /** Ends the computation; what was found so far is let go. */
  readonly signal: AbortSignal;
  /** `share` of the whole, 0 … 1. */
  readonly onProgress: (step: PreparingStep, share: number) => void;
}

export type Prepared =
  | ({ readonly kind: 'done'; readonly drafts: readonly SceneDraft[]; readonly leftOut: readonly LeftOut[] } & Review)
  /** `notReady`: the register is being read, or there is no cluster. */
  | { readonly kind: 'cancelled' | 'notReady' }
  | { readonly kind: 'failed'; readonly detail: string };

const DAY_MIN = 1_440;
const minutesOf = (day: string): number => Date.parse(day) / 60_000;

type Needed = Pick<Services, 'store' | 'border' | 'today'>;

/** Makes the first scenes of a briefing. Hotspots are computed by a worker of its own, so that the panel of hotspots keeps what it shows. */
export async function prepareBriefing(of: Needed, ask: ReviewAsk, options: PrepareOptions): Promise<Prepared> {
  const { signal, onProgress } = options;
  let stop: (ended: Prepared) => void = () => undefined;
  const stopped = new Promise<Prepared>((resolve) => {
    stop = resolve;
  });
  const onAbort = (): void => stop({ kind: 'cancelled' });
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  const worker = startHotspotWorker((detail) => stop({ kind: 'failed', detail }));
  // What a worker tells on the way may come after what it has found.
  let told = -1;
  let isOver = false;
  const tell: PrepareOptions['onProgress'] = (step, share) => {
    if (isOver || share < told) return;
    told = share;
    onProgress(step, share);
  };
  const work = gather(of, ask, worker.api.hotspots, tell).catch((error: unknown): Prepared => {
    console.error(error);
    return { kind: 'failed', detail: String(error) };
  });
  try {
    return await Promise.race([stopped, work]);
  } finally {
    isOver = true;
    signal.removeEventListener('abort', onAbort);
    worker.end();
  }
}

async function gather(
  of: Needed,
  ask: ReviewAsk,
  hotspots: HotspotWorker['api']['hotspots'],
  tell: PrepareOptions['onProgress'],
): Promise<Prepared> {
  const { store, border } = of;
  const [cluster] = store.clusters.getSnapshot();
  tell('figures', BEGINS.figures);
  const review = cluster && (await askReview(of, ask));
  if (!review) return { kind: 'notReady' };
  const { figures, info } = review;
  const lineages = await border.worker.api.border.unitsOfEditions(await readEditions(of));
  tell('ground', BEGINS.ground);
  if (!(await load(of, hotspots, review, ask.filter))) return { kind: 'notReady' };
  const question: HotspotQuestion = {
    period: { fromMin: minutesOf(figures.period.from), toMin: minutesOf(figures.period.to) + DAY_MIN },
    withDiscovered: false,
  };
  const passing = linesThatPass(ask.filter, info);
  /** Undefined where it could not be computed: the briefing is made without it. */
  async function compute<View extends 'stretches' | 'timing' | 'seam'>(
    view: View & HotspotView,
    share: number,
  ): Promise<HotspotResults[View] | undefined> {
    tell(view, BEGINS[view]);
    const wish = wishOf({ ...FIRST_HOTSPOTS, view }, { contents: 0, question, passing, lines: [] });
    const onProgress = workerCallback((done: number) => tell(view, BEGINS[view] + share * done));
    try {
      return (await wish?.run(hotspots, question, onProgress)) as HotspotResults[View] | undefined;
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }
  const stretches = await compute('stretches', BEGINS.timing - BEGINS.stretches);
  const timing = await compute('timing', BEGINS.seam - BEGINS.timing);
  const seam = await compute('seam', 1 - BEGINS.seam);
  const members = store.members.getSnapshot();
  const made = draftScenes({
    cluster,
    members,
    timeline: clusterTimeline(cluster, { members, editions: lineages, reviews: knownReviews(cluster.id) }),
    figures,
    info,
    stretches,
    timing,
    seam,
    cover: coverNow(of),
  });
  return { kind: 'done', ...made, ...review };
}

/** Hands the worker ground and incidents; false where the edition is another one by now, or there is none. */
async function load(
  { store, border }: Needed,
  hotspots: HotspotWorker['api']['hotspots'],
  { info }: Review,
  filter: SessionFilter,
): Promise<boolean> {
  const engine = border.worker.api.border;
  const zoneM = useSession.getState().zoneDraft ?? store.clusters.getSnapshot()[0]?.zoneM;
  const layers = store.layers.getSnapshot();
  const ground = await engine.hotspotGround();
  const held = await engine.reviewIncidents(toEngineFilter(keepKnown(filter, info, layers), layers, info));
  if (!ground || !held || !zoneM || ground.editionId !== info.edition.id) return false;
  const middles = await hotspots.setGround(transfer(ground, buffersIn(ground)));
  const units = await engine.unitsAt(transfer(middles, [middles.buffer as ArrayBuffer]));
  if (!units) return false;
  await hotspots.setCells(transfer(units, [units.buffer as ArrayBuffer]), zoneM);
  await hotspots.setIncidents(transfer(held.incidents, buffersIn(held.incidents)));
  return true;
}

/** What the plan that is looked at covers, else the newest one; null where none is kept. */
function coverNow({ store, border }: Needed): Omit<DraftFacts['cover'], 'made' | 'period'> | null {
  const { planId } = useSession.getState().patrols;
  const plans = store.patrolPlans.getSnapshot();
  const plan = plans.find(({ id }) => id === planId) ?? plans.at(-1);
  if (!plan) return null;
  const tasks = store.patrolTasks.getSnapshot();
  const hasSimulated = (border.view.getSnapshot().summary?.totalSimulated ?? 0) > 0;
  return {
    ...planCoverFacts(plan, { tasks, routes: store.patrolRoutes.getSnapshot() }),
    // A weight set by hand rests on nobody's incidents.
    isSimulated: hasSimulated && tasks.some(({ isActive, source }) => isActive && source !== 'hand'),
  };
}
