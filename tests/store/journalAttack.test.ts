import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store';
import { readTextLines } from '../../src/store/lines';
import { VERSIONS } from '../../src/store/versions';
import {
  added,
  allIncidents,
  dumpRebuilt,
  dumpTables,
  entriesOf,
  freshName,
  handClock,
  makeIncident,
  makeLayer,
  openTestStore,
  problemIn,
  removed,
  updated,
  valueIn,
} from './support';

const NOW = Date.UTC(2026, 0, 1);
const YEAR_MS = 366 * 86_400_000;
const STRANGER = '0190aaaa-0000-7000-8000-00000000000a';

type Json = Record<string, unknown>;

/** An incident of the stranger, as a journal file brings it. */
function fieldsOf(number: number, fields: Json = {}): Json {
  const { id: _id, rev: _rev, ...rest } = makeIncident(number);
  return { ...rest, ...fields };
}

interface Forged {
  readonly number?: number;
  readonly header?: Json;
  readonly changes: readonly unknown[];
}

const idOf = (number: number): string => `0190aaaa-0000-7000-9000-${String(number).padStart(12, '0')}`;

/** The two lines of an entry as a stranger would forge them. */
function entryLines({ number = 1, header = {}, changes }: Forged): Json[] {
  const counts = { added: 0, updated: 0, removed: 0 };
  for (const change of changes as { from: unknown; to: unknown }[]) {
    counts[change.from ? (change.to ? 'updated' : 'removed') : 'added'] += 1;
  }
  const table = (changes[0] as Json | undefined)?.table as string;
  return [
    {
      header: {
        id: idOf(number),
        schema: VERSIONS.length,
        device: STRANGER,
        user: '',
        clock: { wallMs: NOW, counter: 0 },
        writtenMs: NOW,
        command: 'importIncidents',
        params: {},
        counts: { [table]: counts },
        undoes: null,
        redoes: null,
        parts: 1,
        ...header,
      },
    },
    { part: { journalId: header.id ?? idOf(number), index: 0, changes } },
  ];
}

const MARK = JSON.stringify({ format: 'giap-ranh-journal', version: 1 });
const fileOf = (...lines: readonly (Json | string)[]): Blob =>
  new Blob([[MARK, ...lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))].join('\n')]);
const addition = (number: number, fields: Json = {}, change: Json = {}): Json => ({
  table: 'incidents',
  id: `0190-${String(number).padStart(8, '0')}`,
  base: 0,
  from: null,
  to: fieldsOf(number, fields),
  ...change,
});

/** A register with an incident and a layer of the user's own. */
async function ownStore(): Promise<{ name: string; store: Store; clock: ReturnType<typeof handClock> }> {
  const name = freshName();
  const clock = handClock(NOW);
  const store = await openTestStore({ name, now: clock.now });
  const change = { incidents: added(makeIncident(9_001)), layers: added(makeLayer(1)) };
  valueIn(await store.commit(change, { command: 'own' }));
  return { name, store, clock };
}

/** JSON of a value with a field of a name that an object literal cannot have. */
const withKey = (value: Json, key: string): string =>
  JSON.stringify(value).replace('"summary":', `${JSON.stringify(key)}:{"polluted":true},"summary":`);

