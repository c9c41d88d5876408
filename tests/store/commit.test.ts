import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../src/domain';
import { openStore } from '../../src/store';
import {
  added,
  allIncidents,
  freshName,
  handClock,
  makeCluster,
  makeIncident,
  makeIncidents,
  makeLayer,
  nextId,
  openTestStore,
  problemIn,
  removed,
  updated,
  valueIn,
} from './support';

describe('ST-01 nothing but commit, undo, redo and merge writes the register, all of it or nothing', () => {
  it('writes every table of the change and one journal entry', async () => {
    const store = await openTestStore();
    const header = valueIn(
      await store.commit(
        { clusters: added(makeCluster()), incidents: added(...makeIncidents(3)), layers: added(makeLayer(1)) },
        { command: 'test', params: { file: 'a.csv' } },
      ),
    );
    expect(header).toMatchObject({
      command: 'test',
      params: { file: 'a.csv' },
      counts: { clusters: { added: 1 }, incidents: { added: 3 }, layers: { added: 1 } },
      parts: 1,
    });
    expect((await allIncidents(store)).map(({ rev }) => rev)).toEqual([1, 1, 1]);
    expect(store.clusters.getSnapshot()).toEqual([makeCluster({ rev: 1 })]);
    expect(store.layers.getSnapshot()).toEqual([makeLayer(1, { rev: 1 })]);
  });

  it('writes nothing at all when one row of many is refused', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(makeIncident(1500)) }, { command: 'one' }));
    const problem = problemIn(
      await store.commit(
        { clusters: added(makeCluster()), incidents: added(...makeIncidents(2500)) },
        { command: 'many' },
      ),
    );
    expect(problem).toEqual({ kind: 'staleRow', table: 'incidents', id: makeIncident(1500).id });
    expect(await store.countIncidents()).toBe(1);
    expect(store.clusters.getSnapshot()).toEqual([]);
    expect(await store.arrival()).toBe(1);
  });

  it('tells how far it is, and writes nothing when it is cancelled on the way', async () => {
    const store = await openTestStore();
    const change = { incidents: added(...makeIncidents(1_200)) };
    const controller = new AbortController();
    const told: number[] = [];
    const onWritten = (rows: number): void => {
      told.push(rows);
      if (rows >= 700) controller.abort();
    };
    const problem = problemIn(
      await store.commit(change, { command: 'many' }, { onWritten, signal: controller.signal }),
    );
    expect(problem).toEqual({ kind: 'cancelled' });
    expect(told).toEqual([250, 500, 750]);
    expect(await store.countIncidents()).toBe(0);
    expect(await store.arrival()).toBe(0);
    valueIn(await store.commit(change, { command: 'many' }, { onWritten: (rows) => told.push(rows) }));
    expect(told.slice(3)).toEqual([250, 500, 750, 1_000, 1_200]);
    expect(await store.countIncidents()).toBe(1_200);
  });

  it('makes no entry of a change that changes nothing', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ clusters: added(makeCluster()) }, { command: 'add' }));
    const [cluster] = store.clusters.getSnapshot();
    expect(
      valueIn(await store.commit({ clusters: updated(cluster!, { ...cluster! }) }, { command: 'same' })),
    ).toBeNull();
    expect(valueIn(await store.commit({}, { command: 'empty' }))).toBeNull();
    expect(await store.arrival()).toBe(1);
    expect(store.clusters.getSnapshot()[0]?.rev).toBe(1);
  });
});

describe('ST-02 a row that is not what the command saw is refused', () => {
  it('refuses an update planned on an older revision', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ clusters: added(makeCluster()) }, { command: 'add' }));
    const seen = store.clusters.getSnapshot()[0]!;
    valueIn(await store.commit({ clusters: updated(seen, { ...seen, name: 'A' }) }, { command: 'rename' }));
    expect(
      problemIn(await store.commit({ clusters: updated(seen, { ...seen, name: 'B' }) }, { command: 'rename' })),
    ).toEqual({
      kind: 'staleRow',
      table: 'clusters',
      id: 'cluster-1',
    });
    expect(store.clusters.getSnapshot()[0]).toMatchObject({ name: 'A', rev: 2 });
  });

  it('refuses a removal of an older revision, and of what is gone', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'add' }));
    expect(problemIn(await store.commit({ incidents: removed(makeIncident(1)) }, { command: 'x' })).kind).toBe(
      'staleRow',
    );
    valueIn(await store.commit({ incidents: removed(makeIncident(1, { rev: 1 })) }, { command: 'remove' }));
    expect(
      problemIn(await store.commit({ incidents: removed(makeIncident(1, { rev: 1 })) }, { command: 'x' })).kind,
    ).toBe('staleRow');
  });

  it('refuses a row whose content is another at the same revision', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'add' }));
    const other = makeIncident(1, { rev: 1, summary: 'khác' });
    expect(problemIn(await store.commit({ incidents: removed(other) }, { command: 'x' })).kind).toBe('staleRow');
  });

  it('refuses across tabs', async () => {
    const name = freshName();
    const [one, two] = [await openTestStore({ name }), await openTestStore({ name })];
    valueIn(await one.commit({ clusters: added(makeCluster()) }, { command: 'add' }));
    const seen = one.clusters.getSnapshot()[0]!;
    valueIn(await two.commit({ clusters: updated(seen, { ...seen, name: 'A' }) }, { command: 'rename' }));
    expect(
      problemIn(await one.commit({ clusters: updated(seen, { ...seen, name: 'B' }) }, { command: 'rename' })).kind,
    ).toBe('staleRow');
  });
});

