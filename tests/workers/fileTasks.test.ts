import { describe, expect, it } from 'vitest';
import { draftIncidents, REJECT_REASONS, type RejectReason } from '../../src/analysis/import';
import { textOf } from '../../src/formats/heldText';
import { MOST_FILE_BYTES } from '../../src/formats/limits';
import { createFileTasks, type FileProgress } from '../../src/workers/fileTasks';
import { OPTIONS } from '../analysis/import/support';
import { bytesOf, typeTcvn3, typeVni } from '../formats/legacyFonts';
import { openFixture } from '../support/openFixture';

const { onProgress: _, ...CHOICES } = { ...OPTIONS, convertLegacy: true };
const NOTHING: Record<string, never> = {};

async function open(file: File) {
  const tasks = createFileTasks();
  const opened = await tasks.openFile(file, file.name);
  return { tasks, opened };
}

async function review(name: string, choices = NOTHING as Partial<typeof CHOICES>) {
  const { tasks, opened } = await open(openFixture(name));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const preview = tasks.reviewIncidents({ ...CHOICES, ...choices });
  if (!preview.ok) throw new Error(JSON.stringify(preview.problem));
  return { tasks, opened: opened.value, preview: preview.value };
}

/** The rows that could not be used, with why. */
const badRows = (tasks: ReturnType<typeof createFileTasks>) =>
  tasks.badRows({ offset: 0, count: 100, reason: null }).rows.map(({ row, reason, text }) => ({ row, reason, text }));

async function problemOf(file: File) {
  const { tasks, opened } = await open(file);
  if (!opened.ok) return opened.problem;
  const preview = tasks.reviewIncidents(CHOICES);
  return preview.ok ? null : preview.problem;
}

describe("a clerk's file", () => {
  it('opens as Excel saves it in Vietnam: mark, semicolons, decimal commas, titles above', async () => {
    const { tasks, preview, opened } = await review('vu-viec-2018.csv');
    expect(opened).toMatchObject({ format: 'csv', rows: 6, suggestion: 'incidents', canBeLayer: false });
    expect(badRows(tasks)).toEqual([]);
    expect(
      preview.firstIncidents.map(
        ({ row, occurred, lat, lng, category, kind, discovery, personsInvolved, unitCode, status }) => [
          row,
          occurred.from,
          occurred.to,
          lat,
          lng,
          category,
          kind,
          discovery,
          personsInvolved,
          unitCode,
          status,
        ],
      ),
    ).toEqual([
      [
        5,
        '2018-03-05T21:30',
        '2018-03-05T21:30',
        21.2965,
        105.4411,
        'drugs',
        'criminal',
        'discovered',
        2,
        '07912',
        'handled',
      ],
      [
        6,
        '2018-04-17T02:15',
        '2018-04-17T02:15',
        21.3156,
        105.4575,
        'theft',
        'criminal',
        'reported',
        1,
        '08866',
        'transferred',
      ],
      [
        7,
        '2018-06-09T08:30',
        '2018-06-09T08:30',
        21.2812,
        105.4512,
        'landDispute',
        'administrative',
        'reported',
        3,
        '09097',
        'open',
      ],
      [
        8,
        '2018-09-22T00:00',
        '2018-09-22T23:59',
        21.2981,
        105.4268,
        'traffic',
        'administrative',
        'discovered',
        1,
        null,
        'handled',
      ],
      [
        10,
        '2018-12-31T23:59',
        '2018-12-31T23:59',
        21.3102,
        105.4221,
        'socialVice',
        'administrative',
        'reported',
        4,
        '07909',
        'handled',
      ],
    ]);
    expect(preview.firstIncidents[1]?.summary).toBe('Trộm xe máy; biển số ••A-•••.••');
    expect(preview.firstIncidents[4]?.summary).toBe('Đánh bạc nhỏ, gọi báo số •••• ••• •••');
    expect(preview.ignored.map(({ header }) => header)).toEqual(['STT', 'Họ và tên']);
    expect(JSON.stringify(preview)).not.toMatch(/Nguyễn Văn A|0912/);
    expect(preview.counts).toMatchObject({
      rows: 5,
      usable: 5,
      criminal: 2,
      administrative: 3,
      persons: 11,
      withUnit: 4,
    });
    expect(preview.notes.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['discoveryAssumed', [10]],
      ['unitUnknown', [8]],
      ['personalNumberMasked', [6, 10]],
      ['blankRows', [9]],
    ]);
  });

  it.each(['vu-viec-utf16.txt', 'windows-1258.csv'])('means the same in another encoding: %s', async (name) => {
    const { preview } = await review(name);
    const { preview: plain } = await review('vu-viec-2018.csv');
    expect(preview.firstIncidents).toEqual(plain.firstIncidents);
  });

  it('opens as English CSV with ISO dates', async () => {
    const { preview } = await review('english.csv');
    expect(preview.firstIncidents).toMatchObject([
      {
        row: 2,
        occurred: { from: '2018-03-05T21:30' },
        category: 'drugs',
        kind: 'criminal',
        unitCode: '07912',
        status: 'handled',
      },
      { row: 3, occurred: { from: '2018-04-17T09:15' }, category: 'theft', status: 'transferred' },
    ]);
    expect(preview.notes.map(({ kind }) => kind)).toContain('zoneConverted');
  });

  it('opens as a workbook: the sheet that is meant, merged headers, dates and times of day', async () => {
    const { tasks, preview, opened } = await review('vu-viec-2018.xlsx');
    expect(opened).toMatchObject({ format: 'xlsx', sheet: { name: 'Năm 2018', others: ['Hướng dẫn'] } });
    expect(
      preview.firstIncidents.map(({ row, occurred, lat, lng, category, unitCode }) => [
        row,
        occurred.from,
        lat,
        lng,
        category,
        unitCode,
      ]),
    ).toEqual([
      [5, '2018-03-05T21:30', 21.2965, 105.4411, 'drugs', '07912'],
      [6, '2018-04-17T02:15', 21.3156, 105.4575, 'theft', '08866'],
    ]);
    expect(badRows(tasks)).toEqual([
      { row: 8, reason: 'negativePersons', text: '-1' },
      { row: 9, reason: 'missingPosition', text: '' },
    ]);
  });

  it('opens as GeoJSON, its positions out of the geometry', async () => {
    const { tasks, preview, opened } = await review('incidents.geojson');
    expect(opened).toMatchObject({ format: 'geojson', rows: 3, canBeLayer: true, suggestion: 'incidents' });
    expect(preview.firstIncidents).toMatchObject([
      { row: 1, lng: 105.4411, lat: 21.2965, positionMethod: 'geometry', category: 'drugs' },
    ]);
    expect(badRows(tasks)).toMatchObject([
      { row: 2, reason: 'notAPoint' },
      { row: 3, reason: 'notAPoint' },
    ]);
  });
});

