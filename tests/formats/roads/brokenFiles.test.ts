import { describe, expect, it } from 'vitest';
import { readRoads } from '../../../src/formats/roads/readRoads';
import { type FixtureWay, NETWORK } from './support/network';
import { problemOf, roadsOf } from './support/read';
import { dataBlock, dataContent, headerBlock, joinBytes, pbfBlock, writePbf } from './support/writePbf';
import { writeGeojson, writeOverpass, writeXml } from './support/writeTexts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const nodes = dataBlock(NETWORK.nodes, []);
const ways = dataBlock([], NETWORK.ways);
const HEADER = headerBlock();
const SECOND = HEADER.length;
const THIRD = SECOND + nodes.length;
const contentOfWays = dataContent([], NETWORK.ways);

const trackOf = ({ refs }: FixtureWay): string =>
  `<trk><trkseg>${refs.map((ref) => `<trkpt lat="21.${ref}" lon="105.4"/>\n`).join('')}</trkseg></trk>`;
const FILES = {
  'a.osm.pbf': writePbf(NETWORK, { perBlock: 30 }),
  'a.osm': bytesOf(writeXml(NETWORK)),
  'a.json': bytesOf(writeOverpass(NETWORK)),
  'a.gpx': bytesOf(`<?xml version="1.0"?><gpx version="1.1">${NETWORK.ways.map(trackOf).join('')}</gpx>`),
  'a.geojson': bytesOf(writeGeojson(NETWORK)),
} as const;

describe('A file that ends early', () => {
  it.each(Object.entries(FILES))('is told as such, wherever it ends: %s', async (file, bytes) => {
    const step = Math.max(1, Math.floor(bytes.length / 400));
    let broken = 0;
    for (let length = 1; length < bytes.length - 2; length += step) {
      const read = await readRoads(new Blob([bytes.slice(0, length)]), { file });
      // A PBF that ends between two blocks is whole as far as it goes.
      if (read.ok || read.problem.kind === 'noRoads') continue;
      expect(read.problem).toMatchObject({ kind: 'brokenRoadFile', file });
      broken += 1;
    }
    expect(broken).toBeGreaterThan((0.97 * bytes.length) / step);
  });

  it.each(Object.entries(FILES))(
    'or has a byte changed is read or told, and nothing is thrown: %s',
    async (file, bytes) => {
      const step = Math.max(1, Math.floor(bytes.length / 300));
      for (let at = 0; at < bytes.length; at += step) {
        const changed = bytes.slice();
        changed[at] = (changed[at]! ^ (0x55 << (at % 2))) & 0xff;
        const read = await readRoads(new Blob([changed]), { file });
        expect(read.ok || read.problem.kind).not.toBe('cancelled');
      }
    },
  );

  it('with a byte changed in what is packed is read or told as well', async () => {
    for (let at = 0; at < contentOfWays.length; at += 3) {
      const changed = contentOfWays.slice();
      changed[at] = 0xff - changed[at]!;
      const read = await readRoads(new Blob([HEADER, nodes, pbfBlock('OSMData', changed)]), { file: 'a.osm.pbf' });
      if (!read.ok) expect(['brokenRoadFile', 'noRoads']).toContain(read.problem.kind);
    }
  });

  it('says in which block and at which byte a PBF ends', async () => {
    const whole = joinBytes([HEADER, nodes, ways]);
    const cut = (length: number) => problemOf(whole.slice(0, length), { file: 'a.osm.pbf' });
    const truncated = (byte: number, block: number) => ({ fault: 'truncated', place: { by: 'block', byte, block } });
    expect(await cut(2)).toMatchObject(truncated(0, 0));
    expect(await cut(SECOND + 1)).toMatchObject(truncated(SECOND, 1));
    expect(await cut(THIRD - 1)).toMatchObject(truncated(SECOND, 1));
    expect(await cut(whole.length - 1)).toMatchObject(truncated(THIRD, 2));
  });

  it('says at which line XML ends, and at which sign JSON', async () => {
    expect(await problemOf('<osm>\n<node id="1"\n', { file: 'a.osm' })).toMatchObject({
      fault: 'truncated',
      place: { by: 'line', line: 3 },
    });
    expect(await problemOf('{"elements":\n [{"type":"node"},\n', {})).toMatchObject({
      fault: 'syntax',
      format: 'overpass',
      place: { by: 'position', position: 32, line: 3 },
      detail: 'end',
    });
  });
});