describe('ST-03 the journal says all that is needed', () => {
  it('holds device, user, clock, base revisions and each field before and after', async () => {
    const clock = handClock();
    const store = await openTestStore({ now: clock.now });
    expect(valueIn(await store.setUser('  Trực ban 1 '))).toBe('Trực ban 1');
    expect(await store.readUser()).toBe('Trực ban 1');
    const entries: unknown[] = [];
    store.followJournal(
      async ({ header, parts }) => {
        for await (const part of parts()) entries.push({ header, part });
      },
      { after: 0 },
    );
    valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'add' }));
    const row = makeIncident(1, { rev: 1 });
    valueIn(
      await store.commit({ incidents: updated(row, { ...row, status: 'handled', summary: 'b' }) }, { command: 'edit' }),
    );
    await expect.poll(() => entries.length).toBe(2);
    const { id, rev: _rev, ...fields } = makeIncident(1);
    expect(entries).toMatchObject([
      {
        header: {
          device: store.device,
          user: 'Trực ban 1',
          clock: { wallMs: clock.ms, counter: 0 },
          writtenMs: clock.ms,
        },
        part: { index: 0, changes: [{ table: 'incidents', id, base: 0, from: null, to: fields }] },
      },
      {
        header: { clock: { wallMs: clock.ms, counter: 1 } },
        part: {
          changes: [
            {
              base: 1,
              from: { status: 'open', summary: 'Vụ số 1' },
              to: { status: 'handled', summary: 'b' },
            },
          ],
        },
      },
    ]);
  });

  it('never lets its clock go back, whatever the device says', async () => {
    const clock = handClock();
    const store = await openTestStore({ now: clock.now });
    const first = valueIn(await store.commit({ incidents: added(makeIncident(1)) }, { command: 'a' }));
    clock.ms -= 3_600_000;
    const second = valueIn(await store.commit({ incidents: added(makeIncident(2)) }, { command: 'b' }));
    clock.ms += 7_200_000;
    const third = valueIn(await store.commit({ incidents: added(makeIncident(3)) }, { command: 'c' }));
    expect(second?.clock).toEqual({ wallMs: first!.clock.wallMs, counter: 1 });
    expect(third?.clock).toEqual({ wallMs: clock.ms, counter: 0 });
  });

  it('cuts a large change into parts of 250 rows', async () => {
    const store = await openTestStore();
    const header = valueIn(await store.commit({ incidents: added(...makeIncidents(600)) }, { command: 'import' }));
    expect(header).toMatchObject({ parts: 3, counts: { incidents: { added: 600 } } });
    const sizes: number[] = [];
    store.followJournal(
      async ({ parts }) => {
        for await (const { changes } of parts()) sizes.push(changes.length);
      },
      { after: 0 },
    );
    await expect.poll(() => sizes).toEqual([250, 250, 100]);
  });
});

describe('ST-04 reading never grows a task with the register', () => {
  it('streams all incidents in chunks, in order of their ids, and stops when told', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(...makeIncidents(2_500)) }, { command: 'import' }));
    const sizes: number[] = [];
    await store.streamIncidents((chunk) => {
      sizes.push(chunk.length);
    });
    expect(sizes).toEqual([500, 500, 500, 500, 500]);
    const stop = new AbortController();
    let seen = 0;
    await store.streamIncidents(
      (chunk) => {
        seen += chunk.length;
        stop.abort();
      },
      { signal: stop.signal },
    );
    expect(seen).toBe(500);
  });

  it('gets incidents by id in the order asked, undefined where there is none', async () => {
    const store = await openTestStore();
    valueIn(await store.commit({ incidents: added(...makeIncidents(3)) }, { command: 'import' }));
    const rows = await store.getIncidents([makeIncident(3).id, 'none' as IncidentId, makeIncident(1).id]);
    expect(rows.map((row) => row?.id)).toEqual([makeIncident(3).id, undefined, makeIncident(1).id]);
  });

  it('tells simulated incidents apart', async () => {
    const store = await openTestStore();
    const source = { kind: 'simulated', name: 'seed 1', row: null, id: null } as const;
    valueIn(
      await store.commit(
        { incidents: added(...makeIncidents(5, { source }), ...makeIncidents(7, {}, 100)) },
        { command: 'x' },
      ),
    );
    expect(await store.countSimulated()).toBe(5);
    const found: string[] = [];
    await store.streamSimulated((chunk) => {
      found.push(...chunk.map(({ id }) => id));
    });
    expect(found).toEqual(makeIncidents(5).map(({ id }) => id));
  });
});

describe('ST-05 what is entered is there after a reload', () => {
  it('opens again with the same register, device and journal', async () => {
    const name = freshName();
    const first = await openTestStore({ name });
    valueIn(
      await first.commit({ clusters: added(makeCluster()), incidents: added(...makeIncidents(3)) }, { command: 'a' }),
    );
    first.close();
    expect(first.status.getSnapshot().kind).toBe('closed');
    const second = valueIn(await openStore({ name, newId: nextId }));
    expect(second.device).toBe(first.device);
    expect(second.clusters.getSnapshot()).toEqual([makeCluster({ rev: 1 })]);
    expect(await second.countIncidents()).toBe(3);
    expect(second.history.getSnapshot().undo?.command).toBe('a');
  });
});
