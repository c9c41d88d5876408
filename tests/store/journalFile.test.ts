import { describe, expect, it } from 'vitest';
import type { LayerContent, Problem } from '../../src/domain';
import type { Store } from '../../src/store';
import { FILE_MARK } from '../../src/store/journalSchema';
import { readTextLines } from '../../src/store/lines';
import {
  added,
  allIncidents,
  dumpTables,
  entriesOf,
  freshName,
  makeCluster,
  makeIncident,
  makeIncidents,
  makeLayer,
  makeMember,
  openTestStore,
  problemIn,
  updated,
  valueIn,
} from './support';

const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { ten: 'Đê' }, geometry: { type: 'Point', coordinates: [105.4, 21.3] } }],
});
const content: LayerContent = { id: 'content-1', geojson, rev: 0 };

async function fullStore(): Promise<{ name: string; store: Store }> {
  const name = freshName();
  const store = await openTestStore({ name });
  valueIn(
    await store.commit(
      {
        clusters: added(makeCluster()),
        members: added(makeMember(9_094)),
        layers: added(makeLayer(1)),
        layerContents: added(content),
      },
      { command: 'first', params: { file: 'đê.geojson', rows: 1, ok: true, none: null } },
    ),
  );
  valueIn(await store.commit({ incidents: added(...makeIncidents(300)) }, { command: 'import' }));
  const row = makeIncident(1, { rev: 1 });
  valueIn(
    await store.commit({ incidents: updated(row, { ...row, summary: 'dòng một\ndòng hai' }) }, { command: 'edit' }),
  );
  valueIn(await store.undo());
  return { name, store };
}

const textOf = async (store: Store): Promise<string> => valueIn(await store.exportJournal()).text();

/** The file with one line changed by its object. */
function withLine(
  text: string,
  number: number,
  change: (value: Record<string, Record<string, unknown>>) => unknown,
): Blob {
  const lines = text.split('\n');
  const value: Record<string, Record<string, unknown>> = JSON.parse(lines[number - 1] ?? '');
  lines[number - 1] = JSON.stringify(change(value) ?? value);
  return new Blob([lines.join('\n')]);
}

async function refusalOf(file: Blob): Promise<Problem> {
  const store = await openTestStore();
  const problem = problemIn(await store.importJournal(file));
  expect(await store.arrival()).toBe(0);
  return problem;
}

describe('ST-30 a journal travels as a file of JSON lines', () => {
  it('brings the whole register to an empty device, and nothing new when read again', async () => {
    const from = await fullStore();
    const name = freshName();
    const to = await openTestStore({ name });
    const file = valueIn(await from.store.exportJournal());
    expect(valueIn(await to.importJournal(file))).toEqual({ applied: 4, known: 0 });
    expect(await dumpTables(name)).toEqual(await dumpTables(from.name));
    expect(valueIn(await to.importJournal(file))).toEqual({ applied: 0, known: 4 });
    expect(await textOf(to)).toBe(await file.text());
  });

  it('is read whatever the pieces in which its bytes come, with or without a last line break', async () => {
    const text = 'một\r\n\nhai ộ\nba';
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 2, 3, 7, 100]) {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for (let i = 0; i < bytes.length; i += size) pieces.push(bytes.slice(i, i + size));
      const file = {
        stream: () =>
          new ReadableStream({
            start: (c) => {
              for (const p of pieces) c.enqueue(p);
              c.close();
            },
          }),
      } as Blob;
      const lines: unknown[] = [];
      for await (const line of readTextLines(file)) lines.push(line);
      expect(lines).toEqual([
        { line: 1, text: 'một' },
        { line: 3, text: 'hai ộ' },
        { line: 4, text: 'ba' },
      ]);
    }
  });

  it('stops when told', async () => {
    const { store } = await fullStore();
    const file = valueIn(await store.exportJournal());
    const to = await openTestStore();
    expect(problemIn(await to.importJournal(file, { signal: AbortSignal.abort() })).kind).toBe('cancelled');
    expect(await to.arrival()).toBe(0);
  });
});

