import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvDialect, makeCsvWriter, STANDARD_CSV, VIETNAMESE_CSV } from '../../src/formats/csvWriter';
import { decodeText } from '../../src/formats/decodeText';
import { findBrokenText } from '../../src/formats/findBrokenText';
import { findJsonFault } from '../../src/formats/findJsonFault';
import { geojsonLayers } from '../../src/formats/geojsonLayers';
import { geojsonTable } from '../../src/formats/geojsonTable';
import { readCsv } from '../../src/formats/readCsv';
import { readGeojson } from '../../src/formats/readGeojson';
import { readXlsx as readEntries } from '../../src/formats/readXlsx';
import { writeRejectedRows } from '../../src/formats/rejectedRows';
import { sniffFormat } from '../../src/formats/sniffFormat';
import { listZip, storeZip, unpackEntry } from '../../src/formats/zip';

const readXlsx = (archive: Uint8Array, file: string) => readEntries(listZip(archive) ?? [], file);
const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (text: string) => {
  const read = readCsv(text, 'a.csv');
  return read.ok ? read.value.rows : read.problem;
};

describe('sniffFormat', () => {
  it.each([
    ['%PDF-1.7', 'pdf'],
    ['<!DOCTYPE html><html>', 'html'],
    ['<a/>', 'xml'],
    ['a\u0000b', 'binary'],
    ['GIF89a', 'image'],
  ])('knows %s', (text, foreign) => expect(sniffFormat(bytes(text))).toEqual({ foreign }));
  it('tells old Excel from protected Excel', () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0];
    expect(sniffFormat(Uint8Array.from(head))).toEqual({ foreign: 'xls' });
    const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    expect(sniffFormat(Uint8Array.from([...head, 1, 2, ...name]))).toEqual({ foreign: 'encryptedOffice' });
  });
  it.each([
    ['a,b', 'text'],
    ['BMI,b', 'text'],
    ['\ufeff {"a":1}', 'json'],
    ['[1]', 'json'],
    ['<?xml version="1.0"?><kml xmlns="x">', 'kml'],
    ['<gpx version="1.1">', 'gpx'],
    [' \n\t', null],
    ['\ufeff', null],
  ])('takes %s for %s', (text, format) => expect(sniffFormat(bytes(text))).toBe(format));
});