describe('A PBF', () => {
  const wayBlock = (options: Parameters<typeof pbfBlock>[2]) =>
    problemOf(joinBytes([HEADER, nodes, pbfBlock('OSMData', contentOfWays, options)]));

  it.each([
    ['is not packed as it says', { packed: bytesOf('no zlib at all') }, 'inflate'],
    ['is longer than it says', { wrongBy: -1 }, 'inflate'],
    ['is shorter than it says', { wrongBy: 1 }, 'inflate'],
    ['says that it is larger than a block may be', { wrongBy: 40_000_000 }, 'blockTooLarge'],
    ['is packed in a way that is not read', { field: 4 }, 'compression'],
    ['is packed in another way that is not read', { field: 7 }, 'compression'],
  ] as const)('says where the block is that %s', async (_, options, fault) => {
    expect(await wayBlock(options)).toMatchObject({ fault, place: { by: 'block', byte: THIRD, block: 2 } });
  });

  it('is refused where a block unpacks to more than it says, before it is unpacked', async () => {
    const bomb = pbfBlock('OSMData', new Uint8Array(60_000_000), { wrongBy: -59_999_000 });
    expect(await problemOf(joinBytes([HEADER, nodes, bomb]))).toMatchObject({ fault: 'inflate' });
  });

  it('is refused where a header or a block is longer than may be', async () => {
    const length = Uint8Array.of(0x10, 0, 0, 0);
    expect(await problemOf(joinBytes([HEADER, length, nodes]))).toMatchObject({
      fault: 'blockHeader',
      place: { by: 'block', byte: SECOND, block: 1 },
    });
    // Of a block header: type "X" and a length of 2^28.
    const huge = Uint8Array.of(0, 0, 0, 9, 0x0a, 1, 0x58, 0x18, 0x80, 0x80, 0x80, 0x80, 0x01);
    expect(await problemOf(joinBytes([HEADER, huge]))).toMatchObject({ fault: 'blockTooLarge' });
  });

  it('that needs more than is understood is refused with what it needs', async () => {
    const required = ['OsmSchema-V0.6', 'DenseNodes', 'HistoricalInformation'];
    expect(await problemOf(writePbf(NETWORK, { required }))).toEqual({
      kind: 'unsupportedRoadFeatures',
      file: 'roads',
      features: ['HistoricalInformation'],
    });
  });

  it('passes over blocks of kinds that it does not know', async () => {
    const other = pbfBlock('Other', bytesOf('anything'));
    const read = await roadsOf(joinBytes([HEADER, other, nodes, other, ways]));
    expect(read.ways).toEqual((await roadsOf(joinBytes([HEADER, nodes, ways]))).ways);
  });

  it('that says it is sorted and is not is refused instead of being read in part', async () => {
    for (const perBlock of [5, 10, 40]) {
      const content = writePbf(NETWORK, { optional: ['Sort.Type_then_ID'], isTurned: true, perBlock });
      expect(await problemOf(content)).toMatchObject({ kind: 'brokenRoadFile', fault: 'order' });
    }
  });

  it('may hold nodes and ways in one block', async () => {
    const mixed = dataBlock(NETWORK.nodes.slice(40), NETWORK.ways.slice(0, 9));
    const blocks = [dataBlock(NETWORK.nodes.slice(0, 40), []), mixed, dataBlock([], NETWORK.ways.slice(9))];
    const expected = (await roadsOf(joinBytes([HEADER, nodes, ways]))).ways;
    for (const optional of [[], ['Sort.Type_then_ID']])
      for (const box of [undefined, [105, 21, 106, 22] as const]) {
        const read = await roadsOf(joinBytes([headerBlock({ optional }), ...blocks]), box ? { box } : {});
        expect(read.ways).toEqual(expected);
      }
  });
});