describe('ST-33 a journal file made to do harm is refused, and nothing is lost', () => {
  const layerContent = (geojson: string): Json => ({
    table: 'layerContents',
    id: 'c',
    base: 0,
    from: null,
    to: { geojson },
  });
  const point = (properties: unknown): string =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [105, 21] } }],
    });
  const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const [header, part] = entryLines({ changes: [addition(1)] }) as [Json, Json];

  it.each<[what: string, lines: readonly (Json | string)[], reason: string]>([
    ['the prototype as a field', [header, withKey(part, '__proto__')], 'wrongShape'],
    ['a constructor as a field', [header, withKey(part, 'constructor')], 'wrongShape'],
    ['a method as a field', [header, withKey(part, 'toString')], 'wrongShape'],
    [
      'the prototype in the header',
      [JSON.stringify(header).replace('"user":', '"__proto__":{},"user":'), part],
      'wrongShape',
    ],
    ['the prototype of a line', [`{"__proto__":{},${JSON.stringify(header).slice(1)}`, part], 'wrongShape'],
    [
      'a record in the place of a table’s prototype',
      entryLines({ changes: [addition(1, {}, { table: '__proto__' })] }),
      'wrongShape',
    ],
    ['an unknown table', entryLines({ changes: [addition(1, {}, { table: 'journal' })] }), 'wrongShape'],
    ['the id or revision among the fields', entryLines({ changes: [addition(1, { rev: 7 })] }), 'wrongShape'],
    ['text where a number is due', entryLines({ changes: [addition(1, { lng: '105.4' })] }), 'wrongShape'],
    ['a list where a record is due', entryLines({ changes: [addition(1, {}, { to: [] })] }), 'wrongShape'],
    ['more persons than there are', entryLines({ changes: [addition(1, { personsInvolved: 2 ** 40 })] }), 'wrongShape'],
    ['a summary without end', entryLines({ changes: [addition(1, { summary: 'x'.repeat(2_000_000) })] }), 'wrongShape'],
    ['an id without end', entryLines({ changes: [addition(1, {}, { id: 'x'.repeat(1_000_000) })] }), 'wrongShape'],
    [
      'a name without end',
      entryLines({ header: { user: 'x'.repeat(1_000_000) }, changes: [addition(1)] }),
      'wrongShape',
    ],
    [
      'a revision at the end of numbers',
      entryLines({ changes: [addition(1, {}, { base: Number.MAX_SAFE_INTEGER })] }),
      'wrongShape',
    ],
    ['a line nested a million deep', [header, '['.repeat(1_000_000)], 'notJson'],
    [
      'fields nested a hundred thousand deep',
      [header, JSON.stringify(part).replace('"summary":', `"deep":${deep(100_000)},"summary":`)],
      'wrongShape',
    ],
    [
      'features whose texts are nested without end',
      entryLines({ changes: [layerContent(point(null).replace('null', deep(50_000)))] }),
      'wrongShape',
    ],
    [
      'a million changes in one line',
      entryLines({ changes: Array.from({ length: 1_000_000 }, () => 0) }),
      'wrongShape',
    ],
    [
      'the promise of parts without end',
      entryLines({ header: { parts: 9e15 }, changes: [addition(1)] }),
      'partMissing',
    ],
    ['the same part twice', [header, part, part], 'partUnasked'],
    [
      'a clock a century ahead',
      entryLines({ header: { clock: { wallMs: NOW + 100 * YEAR_MS, counter: 0 } }, changes: [addition(1)] }),
      'clockAhead',
    ],
    [
      'a clock at its end',
      entryLines({ header: { clock: { wallMs: 8.64e15, counter: 0 } }, changes: [addition(1)] }),
      'clockAhead',
    ],
    [
      'a counter at the end of numbers',
      entryLines({ header: { clock: { wallMs: NOW, counter: Number.MAX_SAFE_INTEGER } }, changes: [addition(1)] }),
      'wrongShape',
    ],
  ])('%s', async (_, lines, reason) => {
    const { name, store } = await ownStore();
    const before = await dumpTables(name);
    const arrival = await store.arrival();
    // A good entry before the bad one does not come in either.
    const good = entryLines({ number: 77, changes: [addition(77)] });
    for (const file of [fileOf(...lines), fileOf(...good, ...lines)]) {
      expect(problemIn(await store.importJournal(file))).toMatchObject({ kind: 'invalidJournalFile', reason });
    }
    expect(await dumpTables(name)).toEqual(before);
    expect(await store.arrival()).toBe(arrival);
    expect(({} as Json).polluted).toBeUndefined();
    expect(valueIn(await store.commit({ incidents: added(makeIncident(9_002)) }, { command: 'own' }))).not.toBeNull();
  });

  it('a line longer than any program writes, before it fills the memory', async () => {
    const file = fileOf(header, 'x'.repeat(5_000));
    const read = async (): Promise<void> => {
      for await (const _ of readTextLines(file, 4_000)) void _;
    };
    await expect(read()).rejects.toMatchObject({ problem: { kind: 'invalidJournalFile', line: 3, reason: 'tooLong' } });
  });
});