describe('readCsv', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n1,5;2,5\r\n',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'a\tb\n1,5\t2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'sep=|\r\na|b\r\n1|2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'T;;\n;;\na;b;c\n1,2;3,4;5,6',
      [
        ['T', '', ''],
        ['', '', ''],
        ['a', 'b', 'c'],
        ['1,2', '3,4', '5,6'],
      ],
    ],
    [
      'a,b\n"x\ny",2',
      [
        ['a', 'b'],
        ['x\ny', '2'],
      ],
    ],
    [
      'a,b\n5" ống,"nói ""có"""',
      [
        ['a', 'b'],
        ['5" ống', 'nói "có"'],
      ],
    ],
    [
      'a,b\n"x "q" z",2',
      [
        ['a', 'b'],
        ['x "q" z', '2'],
      ],
    ],
  ])('cuts %j', (text, rows) => expect(rowsOf(text)).toEqual(rows));
  it('never lets a quote swallow rows in silence', () => {
    expect(rowsOf('a,b\n1,2\n"x,3\n4,5\n')).toMatchObject({ kind: 'unreadableFile', row: 3 });
    expect(rowsOf('a,b\n"x,3\n4,5\n6,"7"\n')).toMatchObject({ kind: 'unreadableFile', row: 2 });
  });
  it('reads back what the writer wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', '"', ',', ';', '\n', ' ', '1'), maxLength: 6 });
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 6 }), async (rows) => {
        const writer = makeCsvWriter(STANDARD_CSV);
        const all = [['h1', 'h2', 'h3'], ...rows];
        for (const row of all) writer.write(row);
        const decoded = decodeText(new Uint8Array(await writer.finish().arrayBuffer()), 'a.csv');
        expect(decoded.ok && rowsOf(decoded.value)).toEqual(all);
      }),
    );
  });
  it.each(['=1+1', '+84', '-5', '@x', '\tx', '\rx'])('guards %j against being a formula', async (text) => {
    const writer = makeCsvWriter(STANDARD_CSV);
    writer.write([text]);
    expect((await writer.finish().text()).replace(/^\ufeff?"?/, '')[0]).toBe("'");
  });
  const written = async (rows: readonly (readonly string[])[], dialect: CsvDialect) => {
    const writer = makeCsvWriter(dialect);
    for (const row of rows) writer.write(row);
    return writer.finish().text();
  };
  const DIALECTS = [STANDARD_CSV, VIETNAMESE_CSV];
  it.each(['x;=1+1;y', 'x,=1+1,y', 'x\t@y', 'x\n=1+1', 'x;"=1+1', 'x,\t=1'])(
    'makes no formula of %j, whatever separates the cells',
    async (text) => {
      for (const dialect of DIALECTS)
        for (const delimiter of [',', ';', '\t'])
          for (const row of Papa.parse<string[]>(await written([['a', text, 'b']], dialect), { delimiter }).data)
            for (const cell of row) expect(cell).not.toMatch(/^"*[=+\-@\t]/);
    },
  );
  it('makes no formula of any texts, whatever separates the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', '=', '-'), maxLength: 8 });
    const row = fc.tuple(fc.constant('a'), cell, cell, cell);
    return fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 3 }), async (rows) => {
        for (const dialect of DIALECTS)
          for (const delimiter of [',', ';', '\t'])
            for (const parsed of Papa.parse<string[]>(await written(rows, dialect), { delimiter }).data)
              for (const text of parsed) expect(text).not.toMatch(/^[\r\n]*[=+\-@]/);
      }),
    );
  });
  it('leaves harmless texts as they are', async () => {
    const texts = ['a-b; c = d', 'x, -5', 'x\t\ty', 'a\r\n\r\nb', 'nói "=" là', 'a@b.vn;c@d.vn'];
    for (const dialect of DIALECTS)
      expect(
        Papa.parse((await written([texts], dialect)).trim(), { delimiter: dialect.separator, newline: '\r\n' }).data,
      ).toEqual([texts]);
  });
});

describe('text', () => {
  it('keeps good Vietnamese, composed', () => {
    const text = 'Vụ việc ở xã Vĩnh Tường: “trộm” – 3 đối tượng? Không. Ấp Á, cà phê «cá»';
    expect(findBrokenText(text)).toBeNull();
    const decoded = decodeText(bytes(text.normalize('NFD')), 'a');
    expect(decoded.ok && decoded.value).toBe(text);
  });
  it.each([
    'XÃ\u00a0VĂN QUÁN – XÃ\u00a0ĐÌNH CHU',
    '“GIÁP RANH XÃ”, “LIÊN XÃ”',
    'ĐÃ… VÀ ĐÃ…',
    'Địa bàn\nXÃ\u00a0CAO MINH, XÃ\u00a0LAM',
    'Tóm tắt\nai đấy??\nỞ đâu??\nTại sao??',
    'Tóm tắt của vụ việc\nSao vay??\nAi day??\nO dau??',
    'Ai đó?Không biết\nở đâu?ở xã\nlúc nào?tối qua',
  ])('takes %j for good Vietnamese', (text) => expect(findBrokenText(text)).toBeNull());
  it.each([
    ['a\nb\nVÄ©nh TÆ°á»\u009dng,1', 3],
    ['Xã Vĩnh Tường, huyện Lập Thạch\nXã Vĩnh Tường,VÄ©nh TÆ°á»\u009dng', 2],
    ['là cà ở đường\nlÃ\u00a0 cÃ\u00a0', 2],
    ['V?nh T??ng, x? S?n ??ng', 1],
    ['Đơn vị,Tóm tắt\nVĩnh Tường,V?nh T??ng S?n ??ng', 2],
    ['b?? gi?? x??', 1],
    ['a,b\nV\ufffdnh', 2],
  ])('finds where %j is spoilt', (text, row) => expect(findBrokenText(text)).toMatchObject({ row }));
  it('does not take questions and web addresses for lost letters', () =>
    expect(
      findBrokenText('Ai? Ở đâu?\nhttps://x.vn/a?b=c\nhttps://x.vn/d?e=f https://x.vn/g?h=i\nhttps://x.vn/d?e=f'),
    ).toBeNull());
  it('reads UTF-16 of both orders', () => {
    const little = Uint8Array.from([0xff, 0xfe, 0x41, 0, 0xc7, 0x1e]);
    const big = Uint8Array.from([0xfe, 0xff, 0, 0x41, 0x1e, 0xc7]);
    for (const raw of [little, big]) expect(decodeText(raw, 'a')).toMatchObject({ value: 'Aệ' });
  });
  it('does not take Western text for Vietnamese', () =>
    expect(
      decodeText(Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x6e, 0x61, 0xef, 0x76, 0x65]), 'a'),
    ).toMatchObject({ problem: { kind: 'wrongEncoding', row: 1, sample: 'café naïve' } }));
});

