import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/domain';
import { openStore, type Store } from '../../src/store';
import { CHUNK_ROWS } from '../../src/store/chunks';
import { VERSIONS } from '../../src/store/versions';
import { added, makeCluster, makeIncidents, problemIn, removed, updated, valueIn } from '../store/records';

/** Two chunks of the store, in case two of its steps meet in one task. */
const MOST_IN_ONE_GO = 2 * CHUNK_ROWS + 10;

const freshName = (): string => `test-${crypto.randomUUID()}`;

async function open(name: string): Promise<Store> {
  return valueIn(await openStore({ name }));
}

/** Runs some work and tells the longest tasks of the main thread meanwhile, in milliseconds. */
async function longTasksDuring(work: () => Promise<void>): Promise<number[]> {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
  });
  observer.observe({ type: 'longtask' });
  await work();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const { duration } of observer.takeRecords()) tasks.push(Math.round(duration));
  observer.disconnect();
  return tasks.sort((a, b) => b - a);
}

/** Figures are reported, not asserted: they belong to the machine. */
const figures: Record<string, { ms: number; longestTaskMs: number; tasksOver50: number }> = {};
async function measured(name: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  const tasks = await longTasksDuring(work);
  const ms = Math.round(performance.now() - start);
  figures[name] = { ms, longestTaskMs: tasks[0] ?? 0, tasksOver50: tasks.length };
}

/** Runs some work and tells the most records that were handed to the database, or asked of it, in one go. */
async function largestRunDuring(work: () => Promise<void>): Promise<number> {
  let [run, largest] = [0, 0];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    run = 0;
  };
  const { add, put, get, delete: remove } = IDBObjectStore.prototype;
  const counted = <A extends unknown[], R>(original: (this: IDBObjectStore, ...args: A) => R) =>
    function (this: IDBObjectStore, ...args: A): R {
      if (run === 0) port2.postMessage(null);
      run += 1;
      largest = Math.max(largest, run);
      return original.apply(this, args);
    };
  Object.assign(IDBObjectStore.prototype, {
    add: counted(add),
    put: counted(put),
    get: counted(get),
    delete: counted(remove),
  });
  try {
    await work();
  } finally {
    Object.assign(IDBObjectStore.prototype, { add, put, get, delete: remove });
    port1.close();
  }
  return largest;
}