describe('ST-33 a strange journal file is merged without harm', () => {
  it('of entries with one id the first counts, and one that is here stays as it is', async () => {
    const { name, store } = await ownStore();
    const first = entryLines({ changes: [addition(1, { summary: 'đầu' })] });
    const second = entryLines({ changes: [addition(2), addition(3)] });
    expect(valueIn(await store.importJournal(fileOf(...first, ...second)))).toMatchObject({ applied: 1 });
    expect(valueIn(await store.importJournal(fileOf(...second)))).toEqual({ applied: 0, known: 1 });
    const ids = (await dumpTables(name)).incidents?.map(({ id }) => id);
    expect(ids).toEqual(['0190-00000001', '0190-00009001']);
  });

  it('of entries with one id in one file the first counts, for the register and for the journal', async () => {
    const { name, store } = await ownStore();
    const first = entryLines({ changes: [addition(1, { summary: 'đầu' })] });
    const second = entryLines({ changes: [addition(1, { summary: 'sau' })] });
    expect(valueIn(await store.importJournal(fileOf(...first, ...second)))).toEqual({ applied: 1, known: 1 });
    const tables = await dumpTables(name);
    expect(tables.incidents).toContainEqual(expect.objectContaining({ summary: 'đầu' }));
    expect(dumpRebuilt(await entriesOf(store))).toEqual(tables);
  });

  it('of additions of one record in one entry the last stays', async () => {
    const { store } = await ownStore();
    const twice = entryLines({ changes: [addition(1, { summary: 'một' }), addition(1, { summary: 'hai' })] });
    valueIn(await store.importJournal(fileOf(...twice)));
    expect((await allIncidents(store)).find(({ id }) => id === '0190-00000001')?.summary).toBe('hai');
  });

  it('markup, formulas and control signs are text like any other', async () => {
    const { store } = await ownStore();
    const summary = '<img src=x onerror="alert(1)"> =HYPERLINK("x") \u202e\u0000 {{x}}';
    valueIn(await store.importJournal(fileOf(...entryLines({ changes: [addition(1, { summary })] }))));
    expect((await allIncidents(store)).find(({ id }) => id === '0190-00000001')?.summary).toBe(summary);
  });

  it('a clock some years ahead does not keep later edits of this device from winning, here or elsewhere', async () => {
    const { store, clock } = await ownStore();
    const ahead = entryLines({
      header: { clock: { wallMs: NOW + 4 * YEAR_MS, counter: 1_000_000_000 } },
      changes: [addition(1, { summary: 'từ tương lai' })],
    });
    valueIn(await store.importJournal(fileOf(...ahead)));
    clock.ms += 60_000;
    const [row] = await store.getIncidents(['0190-00000001' as never]);
    valueIn(await store.commit({ incidents: updated(row!, { ...row!, summary: 'đã sửa' }) }, { command: 'edit' }));
    const [edited] = await store.getIncidents(['0190-00000001' as never]);
    expect(edited?.summary).toBe('đã sửa');
    // What this device writes from then on is still taken elsewhere, in whatever order it comes.
    const other = await openTestStore({ now: handClock(NOW + 60_000).now });
    valueIn(await other.importJournal(valueIn(await store.exportJournal())));
    expect((await other.getIncidents(['0190-00000001' as never]))[0]?.summary).toBe('đã sửa');
    valueIn(await store.importJournal(fileOf(...ahead)));
    expect((await store.getIncidents(['0190-00000001' as never]))[0]?.summary).toBe('đã sửa');
  });

  it('a revision as high as is taken can be edited, exported and undone', async () => {
    const { store } = await ownStore();
    valueIn(await store.importJournal(fileOf(...entryLines({ changes: [addition(1, {}, { base: 1_000_000_000 })] }))));
    for (const summary of ['một', 'hai', 'ba']) {
      const [row] = await store.getIncidents(['0190-00000001' as never]);
      valueIn(await store.commit({ incidents: updated(row!, { ...row!, summary }) }, { command: 'edit' }));
    }
    valueIn(await store.undo());
    const other = await openTestStore();
    valueIn(await other.importJournal(valueIn(await store.exportJournal())));
    const [here, there] = await Promise.all([store, other].map((one) => one.getIncidents(['0190-00000001' as never])));
    expect(here?.[0]?.summary).toBe('hai');
    expect(there).toEqual(here);
    valueIn(await store.commit({ incidents: removed(here![0]!) }, { command: 'remove' }));
    expect(await store.getIncidents(['0190-00000001' as never])).toEqual([undefined]);
  });

  it('entries that claim to be of this device, and to undo what it did, take nothing away', async () => {
    const { store } = await ownStore();
    const mine = (await store.exportJournal()) as { value: Blob };
    const own = JSON.parse((await mine.value.text()).split('\n')[1]!).header as Json;
    const forged = entryLines({
      header: { device: own.device, undoes: own.id, clock: { wallMs: NOW + 1_000, counter: 0 } },
      changes: [addition(1)],
    });
    valueIn(await store.importJournal(fileOf(...forged)));
    expect((await allIncidents(store)).map(({ id }) => id)).toEqual(['0190-00000001', '0190-00009001']);
    valueIn(await store.commit({ incidents: added(makeIncident(9_002)) }, { command: 'own' }));
    valueIn(await store.undo());
    expect(await allIncidents(store)).toHaveLength(2);
  });
});