describe('findJsonFault', () => {
  it('finds none in JSON, and one in JSON that is cut short', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        expect(findJsonFault(json)).toBe(json.length);
        const short = json.slice(0, cut % json.length);
        expect(findJsonFault(short)).toBeLessThanOrEqual(short.length);
      }),
    );
  });
  it.each([
    ['{"a":}', 5],
    ['[1,]', 3],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['[1] 2', 4],
    ['{"a":1,}', 7],
    ['[01]', 2],
    ['{"a\n"}', 1],
    ['[}', 1],
  ])('points into %j', (text, at) => expect(findJsonFault(text)).toBe(at));
});

describe('GeoJSON', () => {
  const read = (value: unknown) => {
    const result = readGeojson(JSON.stringify(value), 'a.geojson');
    return result.ok ? result.value : result.problem;
  };
  const point = { type: 'Point', coordinates: [105, 21] };
  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326', 'CRS84'])('accepts %s', (name) =>
    expect(
      read({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [{ geometry: point }] }),
    ).toHaveLength(1),
  );
  it.each(['EPSG:9208', 'urn:ogc:def:crs:EPSG::3857', 'urn:ogc:def:crs:EPSG::43260'])('refuses %s', (name) =>
    expect(
      read({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [] }),
    ).toMatchObject({ kind: 'unsupportedCrs', crs: name }),
  );
  it('reads a feature and a bare geometry', () => {
    expect(read({ type: 'Feature', geometry: point, properties: { a: 1 } })).toEqual([
      { geometry: point, properties: { a: 1 } },
    ]);
    expect(read(point)).toEqual([{ geometry: point, properties: {} }]);
  });
  it('refuses what is none', () => {
    expect(read({ type: 'Topology' })).toMatchObject({ kind: 'unknownFormat', detected: 'json' });
    expect(read([1])).toMatchObject({ kind: 'unknownFormat' });
    expect(read({ type: 'FeatureCollection', features: [] })).toMatchObject({ kind: 'noFeatures' });
  });
  it('tells metres from degrees', () => {
    const layers = geojsonLayers(
      [{ geometry: { type: 'Point', coordinates: [556789.3, 2356789.1] }, properties: {} }],
      'a',
    );
    expect(layers).toMatchObject({ problem: { kind: 'unsupportedCrs', crs: '556789.3, 2356789.1' } });
  });
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
  it('leaves cells empty whose values nest deeper than anybody means', () =>
    expect(geojsonTable([{ geometry: point, properties: { a: deep, b: [[1]] } }]).rows).toEqual([
      ['a', 'b'],
      [null, '[[1]]'],
    ]));
  it('tells metres from degrees beside what nests too deep', () =>
    expect(
      geojsonLayers([{ geometry: { type: 'Point', coordinates: [5e5, 2e6], deep }, properties: {} }], 'a'),
    ).toMatchObject({ problem: { kind: 'unsupportedCrs' } }));
  it('refuses a collection whose members would multiply its properties beyond any text', () =>
    expect(
      geojsonLayers(
        [
          {
            geometry: { type: 'GeometryCollection', geometries: Array.from({ length: 3_000 }, () => point) },
            properties: { a: 'x'.repeat(200_000) },
          },
        ],
        'a',
      ),
    ).toMatchObject({ problem: { kind: 'fileTooLarge', file: 'a' } }));
  it('writes every member of a collection with its properties', () => {
    const layers = geojsonLayers(
      [{ geometry: { type: 'GeometryCollection', geometries: [point, point] }, properties: { a: 1 } }],
      'a',
    );
    const feature = { type: 'Feature', geometry: point, properties: { a: 1 } };
    expect(layers.ok && layers.value.parts.map(({ geojson }) => JSON.parse(geojson))).toEqual([
      { type: 'FeatureCollection', features: [feature, feature] },
    ]);
  });
  it.each([
    [{ type: 'LineString', coordinates: [[105, 21]] }, 'invalidGeometry'],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [105, 21],
            [106, 21],
          ],
        ],
      },
      'invalidGeometry',
    ],
    [{ type: 'Point', coordinates: ['105', 21] }, 'invalidGeometry'],
    [{ type: 'Point', coordinates: [null, null] }, 'invalidGeometry'],
    [{ type: 'Curve' }, 'invalidGeometry'],
    [{ type: 'Point', coordinates: [105, 91] }, 'outsideWorld'],
    [null, 'noGeometry'],
    [{ type: 'GeometryCollection', geometries: [] }, 'noGeometry'],
  ])('lists %j as %s', (geometry, reason) =>
    expect(
      geojsonLayers(
        [
          { geometry, properties: {} },
          { geometry: point, properties: {} },
        ],
        'a',
      ),
    ).toMatchObject({ value: { rejected: [{ feature: 1, reason }], parts: [{ featureCount: 1 }] } }),
  );
});

