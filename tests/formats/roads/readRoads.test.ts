import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROAD_CLASSES, type RoadWays } from '../../../src/domain';
import { DATE, NETWORK } from './support/network';
import { plainWays, problemOf, roadsOf } from './support/read';
import { writePbf } from './support/writePbf';
import { writeGeojson, writeOutGeom, writeOverpass, writeXml } from './support/writeTexts';

const SORTED = { optional: ['Sort.Type_then_ID'], date: DATE } as const;
const utf16 = (text: string): Uint8Array<ArrayBuffer> => {
  const units = Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0));
  return new Uint8Array(units.buffer);
};

const SAME: readonly (readonly [what: string, content: string | Uint8Array<ArrayBuffer>])[] = [
  ['PBF', writePbf(NETWORK, { date: DATE })],
  ['PBF that is sorted', writePbf(NETWORK, { ...SORTED, perBlock: 7 })],
  ['PBF with ways first', writePbf(NETWORK, { date: DATE, perBlock: 9, isTurned: true })],
  ['PBF not packed', writePbf(NETWORK, { ...SORTED, isPlain: true })],
  ['PBF with nodes one by one', writePbf(NETWORK, { ...SORTED, isSparse: true })],
  [
    'PBF with another grid',
    writePbf(NETWORK, { ...SORTED, granularity: 50, lngOffset: 105_000_000_000, latOffset: -1_000_000_000 }),
  ],
  ['XML', writeXml(NETWORK)],
  ['XML in UTF-16', utf16(writeXml(NETWORK))],
  ['Overpass JSON', writeOverpass(NETWORK)],
];

const expectSound = ({ nodes, starts, members, classes, access, nameOf, names }: RoadWays): void => {
  expect(starts).toHaveLength(classes.length + 1);
  expect([starts[0], starts.at(-1)]).toEqual([0, members.length]);
  for (let way = 0; way < classes.length; way += 1) {
    expect(starts[way + 1]! - starts[way]!).toBeGreaterThanOrEqual(2);
    expect(access[way]).toBeGreaterThan(0);
    expect(classes[way]).toBeLessThan(ROAD_CLASSES.length);
    expect(nameOf[way]).toBeLessThan(names.length);
  }
  expect(names[0]).toBe('');
  expect(nodes.every(Number.isFinite)).toBe(true);
  expect(new Set(members).size).toBe(nodes.length / 2);
};

describe('The same network in every format', () => {
  it.each(SAME)('is the same ways and the same report: %s', async (_, content) => {
    const [expected, { ways, report }] = [await roadsOf(writeOverpass(NETWORK)), await roadsOf(content)];
    expectSound(ways);
    expect(ways).toEqual(expected.ways);
    expect({ ...report, format: '' }).toEqual({ ...expected.report, format: '' });
    expect(report.date).toBe(DATE);
  });

  it.each([
    ['out geom', writeOutGeom(NETWORK, true)],
    ['out geom without the numbers of nodes', writeOutGeom(NETWORK, false)],
  ])('is the same ways from %s, where only barriers are not told', async (_, content) => {
    const [expected, { ways, report }] = [await roadsOf(writeOverpass(NETWORK)), await roadsOf(content)];
    expect(ways).toEqual(expected.ways);
    expect(report).toEqual({ ...expected.report, barriers: 0 });
  });

  it('is the same ways from a PBF whose ways say where their nodes lie', async () => {
    const placesOf = new Map(NETWORK.nodes.map((node) => [node.id, node]));
    const content = writePbf({ nodes: [], ways: NETWORK.ways }, { ...SORTED, placesOf });
    expect((await roadsOf(content)).ways).toEqual((await roadsOf(writeOverpass(NETWORK))).ways);
  });

  it('is the same ways from GeoJSON, to a tenth of a millimetre', async () => {
    const [expected, found] = [await roadsOf(writeOverpass(NETWORK)), await roadsOf(writeGeojson(NETWORK))];
    const [one, other] = [plainWays(expected.ways), plainWays(found.ways)];
    expect(other.map(({ places, ...way }) => way)).toEqual(one.map(({ places, ...way }) => way));
    expect(found.ways.members).toEqual(expected.ways.members);
    for (const [i, place] of expected.ways.nodes.entries()) expect(found.ways.nodes[i]).toBeCloseTo(place, 9);
    const { dropped, components, attribution, date } = found.report;
    expect({ components, attribution, date }).toEqual({
      components: {
        count: expected.report.components.count,
        largestShare: expect.closeTo(expected.report.components.largestShare, 8),
      },
      attribution: 'ODbL',
      date: DATE,
    });
    expect(dropped).toEqual(expected.report.dropped);
  });
});

