import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeSet, Cluster, Incident } from '../../src/domain';
import type { JournalEntry, Store } from '../../src/store';
import {
  added,
  allIncidents,
  dumpRebuilt,
  dumpTables,
  entriesOf,
  freshName,
  handClock,
  makeCluster,
  makeIncident,
  makeIncidents,
  openTestStore,
  removed,
  updated,
  valueIn,
} from './support';

interface Device {
  readonly name: string;
  readonly clock: { ms: number; now: () => number };
  readonly store: Store;
}

async function openDevice(skewMs = 0): Promise<Device> {
  const name = freshName();
  const clock = handClock(Date.UTC(2026, 0, 1) + skewMs);
  return { name, clock, store: await openTestStore({ name, now: clock.now }) };
}

async function renameCluster({ store }: Device, name: string): Promise<void> {
  const cluster = store.clusters.getSnapshot()[0]!;
  valueIn(await store.commit({ clusters: updated(cluster, { ...cluster, name }) }, { command: 'rename' }));
}

async function send(from: Device, to: Device): Promise<void> {
  valueIn(await to.store.applyRemoteEntries(await entriesOf(from.store)));
}

/** Two devices that both know one cluster. */
async function twoDevices(skewMs = 0): Promise<[Device, Device]> {
  const [a, b] = [await openDevice(), await openDevice(skewMs)];
  valueIn(await a.store.commit({ clusters: added(makeCluster({ name: 'A' })) }, { command: 'add' }));
  await send(a, b);
  return [a, b];
}

describe('ST-20 applying the same entry twice changes nothing', () => {
  it('tells known entries from new ones', async () => {
    const [a, b] = await twoDevices();
    const before = await dumpTables(b.name);
    expect(valueIn(await b.store.applyRemoteEntries(await entriesOf(a.store)))).toEqual({ applied: 0, known: 1 });
    expect(await dumpTables(b.name)).toEqual(before);
    expect(await b.store.arrival()).toBe(1);
  });

  it('counts an entry once that comes twice in one go', async () => {
    const a = await openDevice();
    valueIn(await a.store.commit({ incidents: added(...makeIncidents(3)) }, { command: 'add' }));
    const entries = await entriesOf(a.store);
    const b = await openDevice();
    expect(valueIn(await b.store.applyRemoteEntries([...entries, ...entries]))).toEqual({ applied: 1, known: 1 });
    expect(await dumpTables(b.name)).toEqual(await dumpTables(a.name));
  });
});

describe('ST-21 of two writes to a field the later by clock stays, wherever it was made', () => {
  it('keeps both where they are in different fields', async () => {
    const [a, b] = await twoDevices();
    await renameCluster(a, 'A2');
    const cluster = b.store.clusters.getSnapshot()[0]!;
    const zoneM = { commune: 1, district: 2, province: 3 };
    valueIn(await b.store.commit({ clusters: updated(cluster, { ...cluster, zoneM }) }, { command: 'zone' }));
    await send(a, b);
    await send(b, a);
    expect(a.store.clusters.getSnapshot()[0]).toMatchObject({ name: 'A2', zoneM });
    expect(await dumpTables(a.name)).toEqual(await dumpTables(b.name));
  });

  it('keeps the later one, also where it arrives first', async () => {
    const [a, b] = await twoDevices();
    a.clock.ms += 1_000;
    await renameCluster(a, 'earlier');
    b.clock.ms += 2_000;
    await renameCluster(b, 'later');
    await send(a, b);
    await send(b, a);
    expect([a, b].map(({ store }) => store.clusters.getSnapshot()[0]?.name)).toEqual(['later', 'later']);
  });

  it('goes by the device where the clocks agree', async () => {
    const [a, b] = await twoDevices();
    a.clock.ms = b.clock.ms += 5_000;
    await renameCluster(a, 'of a');
    await renameCluster(b, 'of b');
    await send(a, b);
    await send(b, a);
    const winner = a.store.device > b.store.device ? 'of a' : 'of b';
    expect([a, b].map(({ store }) => store.clusters.getSnapshot()[0]?.name)).toEqual([winner, winner]);
  });

  it('lets what is written after seeing another write win, though the clock is behind', async () => {
    const [a, b] = await twoDevices(-3_600_000);
    await renameCluster(a, 'of a, whose clock is ahead');
    await send(a, b);
    await renameCluster(b, 'of b, who has seen it');
    await send(b, a);
    expect(a.store.clusters.getSnapshot()[0]?.name).toBe('of b, who has seen it');
  });
});

describe('ST-22 a removal wins over edits of others until it is undone', () => {
  it.each([
    ['before', 1_000],
    ['after', 3_000],
  ])('keeps a record away that was edited %s the removal', async (_, editMs) => {
    const [a, b] = await twoDevices();
    a.clock.ms += 2_000;
    valueIn(await a.store.commit({ clusters: removed(a.store.clusters.getSnapshot()[0]!) }, { command: 'remove' }));
    b.clock.ms += editMs;
    await renameCluster(b, 'edited');
    await send(a, b);
    await send(b, a);
    expect([a, b].map(({ store }) => store.clusters.getSnapshot())).toEqual([[], []]);
    valueIn(await a.store.undo());
    await send(a, b);
    expect(await dumpTables(b.name)).toEqual(await dumpTables(a.name));
    expect(b.store.clusters.getSnapshot()).toHaveLength(1);
  });
});