describe('writeRejectedRows', () => {
  it('writes dates that no calendar has among those that it has', async () => {
    const rows = [
      ['Ngày', 'Nhập'],
      [new Date(Number.NaN), new Date('2018-03-05T21:30Z')],
    ];
    const blob = writeRejectedRows({ rows, counts: 'rows', positions: null }, 0, {
      rejected: [{ row: 2, reason: 'r', text: 't' }],
      headings: { row: 'Dòng', reason: 'Lý do', text: 'Ô' },
    });
    expect(await blob.text()).toContain('2,r,t,#####,2018-03-05 21:30');
  });
});

describe('workbooks', () => {
  const styles =
    '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>';
  const workbook = (sheet: string, path = 'worksheets/sheet1.xml') =>
    new Uint8Array(
      storeZip(
        Object.entries({
          '[Content_Types].xml': '<Types/>',
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${path}"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
          'xl/styles.xml': styles,
          [`xl/${path}`]: `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
        }).map(([name, text]) => ({ name, bytes: bytes(text) })),
      ),
    );
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

  it('are read with texts composed', async () => {
    const read = await readXlsx(
      workbook(`<row r="2">${cell('B2', 'Vĩ độ'.normalize('NFD'))}<c r="C2"><v>21.5</v></c></row>`),
      'a.xlsx',
    );
    expect(read).toMatchObject({
      value: {
        sheets: [
          {
            name: 'S',
            isHidden: false,
            table: {
              rows: [
                [null, null, null],
                [null, 'Vĩ độ', 21.5],
              ],
            },
          },
        ],
      },
    });
  });
  it('are read with the dates that no calendar has', async () => {
    const row = '<row r="1"><c r="A1" s="1"><v>43164</v></c><c r="B1" s="1"><v>987654321</v></c></row>';
    expect(await readXlsx(workbook(row), 'a.xlsx')).toMatchObject({
      value: { sheets: [{ table: { rows: [[new Date('2018-03-05T00:00Z'), new Date(Number.NaN)]] } }] },
    });
  });
  it('that hold nothing are empty', async () =>
    expect(await readXlsx(workbook(''), 'a.xlsx')).toMatchObject({ problem: { kind: 'emptyFile' } }));
  it('that span millions of empty cells are refused', async () =>
    expect(await readXlsx(workbook(`<row r="1048576">${cell('XFD1048576', 'x')}</row>`), 'a.xlsx')).toMatchObject({
      problem: { kind: 'unreadableFile', detail: 'cells' },
    }));
  it.each([
    '<row><c\nr="XFD1048576"><v>1</v></c></row>',
    '<row><c\tr="XFD1048576"><v>1</v></c></row>',
    "<row><c\r\nr='XFD1048576'><v>1</v></c></row>",
    '<row><c r = "XFD1048576"><v>1</v></c></row>',
    '<row><c s="1"\nr\n=\n\'XFD1048576\'><v>1</v></c></row>',
    '<x:row><x:c x:r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
    '<row><c r="&#88;FD1048576"><v>1</v></c></row>',
    '<row><c a="<t>" r="XFD1e6"><v>1</v></c></row>',
    '<!-- it\'s --><row><c r="XFD1048576"><v>1</v></c></row><!-- it\'s -->',
    `<row><c r="XFD1"><v>1</v></c></row>${'<row/>'.repeat(1_300)}`,
  ])('that span millions of empty cells are refused however it is written: %j', async (sheet) => {
    for (const path of ['worksheets/sheet1.xml', 'w/sheet1.xml', 'sheet.xml.rels'])
      expect(await readXlsx(workbook(sheet, path), 'a.xlsx')).toMatchObject({ problem: { detail: 'cells' } });
  });
  it('are not refused for what only looks like a far cell', async () => {
    const text = '&lt;c r="XFD1048576"> r="#"';
    for (const sheet of [
      `<row r="1">${cell('A1', text)}</row>`,
      `<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<c r="XFD1048576"> r="#"]]></t></is></c>${cell('B1', 'x')}</row>`,
      `<!-- <c r="XFD1048576"> --><row r="1">${cell('A1', 'x')}</row>`,
    ])
      expect(await readXlsx(workbook(sheet), 'a.xlsx')).toMatchObject({ ok: true });
  });
  it('that are broken are refused', async () => {
    const good = workbook(cell('A1', 'x'));
    expect(await readXlsx(good.subarray(0, good.length - 40), 'a.xlsx')).toMatchObject({
      problem: { kind: 'unreadableFile' },
    });
    expect(await readXlsx(workbook('<row r="1"><c r="A1" t="s"><v>99</v></c>'), 'a.xlsx')).toMatchObject({
      problem: { kind: 'unreadableFile' },
    });
  });
  it('are unpacked only so far, whatever sizes they claim', async () => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(50_000_000)));
    expect(packed.length).toBeLessThan(100_000);
    const entry = { name: 'a.xml', method: 8, packed, isEncrypted: false };
    expect(await unpackEntry(entry, 1_000_000)).toBe('tooLarge');
    expect(await unpackEntry({ ...entry, packed: packed.subarray(5) }, 1_000_000)).toBe('broken');
    expect(await unpackEntry({ ...entry, isEncrypted: true }, 1_000_000)).toBe('broken');
    const whole = await unpackEntry(entry, 50_000_000);
    expect(typeof whole === 'object' && whole.length).toBe(50_000_000);
  });
  it('are listed as they were stored', () => {
    const files = [
      { name: 'xl/tệp.xml', bytes: bytes('a') },
      { name: 'b.xml', bytes: bytes('') },
    ];
    expect(listZip(new Uint8Array(storeZip(files)))?.map(({ name, packed }) => ({ name, bytes: packed }))).toEqual(
      files,
    );
    expect(listZip(bytes('PK'))).toBeNull();
  });
});