describe('ST-31 a journal file is checked whole before anything is written', () => {
  it.each([
    ['empty', ''],
    ['of other text', 'Số;Ngày\n1;2\n'],
    ['of other JSON', '{"type":"FeatureCollection","features":[]}\n'],
    ['of a later format', '{"format":"giap-ranh-journal","version":2}\n'],
  ])('refuses a file that is %s', async (_, text) => {
    expect(await refusalOf(new Blob([text]))).toMatchObject({
      kind: 'invalidJournalFile',
      line: 1,
      reason: 'noJournal',
    });
  });

  it('names the line and what is wrong with it', async () => {
    const { store } = await fullStore();
    const text = await textOf(store);
    const invalid = { kind: 'invalidJournalFile' };
    const lines = text.trimEnd().split('\n');
    // 1 mark, 2 header, 3 part, 4 header, 5 and 6 parts, 7 header, 8 part, 9 header, 10 part
    expect(lines).toHaveLength(10);
    const broken = [...lines.slice(0, 7), '{"part":', ...lines.slice(8)].join('\n');
    expect(await refusalOf(new Blob([broken]))).toMatchObject({ ...invalid, line: 8, reason: 'notJson' });
    expect(await refusalOf(new Blob([lines.slice(0, 5).join('\n')]))).toMatchObject({
      ...invalid,
      line: 4,
      reason: 'partMissing',
    });
    const swapped = [...lines.slice(0, 4), lines[5], lines[4], ...lines.slice(6)].join('\n');
    expect(await refusalOf(new Blob([swapped]))).toMatchObject({ ...invalid, line: 5, reason: 'partMissing' });
    const stray = [...lines, lines[9]].join('\n');
    expect(await refusalOf(new Blob([stray]))).toMatchObject({ ...invalid, line: 11, reason: 'partUnasked' });
    expect(await refusalOf(new Blob([lines.join('\n'), '\n', new Uint8Array([0xff, 0xfe])]))).toMatchObject({
      ...invalid,
      reason: 'notJson',
    });
  });

  type Line = Record<string, Record<string, unknown>>;
  const changesOf = (line: Line): Record<string, Record<string, unknown>>[] =>
    line.part?.changes as Record<string, Record<string, unknown>>[];

  it.each<[what: string, line: number, reason: string, change: (line: Line) => unknown]>([
    ['an id that is no UUID', 2, 'wrongShape', (line) => Object.assign(line.header!, { id: 'x' })],
    ['a later schema', 2, 'newerSchema', (line) => void Object.assign(line.header!, { schema: 99 })],
    [
      'a clock beyond all days',
      2,
      'wrongShape',
      (line) => void Object.assign(line.header!, { clock: { wallMs: 1e17, counter: 0 } }),
    ],
    ['counts that do not fit', 2, 'wrongShape', (line) => void Object.assign(line.header!, { counts: {} })],
    ['a field too many', 2, 'wrongShape', (line) => void Object.assign(line.header!, { extra: 1 })],
    ['nested params', 2, 'wrongShape', (line) => void Object.assign(line.header!, { params: { a: {} } })],
    ['an unknown table', 3, 'wrongShape', (line) => void Object.assign(changesOf(line)[0]!, { table: 'people' })],
    [
      'a field that no record has',
      5,
      'wrongShape',
      (line) => void Object.assign(changesOf(line)[0]!.to!, { name: 'x' }),
    ],
    ['a record without a field', 5, 'wrongShape', (line) => void delete changesOf(line)[7]!.to!.lat],
    ['a latitude off the earth', 5, 'wrongShape', (line) => void Object.assign(changesOf(line)[0]!.to!, { lat: 91 })],
    [
      'a category that there is none of',
      5,
      'wrongShape',
      (line) => void Object.assign(changesOf(line)[0]!.to!, { category: 'belief' }),
    ],
    [
      'a day that there is none of',
      5,
      'wrongShape',
      (line) => void Object.assign(changesOf(line)[0]!.to!, { reportedOn: '2018-02-30' }),
    ],
    ['an update without its before', 8, 'wrongShape', (line) => void Object.assign(changesOf(line)[0]!, { from: {} })],
    [
      'a change of nothing',
      8,
      'wrongShape',
      (line) => void Object.assign(changesOf(line)[0]!, { from: null, to: null }),
    ],
    [
      'features that cannot be drawn',
      3,
      'wrongShape',
      (line) => {
        const change = changesOf(line).find(({ table }) => (table as unknown) === 'layerContents');
        Object.assign(change!.to!, { geojson: geojson.replace('105.4', '"x"') });
      },
    ],
  ])('refuses %s', async (_, line, reason, change) => {
    const { store } = await fullStore();
    const file = withLine(await textOf(store), line, (value) => void change(value));
    expect(await refusalOf(file)).toMatchObject({ kind: 'invalidJournalFile', line, reason });
  });

  it('marks its own format', () => {
    expect(FILE_MARK).toEqual({ format: 'giap-ranh-journal', version: 1 });
  });
});