describe('ST-23 entries may arrive in any order', () => {
  it('applies an edit that came before the addition it belongs to', async () => {
    const [a, b] = [await openDevice(), await openDevice()];
    valueIn(await a.store.commit({ clusters: added(makeCluster()) }, { command: 'add' }));
    await renameCluster(a, 'B');
    const [addition, edit] = await entriesOf(a.store);
    valueIn(await b.store.applyRemoteEntries([edit!]));
    expect(b.store.clusters.getSnapshot()).toEqual([]);
    valueIn(await b.store.applyRemoteEntries([addition!]));
    expect(b.store.clusters.getSnapshot()).toEqual(a.store.clusters.getSnapshot());
  });

  it('takes in an import of many rows part by part, with later edits here already', async () => {
    const [a, b] = [await openDevice(), await openDevice()];
    valueIn(await a.store.commit({ incidents: added(...makeIncidents(2_300)) }, { command: 'import' }));
    const row = makeIncident(1_700, { rev: 1 });
    valueIn(await a.store.commit({ incidents: updated(row, { ...row, status: 'handled' }) }, { command: 'edit' }));
    const [first, second] = await entriesOf(a.store);
    valueIn(await b.store.applyRemoteEntries([second!]));
    valueIn(await b.store.applyRemoteEntries([first!]));
    expect(await allIncidents(b.store)).toEqual(await allIncidents(a.store));
  });
});

interface Edit {
  readonly kind: 'add' | 'update' | 'remove';
  readonly table: 'clusters' | 'incidents';
  readonly pick: number;
  readonly value: number;
}
/** One thing that a device does; numbers choose among what there is. */
type Act =
  | Edit
  | { readonly kind: 'import'; readonly pick: number }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'send'; readonly to: number; readonly seed: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('add' as const, 'update' as const, 'update' as const, 'remove' as const),
      table: fc.constantFrom('clusters' as const, 'incidents' as const),
      pick: fc.nat(2),
      value: fc.nat(99),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('import' as const), pick: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), to: fc.nat(2), seed: fc.nat() }) },
);

const history = fc.array(fc.record({ device: fc.nat(2), passMs: fc.nat(3), act }), { minLength: 5, maxLength: 40 });

/** The same order for the same seed, and a different one for most others. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const keyed = items.map((item, i) => [Math.sin(seed + i * 12.9898) * 43_758.5453, item] as const);
  return keyed.sort(([a], [b]) => (a % 1) - (b % 1)).map(([, item]) => item);
}

async function planChange(device: Device, { kind, table, pick, value }: Edit): Promise<ChangeSet> {
  const tables = await dumpTables(device.name);
  if (table === 'clusters') {
    const id = `cluster-${pick}` as Cluster['id'];
    const row = tables.clusters?.find((candidate) => candidate.id === id) as Cluster | undefined;
    if (kind === 'add') return row ? {} : { clusters: added(makeCluster({ id, name: `n${value}` })) };
    if (!row) return {};
    if (kind === 'remove') return { clusters: removed(row) };
    const zoneM = { ...row.zoneM, commune: 10 + value };
    return { clusters: updated(row, value % 2 ? { ...row, name: `n${value}` } : { ...row, zoneM }) };
  }
  const { id } = makeIncident(pick);
  const row = tables.incidents?.find((candidate) => candidate.id === id) as Incident | undefined;
  if (kind === 'add') return row ? {} : { incidents: added(makeIncident(pick, { personsInvolved: value })) };
  if (!row) return {};
  if (kind === 'remove') return { incidents: removed(row) };
  const to: Incident =
    value % 2 ? { ...row, summary: `s${value}` } : { ...row, summary: `s${value}`, personsInvolved: value };
  return { incidents: updated(row, to) };
}

async function perform(
  devices: readonly Device[],
  { device: index, passMs, act: what }: { device: number; passMs: number; act: Act },
) {
  const device = devices[index]!;
  device.clock.ms += passMs;
  if ('table' in what) {
    await device.store.commit(await planChange(device, what), { command: what.kind });
  } else if (what.kind === 'send') {
    const some = shuffled(await entriesOf(device.store), what.seed).slice(0, 1 + (what.seed % 5));
    valueIn(await devices[what.to]!.store.applyRemoteEntries(some));
  } else if (what.kind === 'import') {
    const incidents = added(...makeIncidents(25, {}, 100 + what.pick * 40));
    await device.store.commit({ incidents }, { command: 'import' });
  } else {
    await device.store[what.kind]();
  }
}

/** Three devices whose clocks differ, and which know the same few records. */
async function threeDevices(): Promise<Device[]> {
  const devices = [await openDevice(), await openDevice(-2), await openDevice(3)];
  const clusters = added(makeCluster({ id: 'cluster-0' as Cluster['id'] }), makeCluster());
  valueIn(
    await devices[0]!.store.commit({ clusters, incidents: added(...makeIncidents(3, {}, 0)) }, { command: 'add' }),
  );
  for (const device of devices) await send(devices[0]!, device);
  return devices;
}

describe('ST-24 whatever happened on whichever device, all end with the register that the journal alone rebuilds', () => {
  it('holds for random histories, exchanged in random order', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, seed) => {
        const devices = await threeDevices();
        for (const step of steps) await perform(devices, step);
        for (const { name, store } of devices)
          expect(await dumpTables(name)).toEqual(dumpRebuilt(await entriesOf(store)));

        const all = new Map<string, JournalEntry>();
        for (const { store } of devices) for (const entry of await entriesOf(store)) all.set(entry.header.id, entry);
        for (const [i, { store }] of devices.entries()) {
          const order = shuffled([...all.values()], seed + i);
          const cut = seed % (order.length + 1);
          valueIn(await store.applyRemoteEntries(order.slice(0, cut)));
          for (const entry of order.slice(cut)) valueIn(await store.applyRemoteEntries([entry]));
        }
        const rebuilt = dumpRebuilt([...all.values()]);
        for (const { name } of devices) expect(await dumpTables(name)).toEqual(rebuilt);
        for (const { store } of devices) store.close();
      }),
      { numRuns: 60 },
    );
  });
});
