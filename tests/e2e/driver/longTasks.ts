import { readdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Page } from 'playwright';

/** What the browser's own observer saw of the tasks of 50 ms and more: stretches in which the page could not answer. */
export interface LongTasks {
  /** Milliseconds by the clock, longest first. */
  readonly durationsMs: readonly number[];
  /** The most processor time that one task of the page's main thread took, in milliseconds: what no other program can lengthen. */
  readonly mostProcessorMs: number;
  /**
   * The page came before everything else on this machine. Without a graphics chip the drawing takes the same cores that the page runs on;
   * where it may not be put first, it is also held up by that.
   */
  readonly isPagePreferred: boolean;
}

type Observing = typeof window & { __longTasks?: { readonly observer: PerformanceObserver; durations: number[] } };

/** A nice value above the drawing's. */
const PREFERRED = -10;
const NORMAL = 0;

/** Does something and gives the long tasks meanwhile. */
export async function longTasksWhile(page: Page, something: () => Promise<void>): Promise<LongTasks> {
  const pages = await processesOfPages(page);
  const isPagePreferred = prefer(pages, PREFERRED);
  await page.evaluate(() => {
    const durations: number[] = [];
    const note = (entries: readonly PerformanceEntry[]) => durations.push(...entries.map(({ duration }) => duration));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    (window as Observing).__longTasks = { observer, durations };
  });
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['toplevel'] });
  await something();
  const trace = await browser?.stopTracing();
  // The observer is told of a task after it has ended.
  const durationsMs = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { observer, durations = [] } = (window as Observing).__longTasks ?? {};
    observer?.disconnect();
    return durations.map(Math.round).sort((a, b) => b - a);
  });
  prefer(pages, NORMAL);
  return { durationsMs, mostProcessorMs: trace ? mostProcessorMs(trace, pages) : 0, isPagePreferred };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

function mostProcessorMs(trace: Buffer, pages: readonly number[]): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const ofPages = traceEvents.filter(({ pid }) => pages.includes(pid));
  const main = new Set(
    ofPages.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ tid }) => tid),
  );
  const tasks = ofPages.filter(
    ({ name, ph, tid }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X' && main.has(tid),
  );
  if (tasks.length === 0) throw new Error('The trace holds no task of the page');
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, Math.round(tdur / 1_000)), 0);
}

/** What something took: by the clock, and of the processor, where the page and its workers run and where is drawn. */
export interface Effort {
  readonly ms: number;
  readonly pageMs: number;
  readonly drawingMs: number;
}

/** Does something and gives what it took. */
export async function effortOf(page: Page, something: () => Promise<void>): Promise<Effort> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const spent = async (): Promise<ReadonlyMap<string, number>> => {
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    const byType = new Map<string, number>();
    for (const { type, cpuTime } of processInfo) byType.set(type, (byType.get(type) ?? 0) + cpuTime);
    return byType;
  };
  const before = await spent();
  const start = performance.now();
  await something();
  const ms = Math.round(performance.now() - start);
  const after = await spent();
  await session?.detach();
  const of = (type: string): number => Math.round(1_000 * ((after.get(type) ?? 0) - (before.get(type) ?? 0)));
  return { ms, pageMs: of('renderer'), drawingMs: of('GPU') };
}

async function processesOfPages(page: Page): Promise<number[]> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Gives whether the system allows it. Workers stay where they are: they compete with the page on a user's machine too. */
function prefer(processes: readonly number[], priority: number): boolean {
  try {
    for (const id of processes) setPriority(id, priority);
  } catch {
    return false;
  }
  for (const thread of processes.flatMap(helpersOf)) {
    try {
      setPriority(thread, priority);
    } catch {
      // It has ended meanwhile.
    }
  }
  return true;
}

/** The threads of a page that its main one waits for, as when it collects garbage; none where the system does not tell threads. */
function helpersOf(process: number): number[] {
  const tasks = `/proc/${process}/task`;
  try {
    return readdirSync(tasks)
      .filter((thread) => !readFileSync(`${tasks}/${thread}/comm`, 'utf8').startsWith('DedicatedWorker'))
      .map(Number);
  } catch {
    return [];
  }
}
