import type { BrowserContext, Page } from 'playwright';

/** A stretch in which the page could not answer. */
export interface LongTask {
  /** Milliseconds by the clock. */
  readonly durationMs: number;
  /** Of which the page's own thread was computing: scripts, styles, layout. The rest it waited, for drawing or for a core. */
  readonly computingMs: number;
  /** Of which it waited inside calls to WebGL. */
  readonly drawingCallsMs: number;
  /** What took the most of it, longest first. */
  readonly parts: readonly { readonly what: string; readonly durationMs: number }[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as are the durations; `tdur` is of the thread itself. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly functionName?: string; readonly url?: string; readonly type?: string } };
}

type Noting = typeof window & { __drawingCalls?: { readonly start: number; readonly duration: number }[] };

const MARK = 'giap-ranh-long-tasks';
const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
/** A task is long from here on, as the browser's own observer has it. */
const LONG_MS = 50;
/** Calls to WebGL that are shorter only hand something on. */
const WAITING_MS = 0.3;

/** Notes in every page of the profile how long calls to WebGL take; to be called before a page is opened. */
export async function noteDrawingCalls(context: BrowserContext): Promise<void> {
  await context.addInitScript((waitingMs) => {
    const calls: { start: number; duration: number }[] = [];
    (window as Noting).__drawingCalls = calls;
    const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const { value } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
      if (typeof value !== 'function' || name === 'constructor') continue;
      prototype[name] = function (this: unknown, ...values: unknown[]) {
        const start = performance.now();
        const result = value.apply(this, values);
        const duration = performance.now() - start;
        if (duration >= waitingMs) calls.push({ start, duration });
        return result;
      };
    }
  }, WAITING_MS);
}

/** Records what the page's thread does, by the browser's own tracing. */
export async function beginTrace(page: Page): Promise<void> {
  await page.context().browser()?.startTracing(page, { categories: CATEGORIES });
  await page.evaluate((mark) => {
    (window as Noting).__drawingCalls?.splice(0);
    performance.mark(mark);
  }, MARK);
}

/** The tasks of at least 50 ms since the trace began, longest first. */
export async function endTrace(page: Page): Promise<LongTask[]> {
  const marked = await page.evaluate((mark) => performance.getEntriesByName(mark).at(-1)?.startTime ?? 0, MARK);
  const calls = await page.evaluate(() => (window as Noting).__drawingCalls?.splice(0) ?? []);
  const text = await page.context().browser()?.stopTracing();
  const { traceEvents } = JSON.parse(text?.toString('utf8') ?? '{"traceEvents":[]}') as { traceEvents: TraceEvent[] };
  const mark = traceEvents.findLast(({ name }) => name === MARK);
  if (!mark) throw new Error('The trace does not hold its own mark.');
  const own = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && pid === mark.pid && tid === mark.tid);
  const tasks = own.filter(({ name, dur = 0 }) => name === 'RunTask' && dur >= LONG_MS * 1000);
  return tasks
    .map((task) => ({
      durationMs: milliseconds(task.dur),
      computingMs: milliseconds(task.tdur),
      drawingCallsMs: Math.round(
        calls
          .filter(({ start }) => isWithin(task, mark.ts + (start - marked) * 1000))
          .reduce((sum, { duration }) => sum + duration, 0),
      ),
      parts: outermost(own.filter((event) => event !== task && event.name !== 'RunTask' && isWithin(task, event.ts)))
        .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
        .slice(0, 3)
        .map((event) => ({ what: nameOf(event), durationMs: milliseconds(event.dur) })),
    }))
    .sort((a, b) => b.durationMs - a.durationMs);
}

const milliseconds = (microseconds = 0): number => Math.round(microseconds / 1000);

const isWithin = ({ ts, dur = 0 }: TraceEvent, moment: number): boolean => moment >= ts && moment < ts + dur;

/** Those that are in no other. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const kept: TraceEvent[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    const last = kept.at(-1);
    if (!last || !isWithin(last, event.ts)) kept.push(event);
  }
  return kept;
}

function nameOf({ name, args }: TraceEvent): string {
  const { functionName, url, type } = args?.data ?? {};
  return [name, type, functionName, url?.split('/').at(-1)].filter(Boolean).join(' ');
}