describe('bad input has a clear problem each', () => {
  it.each([
    ['mojibake.csv', { kind: 'wrongEncoding', row: 1 }],
    ['lost-letters.csv', { kind: 'wrongEncoding', row: 1, sample: 'C?NG AN HUY?N V?NH T??NG;;;;;;;;;;;;' }],
    [
      'missing-columns.csv',
      { kind: 'missingColumns', missing: ['lat', 'lng'], found: ['STT', 'Ngày', 'Loại', 'Nội dung'] },
    ],
    ['empty.csv', { kind: 'emptyFile' }],
    ['header-only.csv', { kind: 'noUsableRows', rows: 0 }],
    ['not-a-table.csv', { kind: 'unknownFormat', detected: 'image' }],
    ['prose.txt', { kind: 'unknownFormat', detected: 'text' }],
    ['report.docx', { kind: 'unknownFormat', detected: 'docx' }],
    ['vn2000.geojson', { kind: 'unsupportedCrs', crs: 'urn:ogc:def:crs:EPSG::9208' }],
    ['broken.geojson', { kind: 'unreadableFile', format: 'GeoJSON', row: 3 }],
  ])('%s', async (name, problem) => {
    expect(await problemOf(openFixture(name))).toMatchObject({ file: name, ...problem });
  });

  it('a 200 MB file is refused before any of it is read', async () => {
    const size = 200_000_000;
    const file = new File([], 'big.csv');
    Object.defineProperties(file, {
      size: { value: size },
      stream: { value: () => expect.unreachable('the file was read') },
      arrayBuffer: { value: () => expect.unreachable('the file was read') },
    });
    expect(await problemOf(file)).toEqual({
      kind: 'fileTooLarge',
      file: 'big.csv',
      sizeBytes: size,
      limitBytes: MOST_FILE_BYTES,
    });
  });

  it('a file that goes away while it is read', async () => {
    const file = new File(['a'], 'gone.csv');
    Object.defineProperty(file, 'stream', {
      value: () => new ReadableStream({ start: (c) => c.error(new Error('gone')) }),
    });
    expect(await problemOf(file)).toMatchObject({ kind: 'unreadableFile', detail: 'gone' });
  });

  it('swapped positions are told, and the whole file can be swapped', async () => {
    const { preview, tasks } = await review('swapped.csv');
    expect(preview.counts).toMatchObject({ usable: 0, rejected: { swappedPosition: 2 } });
    const swapped = tasks.reviewIncidents({ ...CHOICES, swapPositions: true });
    expect(swapped.ok && swapped.value.firstIncidents).toMatchObject([
      { lng: 105.4411, lat: 21.2965 },
      { lng: 105.4512, lat: 21.2812 },
    ]);
  });

  it.each([
    ['tcvn3', typeTcvn3],
    ['vni', typeVni],
  ] as const)(
    'texts typed for an old font (%s) are read as the font shows them, and left if so chosen',
    async (font, type) => {
      const text = [
        'Ngày,Vĩ độ,Kinh độ,Loại vụ việc,Tóm tắt',
        '05/03/2018,21.2965,105.4411,Trộm cắp,Trộm xe đạp trước chợ Bồ Sao',
        '06/03/2018,21.2812,105.4512,Ma túy,Bắt quả tang tại Bạch Hạc',
      ].join('\n');
      const { tasks, opened } = await open(new File([bytesOf(type(text))], 'a.csv'));
      if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
      expect(opened.value).toMatchObject({ rows: 2, legacy: { font } });
      expect(opened.value.legacy?.samples[0]).toEqual({ before: type('Ngày'), after: 'Ngày' });
      const preview = tasks.reviewIncidents(CHOICES);
      expect(preview.ok && preview.value.firstIncidents).toMatchObject([
        { category: 'theft', summary: 'Trộm xe đạp trước chợ Bồ Sao' },
        { category: 'drugs', summary: 'Bắt quả tang tại Bạch Hạc' },
      ]);
      const asItStands = tasks.reviewIncidents({ ...CHOICES, convertLegacy: false });
      expect(asItStands.ok || asItStands.problem.kind).toBe('missingColumns');
    },
  );

  it('points outside the area and dates in the future are listed, the rest is usable', async () => {
    const outside = await review('outside.csv');
    expect(badRows(outside.tasks)).toEqual([
      { row: 2, reason: 'outsideArea', text: '10.7769; 106.7009' },
      { row: 3, reason: 'outsideWorld', text: '2356789.12; 1556789.34' },
    ]);
    expect(outside.preview.counts.usable).toBe(1);
    const future = await review('future.csv');
    expect(badRows(future.tasks)).toEqual([{ row: 2, reason: 'futureDate', text: '05/03/2199' }]);
    expect(future.preview.counts.usable).toBe(1);
  });
});