describe('A file', () => {
  it.each([
    ['nothing', '', 'emptyFile'],
    ['white space', ' \n\n ', 'emptyFile'],
    ['a text', 'Đường làng', 'unknownFormat'],
    ['a web page', '<!doctype html><html><body>504</body></html>', 'unknownFormat'],
    ['JSON of another kind', '{"a": [1, 2, 3]}', 'unknownFormat'],
    ['a list', '[{"type":"node"}]', 'unknownFormat'],
    ['changes of OpenStreetMap', '<osmChange version="0.6"></osmChange>', 'unknownFormat'],
    ['no ways', '{"elements":[]}', 'noRoads'],
    ['no features', '{"type":"FeatureCollection","features":[]}', 'noRoads'],
    ['XML without ways', '<osm version="0.6"/>', 'noRoads'],
    ['a PBF without data', headerBlock(), 'noRoads'],
    ['GPX without tracks', '<gpx><wpt lat="21" lon="105"/></gpx>', 'noRoads'],
    ['a PBF by name that is none', 'OSMHeader', 'brokenRoadFile', 'a.pbf'],
  ] as const)('that holds %s is told as what it is', async (_, content, kind, file: string = 'a') => {
    expect(await problemOf(content, { file })).toMatchObject({ kind });
  });

  it('that cannot be read any more is told as such', async () => {
    class Lost extends Blob {
      override slice(): Blob {
        return { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) } as unknown as Blob;
      }
    }
    const read = await readRoads(new Lost(['{"elements":[]}']), { file: 'a.json' });
    expect(read).toEqual({ ok: false, problem: { kind: 'unreadableSource', file: 'a.json', byte: 0 } });
  });

  it('with letters of another encoding says where', async () => {
    const latin = Uint8Array.from('<osm>\n<way id="1">\n<tag k="name" v="\xd0\xe2n"/></way></osm>', (sign) =>
      sign.charCodeAt(0),
    );
    expect(await problemOf(latin)).toMatchObject({ fault: 'encoding', place: { by: 'line', line: 3 } });
    const json = Uint8Array.from('{"elements":[\n"\xd0\xe2n"]}', (sign) => sign.charCodeAt(0));
    expect(await problemOf(json)).toMatchObject({
      fault: 'encoding',
      place: { by: 'position', position: 15, line: 2 },
    });
  });

  it.each([
    ['{"elements":[{"type":"way"}{}]}', 27, 1],
    ['{"elements":[\n{"type":"way","id":}]}', 33, 2],
    ['{"elements":[],\n"a":}', 20, 2],
    ['{"a" 1,\n"elements":[]}', 5, 1],
    ['{"elements":[{"type":"way"},]}', 28, 1],
    ['{"elements":[]} x', 16, 1],
    ['{"type":"FeatureCollection","features":[1 2]}', 42, 1],
  ])('of JSON that breaks says where: %s', async (content, position, line) => {
    expect(await problemOf(content)).toMatchObject({
      kind: 'brokenRoadFile',
      fault: 'syntax',
      place: { by: 'position', position, line },
    });
  });

  it.each([
    ['<osm>\n<node id="1"></way></osm>', 'syntax', 2],
    ['<osm>\n\n<way id=1/></osm>', 'syntax', 3],
    ['<osm></osm>\n<osm></osm>', 'syntax', 2],
    ['<osm></osm>\nx', 'syntax', 2],
    ['<!DOCTYPE osm [<!ENTITY a "b">]>\n<osm/>', 'entities', 1],
    [`<osm>${'<a>'.repeat(300)}`, 'tooDeep', 1],
    [`<osm>\n<!-- ${'x'.repeat(3_000_000)}`, 'tooLong', 2],
  ])('of XML that breaks says where', async (content, fault, line) => {
    expect(await problemOf(content)).toMatchObject({
      kind: 'brokenRoadFile',
      format: 'osmXml',
      fault,
      place: { by: 'line', line },
    });
  });

  it('of XML may hold comments, sections of signs and tags in quotes', async () => {
    const content = `<osm><!-- <way> --><?a <b> ?><node id="1" lat="21" lon="105"/><node id='2' lat="21.1" lon="105"><tag k="note" v="a > b"/></node>
      <way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="service"/><tag k='name' v='Ngõ &quot;A&quot; &amp; B'/><x><![CDATA[<way>]]></x></way></osm>`;
    expect((await roadsOf(content)).ways.names).toEqual(['', 'Ngõ "A" & B']);
  });

  it('of an editor is read without what was deleted there', async () => {
    const content = writeXml(NETWORK).replace('<way id="502"', '<way action="delete" id="502"');
    const [before, after] = [await roadsOf(writeXml(NETWORK)), await roadsOf(content)];
    expect(after.report.ways).toBe(before.report.ways - 1);
  });
});