describe('The report', () => {
  it('tells ways and lengths by class, pieces, what was left out and why', async () => {
    const { report } = await roadsOf(writeOverpass(NETWORK));
    expect(report).toMatchObject({
      format: 'overpass',
      ways: 31,
      attribution: 'ODbL',
      remark: null,
      barriers: 1,
      cutWays: 0,
      components: { count: 2 },
    });
    expect(report.dropped).toEqual({
      notARoad: 2,
      notInUse: 3,
      area: 1,
      closedToAll: 2,
      tooFewNodes: 1,
      missingNodes: 0,
      outsideBox: 0,
    });
    expect(report.classes.reduce((sum, { ways }) => sum + ways, 0)).toBe(31);
    expect(report.classes.reduce((sum, { lengthKm }) => sum + lengthKm, 0)).toBeCloseTo(report.lengthKm, 9);
    const motorway = report.classes.find(({ roadClass }) => roadClass === 'motorway');
    // Eight steps of 0.00097 degrees at 21.3 degrees north, and the link.
    expect(motorway?.ways).toBe(2);
    expect(motorway?.lengthKm).toBeCloseTo(8 * 0.00097 * 111.32 * Math.cos((21.3 * Math.PI) / 180) + 0.1008, 2);
  });

  it('cuts a way where nodes are missing, and drops it where too few are left', async () => {
    const nodes = NETWORK.nodes.filter(({ id }) => id !== 10_004 && id !== 11_200 && id !== 11_201);
    const { ways, report } = await roadsOf(writeOverpass({ ...NETWORK, nodes }));
    expectSound(ways);
    expect(report).toMatchObject({ cutWays: 1, dropped: { missingNodes: 1 } });
    expect(
      plainWays(ways)
        .slice(0, 2)
        .map(({ places }) => places.length),
    ).toEqual([4, 4]);
  });

  it('passes over a node that a way names twice in a row', async () => {
    const twice = NETWORK.ways.map((way) => ({ ...way, refs: way.refs.flatMap((ref) => [ref, ref]) }));
    const [expected, { ways, report }] = [
      await roadsOf(writeXml(NETWORK)),
      await roadsOf(writeXml({ ...NETWORK, ways: twice })),
    ];
    expect(ways).toEqual(expected.ways);
    expect(report).toEqual(expected.report);
  });

  it('passes on what a server says of an answer that it did not finish', async () => {
    const { report } = await roadsOf(
      writeOverpass(NETWORK).replace('"version"', '"remark": "runtime error: Query timed out", "version"'),
    );
    expect(report.remark).toBe('runtime error: Query timed out');
  });
});