describe('what is held in the worker', () => {
  it('is handed over in pieces of at most 1,000', async () => {
    const lines = Array.from({ length: 2_500 }, (_unused, i) => `05/03/2018,21.3,105.4,Ma tuý,${i}`);
    const { tasks } = await open(new File([`Ngày,Vĩ độ,Kinh độ,Loại,Nội dung\n${lines.join('\n')}`], 'a.csv'));
    tasks.reviewIncidents(CHOICES);
    expect(tasks.takeIncidents(0, 5_000)).toHaveLength(1_000);
    expect(
      tasks
        .takeIncidents(2_000, 1_000)
        .map(({ summary }) => summary)
        .at(-1),
    ).toBe('2499');
    expect(tasks.takeIncidents(2_500, 1_000)).toEqual([]);
    const drafts = tasks.takeIncidents(0, 2);
    expect(draftIncidents(drafts, { ids: ['a', 'b'], fileName: 'a.csv' })).toMatchObject([
      { id: 'a', source: { row: 2 } },
      { id: 'b', source: { row: 3 } },
    ]);
  });

  it('is gone after another file failed to open, and when it is closed', async () => {
    const { tasks } = await review('english.csv');
    await tasks.openFile(new File([], 'x'), 'x');
    expect(() => tasks.takeIncidents(0, 1)).toThrow('no file');
    const again = await review('english.csv');
    again.tasks.closeFile();
    expect(() => again.tasks.takeIncidents(0, 1)).toThrow('no file');
  });

  it('gives unusable rows back as a file that can be mended and opened again', async () => {
    const { tasks } = await review('outside.csv');
    const reasons = Object.fromEntries(REJECT_REASONS.map((reason) => [reason, `lý do ${reason}`])) as Record<
      RejectReason,
      string
    >;
    const csv = tasks.rejectedCsv({ row: 'Dòng', reason: 'Lý do', text: 'Nội dung' }, reasons);
    expect(await csv.text()).toBe(
      'Dòng,Lý do,Nội dung,Ngày,Vĩ độ,Kinh độ,Loại\r\n' +
        '2,lý do outsideArea,10.7769; 106.7009,05/03/2018,10.7769,106.7009,Ma tuý\r\n' +
        '3,lý do outsideWorld,2356789.12; 1556789.34,06/03/2018,2356789.12,1556789.34,Trộm cắp\r\n',
    );
    expect(new Uint8Array(await csv.arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });

  it('reads 100,000 rows and tells how far it is in each step', async () => {
    const lines = Array.from(
      { length: 100_000 },
      (_unused, i) =>
        `${(i % 28) + 1}/03/2018,21h${i % 60},"21,3",105.4${i},Ma tuý,2,Bạch Hạc,"Vụ số ${i}, bình thường"`,
    );
    const file = new File([`Ngày,Giờ,Vĩ độ,Kinh độ,Loại,Số đối tượng,Đơn vị,Nội dung\n${lines.join('\n')}`], 'a.csv');
    const told: FileProgress[] = [];
    const tasks = createFileTasks();
    const opened = await tasks.openFile(file, file.name, (progress) => told.push(progress));
    expect(opened).toMatchObject({ ok: true, value: { rows: 100_000 } });
    const preview = tasks.reviewIncidents(CHOICES, (progress) => told.push(progress));
    expect(preview).toMatchObject({ ok: true, value: { counts: { usable: 100_000 } } });
    for (const step of ['reading', 'parsing', 'understanding'] as const) {
      const some = told.filter((progress) => progress.step === step);
      expect(some.length).toBeGreaterThan(step === 'reading' ? 0 : 2);
      expect(some.every(({ done }, i) => i === 0 || done >= some[i - 1]!.done)).toBe(true);
    }
  });
});

describe('layers', () => {
  it('come out of a GeoJSON by kind of geometry, with what cannot be used', async () => {
    const { tasks, opened } = await open(openFixture('dyke.geojson'));
    expect(opened).toMatchObject({ ok: true, value: { canBeLayer: true, suggestion: 'layer', rows: 4 } });
    const layers = await tasks.readLayers('drop');
    if (!layers.ok) throw new Error(layers.problem.kind);
    const { parts, rejected } = layers.value;
    expect(parts.map(({ geometry, featureCount, bbox }) => [geometry, featureCount, bbox])).toEqual([
      ['polygon', 1, [105.43, 21.28, 105.45, 21.3]],
      ['line', 2, [105.44, 21.29, 105.46, 21.31]],
      ['point', 1, [105.44, 21.29, 105.44, 21.29]],
    ]);
    const polygons = JSON.parse(await textOf(parts[0]!.geojson));
    expect(polygons.features[0].geometry.coordinates[0]).toHaveLength(5);
    expect(polygons.features[0].properties).toEqual({ ten: 'Bãi cát' });
    expect(rejected).toEqual([{ feature: 4, reason: 'outsideWorld' }]);
    expect(layers.value.personalFeatures).toBe(0);
  });

  it('leave out what is nested deeper than a journal file may bring it back', async () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
    const feature = {
      type: 'Feature',
      properties: { ten: 'Đê', sau: nested(40), vua: nested(20) },
      geometry: { type: 'Point', coordinates: [105.4, 21.3] },
    };
    const { tasks } = await open(new File([JSON.stringify(feature)], 'sau.geojson'));
    const layers = await tasks.readLayers('keep');
    if (!layers.ok) throw new Error(layers.problem.kind);
    expect(JSON.parse(await textOf(layers.value.parts[0]!.geojson)).features[0].properties).toEqual({
      ten: 'Đê',
      vua: nested(20),
    });
  });

  it('leave out texts with numbers of persons, or keep them when told to', async () => {
    const camera = (properties: object) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [105.4, 21.3] },
    });
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        camera({ ten: 'Camera 1', lienHe: 'anh Ba 0912 345 678' }),
        camera({
          ten: 'Bãi xe',
          ghiChu: { xe: ['19C-123.45'] },
          toaDo: '21.3012345, 105.4412345',
          dienTich: 150000000,
        }),
        camera({ ten: 'Cầu Việt Trì', nam: 1995, duong: 'QL2C' }),
      ],
    });
    const { tasks } = await open(new File([text], 'camera.geojson'));
    const propertiesOf = async (choice: 'drop' | 'keep') => {
      const layers = await tasks.readLayers(choice);
      if (!layers.ok) throw new Error(layers.problem.kind);
      expect(layers.value.personalFeatures).toBe(2);
      return (JSON.parse(await textOf(layers.value.parts[0]!.geojson)).features as { properties: object }[]).map(
        ({ properties }) => properties,
      );
    };
    expect(await propertiesOf('drop')).toEqual([
      { ten: 'Camera 1' },
      { ten: 'Bãi xe', toaDo: '21.3012345, 105.4412345', dienTich: 150000000 },
      { ten: 'Cầu Việt Trì', nam: 1995, duong: 'QL2C' },
    ]);
    expect((await propertiesOf('keep'))[0]).toEqual({ ten: 'Camera 1', lienHe: 'anh Ba 0912 345 678' });
  });
});
