import { describe, expect, it } from 'vitest';
import { textOf as heldTextOf } from '../../src/formats/heldText';
import { createFileTasks } from '../../src/workers/fileTasks';
import { OPTIONS } from '../analysis/import/support';
import { bytesOf, typeTcvn3 } from '../formats/legacyFonts';
import { dbfBytes, shpBytes, zippedShapefile } from '../support/ugly/shapefiles';
import { HEADER, ROWS, SUMMARY } from '../support/ugly/texts';
import { type UglySheet, utf8, workbook } from '../support/ugly/writers';

const { onProgress: _, ...CHOICES } = { ...OPTIONS, convertLegacy: true };

async function open(bytes: Uint8Array<ArrayBuffer>) {
  const tasks = createFileTasks();
  const opened = await tasks.openFile(new Blob([bytes]), 'so');
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const usable = (): number => {
    const preview = tasks.reviewIncidents(CHOICES);
    return preview.ok ? preview.value.counts.usable : -1;
  };
  return { tasks, opened: opened.value, usable };
}

const year = (name: string, count: number, more: Partial<UglySheet> = {}): UglySheet => ({
  name,
  rows: [HEADER, ...ROWS.slice(0, count)],
  ...more,
});

describe('a workbook of several sheets', () => {
  const book = workbook([
    year('2018', 1),
    year('2019', 3),
    { name: 'Trống', rows: [] },
    year('Nháp', 2, { state: 'hidden' }),
  ]);

  it('lists those that hold anything, with their rows, and which are hidden', async () => {
    const { opened } = await open(book);
    expect(opened.sheet?.name).toBe('2018');
    expect(opened.sheets).toEqual([
      { name: '2018', rows: 1, isHidden: false },
      { name: '2019', rows: 3, isHidden: false },
      { name: 'Nháp', rows: 2, isHidden: true },
    ]);
  });

  it('is looked at sheet by sheet, hidden ones too, without being read again', async () => {
    const { tasks, usable } = await open(book);
    expect(usable()).toBe(1);
    expect(tasks.chooseSheet('2019')).toMatchObject({ ok: true, value: { sheet: { name: '2019' }, rows: 3 } });
    expect(usable()).toBe(3);
    expect(tasks.chooseSheet('Nháp').ok).toBe(true);
    expect(usable()).toBe(2);
    expect(tasks.chooseSheet('không có')).toMatchObject({ ok: false, problem: { kind: 'noUsableRows' } });
    expect(usable()).toBe(2);
  });
});

describe('a header row', () => {
  // The title names more fields than the header: only the user can tell.
  const title = ['Ngày', 'Giờ', 'Vĩ độ', 'Kinh độ', 'Loại vụ việc', 'Nội dung', 'Trạng thái'];
  const book = workbook([{ name: 'S', rows: [title, ['Mẫu sổ'], [...HEADER], ...ROWS, [null, null, 'x']] }]);

  it('is chosen by the user, on the sheet that was chosen, and found again on wish', async () => {
    const { tasks, opened, usable } = await open(book);
    expect(opened.headerRow).toBe(0);
    expect(opened.headers).toEqual(title);
    const chosen = tasks.chooseHeader(2);
    expect(chosen).toMatchObject({ value: { headerRow: 2, headers: [...HEADER, ''], rows: 4 } });
    expect(usable()).toBe(3);
    expect(tasks.topRows(3).headerRow).toBe(2);
    expect(tasks.chooseHeader(null)).toMatchObject({ value: { headerRow: 0 } });
    expect(tasks.chooseHeader(99)).toMatchObject({ ok: false, problem: { kind: 'noUsableRows' } });
  });

  it('may be one that names nothing, and of a text too', async () => {
    const { tasks, opened, usable } = await open(utf8('a,b,c\n1,2,3\n4,5,6\n'));
    expect(opened.headerRow).toBeNull();
    expect(tasks.chooseHeader(1)).toMatchObject({ value: { headerRow: 1, headers: ['1', '2', '3'], rows: 1 } });
    expect(usable()).toBe(-1);
  });

  it('is looked for among the first rows as they stand', async () => {
    const { tasks } = await open(
      workbook([{ name: 'S', rows: [['x'.repeat(200)], [{ serial: 43164.5, style: 1 }, 2.5, null, 'a']] }]),
    );
    expect(tasks.topRows(1_000).rows).toEqual([
      { index: 0, cells: ['x'.repeat(80), '', '', ''] },
      { index: 1, cells: ['2018-03-05 12:00', '2.5', '', 'a'] },
    ]);
  });

  it('is shown in Unicode where it was typed for a font of before', async () => {
    const { tasks, opened } = await open(bytesOf(typeTcvn3([HEADER, ...ROWS].map((row) => row.join(',')).join('\n'))));
    expect(opened.headers).toEqual(HEADER);
    expect(tasks.topRows(2).rows[1]?.cells.at(-1)).toBe(SUMMARY.slice(0, 80));
  });
});

describe('layers', () => {
  it('have their texts in Unicode, unless the user leaves them', async () => {
    const names = ROWS.map((row) => [row[5]]);
    const dbf = dbfBytes([{ name: 'TEN', type: 'C', length: 90 }], names, {
      encode: (text) => bytesOf(typeTcvn3(text)),
    });
    const shp = shpBytes(names.map((_name, i) => ({ point: [105.4 + i / 100, 21.3] })));
    const { tasks, opened } = await open(zippedShapefile({ shp, dbf }));
    expect(opened).toMatchObject({ format: 'shapefile', canBeLayer: true, suggestion: 'layer', headerRow: null });
    const textOf = async (convertLegacy: boolean): Promise<string> => {
      const layers = await tasks.readLayers('drop', convertLegacy);
      return layers.ok ? heldTextOf(layers.value.parts[0]?.geojson ?? '') : '';
    };
    expect(await textOf(true)).toContain(SUMMARY);
    expect(await textOf(false)).toContain(typeTcvn3(SUMMARY));
  });
});
