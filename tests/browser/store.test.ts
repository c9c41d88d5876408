import { describe, expect, it } from 'vitest';
import type { Incident, IncidentId } from '../../src/domain';
import { openStore, type Store } from '../../src/store';
import { VERSIONS } from '../../src/store/versions';
import { added, makeCluster, makeIncidents, problemIn, updated, valueIn } from '../store/records';

const LONGEST_TASK_MS = 50;

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

const timings: Record<string, unknown> = {};
async function measured(name: string, work: () => Promise<void>): Promise<number[]> {
  const start = performance.now();
  const tasks = await longTasksDuring(work);
  timings[name] = { ms: Math.round(performance.now() - start), longTasks: tasks.slice(0, 5) };
  return tasks;
}

describe('the register in a real browser', () => {
  it('sees long tasks at all', async () => {
    const tasks = await longTasksDuring(async () => {
      const end = performance.now() + 80;
      while (performance.now() < end);
    });
    expect(tasks[0]).toBeGreaterThanOrEqual(LONGEST_TASK_MS);
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
    const versions = [...VERSIONS, { number: 2, stores: { incidents: 'id, [source.kind+id], category' } }];
    const newer = valueIn(await openStore({ name, versions }));
    valueIn(await newer.commit({ incidents: added(...makeIncidents(3)) }, { command: 'add' }));
    newer.close();
    const older = await open(name);
    expect(older.status.getSnapshot()).toEqual({ kind: 'readOnly', found: 2, known: 1 });
    expect(await older.countIncidents()).toBe(3);
    expect(problemIn(await older.undo())).toEqual({ kind: 'readOnlyDatabase', found: 2, known: 1 });
  });

  it('makes way for a newer program in another tab', async () => {
    const name = freshName();
    const older = await open(name);
    valueIn(await openStore({ name, versions: [...VERSIONS, { number: 2, stores: { incidents: 'id, category' } }] }));
    expect(older.status.getSnapshot()).toEqual({ kind: 'outdated' });
  });

  it(`writes, reads, follows, takes back, exports and merges 100,000 incidents without a task over ${LONGEST_TASK_MS} ms`, async () => {
    const name = freshName();
    const store = await open(name);
    const incidents = makeIncidents(100_000);
    const followed = { changed: 0, removed: 0 };
    store.followIncidents(
      ({ changed, removed }) => {
        followed.changed += changed.length;
        followed.removed += removed.length;
      },
      { after: 0 },
    );
    const tasks: Record<string, number[]> = {};
    tasks.commit = await measured('commit', async () => {
      valueIn(await store.commit({ incidents: { added: incidents, updated: [], removed: [] } }, { command: 'import' }));
      await expect.poll(() => followed.changed, { timeout: 60_000 }).toBe(100_000);
    });
    tasks.stream = await measured('stream', async () => {
      let rows = 0;
      await store.streamIncidents((chunk) => {
        rows += chunk.length;
      });
      expect(rows).toBe(100_000);
    });
    tasks.get = await measured('get 5,000 by id', async () => {
      const ids = incidents.slice(0, 5_000).map(({ id }) => id);
      expect((await store.getIncidents(ids)).filter((row): row is Incident => row !== undefined)).toHaveLength(5_000);
    });
    let file = new Blob();
    tasks.exported = await measured('export', async () => {
      file = valueIn(await store.exportJournal());
    });
    tasks.undo = await measured('undo', async () => {
      valueIn(await store.undo());
      expect(await store.countIncidents()).toBe(0);
      await expect.poll(() => followed.removed, { timeout: 60_000 }).toBe(100_000);
    });
    tasks.redo = await measured('redo', async () => {
      valueIn(await store.redo());
      expect(await store.countIncidents()).toBe(100_000);
    });
    const simulated = (await store.getIncidents(incidents.map(({ id }) => id as IncidentId))).flatMap(
      (row) => row ?? [],
    );
    tasks.remove = await measured('remove', async () => {
      valueIn(await store.commit({ incidents: { added: [], updated: [], removed: simulated } }, { command: 'remove' }));
    });
    const other = await open(freshName());
    tasks.imported = await measured('import of the journal', async () => {
      expect(valueIn(await other.importJournal(file))).toEqual({ applied: 1, known: 0 });
    });
    console.log(`store, 100,000 incidents: ${JSON.stringify(timings)}`);
    const over = Object.entries(tasks).filter(([, durations]) => (durations[0] ?? 0) > LONGEST_TASK_MS);
    expect(over).toEqual([]);
  });
});