describe('A box', () => {
  const box = [105.4123, 21.3074, 105.4133, 21.3081] as const;

  it.each(SAME)('keeps the ways that touch it, whole: %s', async (_, content) => {
    const { ways, report } = await roadsOf(content, { box });
    expect(plainWays(ways).map(({ name }) => name)).toEqual(['Cao tốc Sông Mơ']);
    expect(ways.nodes).toHaveLength(18);
    expect(report.dropped.outsideBox).toBe(30);
  });

  it('keeps a way that crosses it without a node inside', async () => {
    const inside = [105.41255, 21.3076, 105.4126, 21.3077] as const;
    expect((await roadsOf(writeOverpass(NETWORK), { box: inside })).report.ways).toBe(1);
    expect((await roadsOf(writeGeojson(NETWORK), { box: inside })).report.ways).toBe(1);
  });

  it('says so where nothing touches it', async () => {
    for (const content of [writeXml(NETWORK), writeGeojson(NETWORK)])
      expect(await problemOf(content, { box: [0, 0, 1, 1] })).toMatchObject({
        kind: 'noRoads',
        dropped: { outsideBox: 31 },
      });
  });
});

describe('Progress', () => {
  it.each(SAME)('goes up to the whole, and can be stopped: %s', async (_, content) => {
    const told: number[] = [];
    let total = 0;
    await roadsOf(content, {
      onProgress: (doneBytes, totalBytes) => {
        told.push(doneBytes);
        total = totalBytes;
      },
    });
    expect(told.at(-1)).toBe(total);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    for (let stop = 1; stop <= told.length; stop += 3) {
      let calls = 0;
      expect(await problemOf(content, { onProgress: () => ++calls < stop })).toEqual({ kind: 'cancelled' });
    }
  });

  it('ends when it is told to by a signal', async () => {
    const control = new AbortController();
    control.abort();
    expect(await problemOf(writeXml(NETWORK), { signal: control.signal })).toEqual({ kind: 'cancelled' });
  });
});

interface SampleElement {
  readonly type: string;
  readonly id: number;
  readonly lon?: number;
  readonly lat?: number;
  readonly nodes?: readonly number[];
  readonly tags?: Readonly<Record<string, string>>;
}
const SAMPLE = resolve(import.meta.dirname, '../../../../shared/roads-sample/hanoi-overpass.json');

describe.skipIf(!existsSync(SAMPLE))('A real answer for central Hà Nội', () => {
  it('is read whole, as by a plain count', async () => {
    const text = readFileSync(SAMPLE, 'utf8');
    const { ways, report } = await roadsOf(text);
    expectSound(ways);
    const { elements } = JSON.parse(text) as { elements: SampleElement[] };
    const named = elements.filter(({ type, tags }) => type === 'way' && tags?.highway === 'residential');
    const residential = report.classes.find(({ roadClass }) => roadClass === 'residential');
    expect(residential!.ways + report.dropped.closedToAll + report.dropped.area).toBeGreaterThanOrEqual(named.length);
    expect(residential!.ways).toBeGreaterThan(0.95 * named.length);
    const total = Object.values(report.dropped).reduce((sum, count) => sum + count, 0);
    expect(report.ways + total).toBe(elements.filter(({ type }) => type === 'way').length);
    expect(report.components.largestShare).toBeGreaterThan(0.9);
    expect(report.date).toBe('2023-12-13T14:45:10.000Z');
  });

  it('is the same ways as PBF and as XML', async () => {
    const text = readFileSync(SAMPLE, 'utf8');
    const { elements } = JSON.parse(text) as { elements: SampleElement[] };
    const nodes = elements.flatMap(({ type, id, lon, lat, tags }) =>
      type === 'node' ? [{ id, lng: lon!, lat: lat!, ...(tags ? { tags } : {}) }] : [],
    );
    const ways = elements.flatMap(({ type, id, nodes: refs, tags }) =>
      type === 'way' ? [{ id, refs: refs!, tags: tags ?? {} }] : [],
    );
    const network = { nodes: nodes.sort((a, b) => a.id - b.id), ways };
    const expected = await roadsOf(text);
    for (const content of [writePbf(network, { ...SORTED, perBlock: 2_000 }), writeXml(network)]) {
      const read = await roadsOf(content);
      expect(read.ways).toEqual(expected.ways);
      expect(read.report.barriers).toBe(expected.report.barriers);
    }
  });
});
