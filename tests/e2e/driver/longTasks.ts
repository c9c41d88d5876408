import type { BrowserContext, Page } from 'playwright';

/** A stretch in which the page could not answer. */
export interface LongTask {
  /** Milliseconds, as the browser's long-task observer has it. */
  readonly durationMs: number;
  /** The scripts that ran in it, longest first: what called them, where they are from, how long. Empty: the browser's own work. */
  readonly scripts: readonly { readonly invoker: string; readonly source: string; readonly durationMs: number }[];
}

interface Seen {
  readonly tasks: { start: number; duration: number }[];
  readonly frames: {
    start: number;
    duration: number;
    scripts: { invoker: string; source: string; duration: number }[];
  }[];
}
type Observing = typeof window & { __seen?: Seen };

/** Listens for long tasks in every page of the profile from now on. */
export async function observeLongTasks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const seen: Seen = { tasks: [], frames: [] };
    (window as Observing).__seen = seen;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { scripts = [] } = entry as PerformanceEntry & {
          scripts?: { invoker: string; sourceURL: string; sourceFunctionName: string; duration: number }[];
        };
        seen.frames.push({
          start: entry.startTime,
          duration: entry.duration,
          scripts: scripts.map(({ invoker, sourceURL, sourceFunctionName, duration }) => ({
            invoker,
            source: `${sourceURL.split('/').at(-1) ?? ''} ${sourceFunctionName}`.trim(),
            duration,
          })),
        });
      }
    }).observe({ type: 'long-animation-frame', buffered: true });
  });
}

/** The long tasks since the last call, longest first. */
export async function takeLongTasks(page: Page): Promise<LongTask[]> {
  // Observers are told after the frame: two frames later everything that went before has arrived.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))),
  );
  return page.evaluate(() => {
    const seen = (window as Observing).__seen;
    if (!seen) return [];
    const tasks = seen.tasks.splice(0);
    const frames = seen.frames.splice(0);
    return tasks
      .map(({ start, duration }) => ({
        durationMs: Math.round(duration),
        scripts: frames
          .filter((frame) => frame.start <= start + duration && start <= frame.start + frame.duration)
          .flatMap((frame) => frame.scripts)
          .sort((a, b) => b.duration - a.duration)
          .slice(0, 3)
          .map(({ invoker, source, duration: ms }) => ({ invoker, source, durationMs: Math.round(ms) })),
      }))
      .sort((a, b) => b.durationMs - a.durationMs);
  });
}