describe('the register in a real browser', () => {
  it('sees long tasks at all', async () => {
    const tasks = await longTasksDuring(async () => {
      const end = performance.now() + 80;
      while (performance.now() < end);
    });
    expect(tasks[0]).toBeGreaterThanOrEqual(50);
  });

  it('accepts strict durability and keeps what was written', async () => {
    const name = freshName();
    const durabilities: unknown[] = [];
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      const transaction = original.apply(this, args);
      if (args[1] === 'readwrite') durabilities.push(transaction.durability);
      return transaction;
    };
    try {
      const store = await open(name);
      valueIn(await store.commit({ clusters: added(makeCluster()) }, { command: 'add' }));
      store.close();
    } finally {
      IDBDatabase.prototype.transaction = original;
    }
    expect(durabilities.length).toBeGreaterThan(0);
    expect(new Set(durabilities)).toEqual(new Set(['strict']));
    expect((await open(name)).clusters.getSnapshot()).toEqual([makeCluster({ rev: 1 })]);
  });

  it('refuses a stale row across two connections, and tells the other of what was written', async () => {
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    valueIn(await one.commit({ clusters: added(makeCluster()) }, { command: 'add' }));
    await expect.poll(() => two.clusters.getSnapshot().length).toBe(1);
    const seen = one.clusters.getSnapshot()[0]!;
    valueIn(await two.commit({ clusters: updated(seen, { ...seen, name: 'two' }) }, { command: 'rename' }));
    expect(
      problemIn(await one.commit({ clusters: updated(seen, { ...seen, name: 'one' }) }, { command: 'rename' })),
    ).toEqual({
      kind: 'staleRow',
      table: 'clusters',
      id: 'cluster-1',
    });
    await expect.poll(() => one.clusters.getSnapshot()[0]?.name).toBe('two');
  });

  it('opens a newer database read-only', async () => {
    const name = freshName();
    const [known, found] = [VERSIONS.length, VERSIONS.length + 1];
    const versions = [...VERSIONS, { number: found, stores: { incidents: 'id, [source.kind+id], category' } }];
    const newer = valueIn(await openStore({ name, versions }));
    valueIn(await newer.commit({ incidents: added(...makeIncidents(3)) }, { command: 'add' }));
    newer.close();
    const older = await open(name);
    expect(older.status.getSnapshot()).toEqual({ kind: 'readOnly', found, known });
    expect(await older.countIncidents()).toBe(3);
    expect(problemIn(await older.undo())).toEqual({ kind: 'readOnlyDatabase', found, known });
  });

  it('makes way for a newer program in another tab', async () => {
    const name = freshName();
    const older = await open(name);
    valueIn(
      await openStore({
        name,
        versions: [...VERSIONS, { number: VERSIONS.length + 1, stores: { incidents: 'id, category' } }],
      }),
    );
    expect(older.status.getSnapshot()).toEqual({ kind: 'outdated' });
  });

  it('takes in 100,000 incidents and takes them back in small steps, so that the page stays at ease', async () => {
    const store = await open(freshName());
    const incidents = makeIncidents(100_000);
    const followed = { changed: 0, removed: 0 };
    store.followIncidents(
      ({ changed, removed }) => {
        followed.changed += changed.length;
        followed.removed += removed.length;
      },
      { after: 0 },
    );
    const largest = await largestRunDuring(async () => {
      await measured('commit', async () => {
        valueIn(
          await store.commit({ incidents: { added: incidents, updated: [], removed: [] } }, { command: 'import' }),
        );
      });
      await expect.poll(() => followed.changed, { timeout: 120_000 }).toBe(100_000);
      await measured('stream', async () => {
        let rows = 0;
        await store.streamIncidents((chunk) => {
          rows += chunk.length;
        });
        expect(rows).toBe(100_000);
      });
      await measured('undo', async () => {
        valueIn(await store.undo());
      });
      await expect.poll(() => followed.removed, { timeout: 120_000 }).toBe(100_000);
    });
    expect(await store.countIncidents()).toBe(0);
    expect(largest).toBeLessThanOrEqual(MOST_IN_ONE_GO);
    console.log(`store, 100,000 incidents: ${JSON.stringify(figures)}`);
  }, 300_000);

  it('redoes, removes, exports and merges many in small steps', async () => {
    const store = await open(freshName());
    valueIn(await store.commit({ incidents: added(...makeIncidents(20_000)) }, { command: 'import' }));
    valueIn(await store.undo());
    const other = await open(freshName());
    const largest = await largestRunDuring(async () => {
      await measured('redo 20,000', async () => {
        valueIn(await store.redo());
      });
      let file = new Blob();
      await measured('export 20,000', async () => {
        file = valueIn(await store.exportJournal());
      });
      await measured('import of 60,000 changes', async () => {
        expect(valueIn(await other.importJournal(file))).toEqual({ applied: 3, known: 0 });
      });
      const rows: Incident[] = [];
      await store.streamIncidents((chunk) => {
        rows.push(...chunk);
      });
      await measured('remove 20,000', async () => {
        valueIn(await store.commit({ incidents: removed(...rows) }, { command: 'remove' }));
      });
    });
    expect([await store.countIncidents(), await other.countIncidents()]).toEqual([0, 20_000]);
    expect(largest).toBeLessThanOrEqual(MOST_IN_ONE_GO);
    console.log(`store, 20,000 incidents: ${JSON.stringify(figures)}`);
  }, 300_000);
});