describe('features that are held as a file', () => {
  const names = ['Đường “liên xã”\n\\', 'đê 🚲', '"'];
  const long = JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({ length: 4_000 }, (_, i) => ({
      type: 'Feature',
      properties: { ten: `${names[i % names.length]} ${i}` },
      geometry: { type: 'Point', coordinates: [105.4, 21.3] },
    })),
  });
  const heldIn = async (store: Store): Promise<string | undefined> => {
    const held = (await store.readLayerContent('content-1'))?.geojson;
    return typeof held === 'object' ? held.text() : held;
  };
  const withLayer = async (name = freshName()): Promise<Store> => {
    const store = await openTestStore({ name });
    const row: LayerContent = { ...content, geojson: new Blob([long], { type: 'application/json' }) };
    valueIn(await store.commit({ layers: added(makeLayer(1)), layerContents: added(row) }, { command: 'addLayer' }));
    return store;
  };

  it('are the same after being taken back and brought again, and after a reload', async () => {
    const name = freshName();
    const store = await withLayer(name);
    valueIn(await store.undo());
    expect(await store.readLayerContent('content-1')).toBeUndefined();
    valueIn(await store.redo());
    expect(await heldIn(store)).toBe(long);
    store.close();
    const again = await openTestStore({ name });
    expect(await heldIn(again)).toBe(long);
    const row = (await again.readLayerContent('content-1'))!;
    valueIn(
      await again.commit({ layerContents: { added: [], updated: [], removed: [row] } }, { command: 'removeLayer' }),
    );
    expect(await again.readLayerContent('content-1')).toBeUndefined();
  });

  it('travel as text, and are held as a file where they come to', async () => {
    const from = await withLayer();
    const file = valueIn(await from.exportJournal());
    const [line = ''] = (await file.text()).split('\n').filter((each) => each.startsWith('{"part"'));
    expect(line).toContain(JSON.stringify(long));
    const to = await openTestStore();
    expect(valueIn(await to.importJournal(file))).toEqual({ applied: 1, known: 0 });
    expect((await to.readLayerContent('content-1'))?.geojson).toBeInstanceOf(Blob);
    expect(await heldIn(to)).toBe(long);
    expect(await valueIn(await to.exportJournal()).text()).toBe(await file.text());
  });
});

describe('ST-32 nothing but the journal is needed to have the register again', () => {
  it('has incidents, members and layers again from the entries alone', async () => {
    const from = await fullStore();
    const name = freshName();
    const to = await openTestStore({ name });
    valueIn(await to.applyRemoteEntries(await entriesOf(from.store)));
    expect(await dumpTables(name)).toEqual(await dumpTables(from.name));
    expect(await allIncidents(to)).toHaveLength(300);
    expect((await to.readLayerContent('content-1'))?.geojson).toBe(geojson);
  });
});
