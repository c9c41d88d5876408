import { afterEach, describe, expect, it } from 'vitest';
import edition2018 from '../../geodata/layers/edition-2018.json';
import { coursesOf, drawZones } from '../../src/analysis/drawZones';
import { encodeIncidents } from '../../src/analysis/incidentColumns';
import { openEdition } from '../../src/analysis/openEdition';
import { firstCluster } from '../../src/commands';
import type { UnitCode } from '../../src/domain';
import { locateOnBorders } from '../../src/geo';
import type { EditionTopology } from '../../src/geo/decodeEdition';
import { createBorderEngine } from '../../src/workers/borderEngine';
import { latestWins, startWorker, type TaskWorker, transfer } from '../../src/workers/client';

const text = JSON.stringify(edition2018);
const crashes: string[] = [];
const started: TaskWorker[] = [];

function start(): TaskWorker {
  const worker = startWorker((detail) => crashes.push(detail));
  started.push(worker);
  return worker;
}
afterEach(() => {
  for (const worker of started.splice(0)) worker.end();
  expect(crashes.splice(0)).toEqual([]);
});

/** Positions over the area and beyond it, some on vertices of lines, one that is none. */
function positionsIn(coordinates: Float64Array): Float64Array {
  const positions = new Float64Array(2 * 5_000);
  for (let i = 0; i < 5_000; i += 1) {
    positions[2 * i] = 105.2 + ((i * 0.754_877_666) % 1) * 0.5;
    positions[2 * i + 1] = 21.1 + ((i * 0.569_840_296) % 1) * 0.5;
  }
  positions.set(coordinates.subarray(0, 2_000), 1_000);
  positions[0] = Number.NaN;
  return positions;
}

describe('what a worker offers', () => {
  it('is one object at every look, so that effects which depend on it do not run anew', () => {
    const { api } = start();
    expect(api.border).toBe(api.border);
    expect(api.files).not.toBe(api.border);
  });
});

const bytesOf = (array: Float64Array | Int32Array | Int8Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

describe('the engine in its worker', () => {
  it('gives the very bytes that a direct call of the kernel gives, and takes the positions over', async () => {
    const opened = openEdition(edition2018 as unknown as EditionTopology);
    if (!opened.ok) throw new Error(opened.problem.kind);
    const positions = positionsIn(opened.value.network.coordinates);
    const direct = locateOnBorders(opened.value.borderIndex, positions);
    const { border } = start().api;
    expect(await border.openEdition('2018', text)).toEqual({ ok: true, value: opened.value.info, notes: [] });
    const sent = positions.slice();
    const located = await border.locate(transfer(sent, [sent.buffer]));
    expect(sent.byteLength).toBe(0);
    expect(located).not.toBeNull();
    for (const column of ['distanceM', 'line', 'side', 'chainageM'] as const)
      expect(bytesOf(located![column])).toEqual(bytesOf(direct[column]));
    expect(direct.line.filter((line) => line >= 0).length).toBeGreaterThan(2_000);
    expect(direct.line[0]).toBe(-1);
  });

  it('answers as the engine without a worker does', async () => {
    const { border } = start().api;
    const here = createBorderEngine();
    const codes = firstCluster.members.map(({ unitCode }): UnitCode => unitCode);
    const sample = here.simulateSample(text, codes);
    expect(await border.simulateSample(text, codes)).toEqual(sample);
    const input = {
      zoneM: firstCluster.cluster.zoneM,
      scope: 'cluster',
      filter: {},
      sort: { key: 'distance', descending: false },
    } as const;
    const batch = () => encodeIncidents(sample);
    here.openEdition('2018', text);
    await border.openEdition('2018', text);
    expect(await border.setMembers([0, 1, 2], 'cluster')).toEqual(here.setMembers([0, 1, 2], 'cluster'));
    here.putIncidents(batch());
    await border.putIncidents(batch());
    const answer = here.query(input);
    if (!answer.ok) throw new Error(answer.problem.kind);
    expect(await border.query(input)).toEqual(answer);
    const { version } = answer.value;
    expect(await border.rows(version, 0, 61)).toEqual(here.rows(version, 0, 61));
    const view = { bbox: [105, 21, 106, 22], zoom: 11.4 } as const;
    expect(await border.marks(view)).toEqual(here.marks(view));
  });

  it('draws the zones of the lines that it was given', async () => {
    const { zones } = start().api;
    const lines = {
      levels: ['commune' as const],
      start: Uint32Array.of(0, 2),
      coordinates: Float64Array.of(105.4, 21.3, 105.41, 21.31),
    };
    const zoneM = { commune: 500, district: 1_000, province: 1_500 };
    const drawn = async (): Promise<unknown> => JSON.parse(await (await zones.draw(zoneM)).text());
    const features = JSON.parse(JSON.stringify(drawZones(coursesOf(lines), zoneM)));
    expect(features).toHaveLength(1);
    await zones.setLines(lines);
    expect(await drawn()).toEqual({ type: 'FeatureCollection', features });
    await zones.setLines({ levels: [], start: new Uint32Array(1), coordinates: new Float64Array() });
    expect(await drawn()).toEqual({ type: 'FeatureCollection', features: [] });
  });

  it('hands an error of a call to whoever asked, and goes on', async () => {
    const { border } = start().api;
    await expect(border.openEdition('2018', 'no JSON')).rejects.toThrow();
    expect(await border.hasEdition('2018')).toBe(false);
  });

  it('is ended in the middle of a call; another one starts afresh', async () => {
    const first = start();
    await first.api.border.openEdition('2018', text);
    let isAnswered = false;
    const unanswered = first.api.border.locate(new Float64Array(2 * 3_000_000).fill(21.3)).then(() => {
      isAnswered = true;
    });
    first.end();
    const second = start();
    expect(await second.api.border.hasEdition('2018')).toBe(false);
    await second.api.border.openEdition('2018', text);
    await second.api.border.locate(new Float64Array(2 * 3_000_000).fill(21.3));
    expect(isAnswered).toBe(false);
    expect(unanswered).toBeInstanceOf(Promise);
  });
});

describe('latestWins', () => {
  /** Runs that finish when they are told to. */
  function makeRuns() {
    const runs: { input: number; finish: (output: string) => void; fail: (error: Error) => void }[] = [];
    const results: [string, number][] = [];
    const failures: unknown[] = [];
    const ask = latestWins(
      (input: number) =>
        new Promise<string>((finish, fail) => {
          runs.push({ input, finish, fail });
        }),
      (output, input) => results.push([output, input]),
      (error) => failures.push(error),
    );
    return { runs, results, failures, ask };
  }
  /** Lets every promise that can settle do so. */
  const settle = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });

  it('runs one at a time and of those asked for meanwhile only the newest', async () => {
    const { runs, results, ask } = makeRuns();
    for (const input of [1, 2, 3, 4]) ask(input);
    expect(runs.map(({ input }) => input)).toEqual([1]);
    runs[0]!.finish('one');
    await settle();
    expect(runs.map(({ input }) => input)).toEqual([1, 4]);
    runs[1]!.finish('four');
    await settle();
    expect(results).toEqual([
      ['one', 1],
      ['four', 4],
    ]);
    ask(5);
    expect(runs.map(({ input }) => input)).toEqual([1, 4, 5]);
  });

  it('goes on after a failure', async () => {
    const { runs, results, failures, ask } = makeRuns();
    ask(1);
    ask(2);
    const error = new Error('lost');
    runs[0]!.fail(error);
    await settle();
    expect(failures).toEqual([error]);
    runs[1]!.finish('two');
    await settle();
    expect(results).toEqual([['two', 2]]);
  });
});
