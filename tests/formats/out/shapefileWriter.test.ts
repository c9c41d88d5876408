import { describe, expect, it } from 'vitest';
import { INCIDENT_COLUMNS } from '../../../src/formats/out/incidentColumns';
import { listZip, unpackEntry } from '../../../src/formats/zip';
import { exportWords } from '../../../src/i18n/exportWords';
import { NOTES, ROWS, rowOf, UNPLACED, writeFile } from './support';

async function unzip(blob: Blob): Promise<Map<string, Uint8Array>> {
  const entries = listZip(new Uint8Array(await blob.arrayBuffer())) ?? [];
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const bytes = await unpackEntry(entry, 1e8);
    if (typeof bytes === 'string') throw new Error(bytes);
    files.set(entry.name.replace('vu-viec.', ''), bytes);
  }
  return files;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Points by way of the index, as the technical description has it. */
function readPoints(shp: Uint8Array, shx: Uint8Array): [number, number][] {
  const [shapes, index] = [viewOf(shp), viewOf(shx)];
  for (const view of [shapes, index]) {
    expect([view.getInt32(0), view.getInt32(24) * 2, view.getInt32(28, true), view.getInt32(32, true)]).toEqual([
      9994,
      view.byteLength,
      1000,
      1,
    ]);
  }
  return Array.from({ length: (index.byteLength - 100) / 8 }, (_, i) => {
    const at = index.getInt32(100 + 8 * i) * 2;
    expect([shapes.getInt32(at), shapes.getInt32(at + 4), index.getInt32(104 + 8 * i)]).toEqual([i + 1, 10, 10]);
    expect(shapes.getInt32(at + 8, true)).toBe(1);
    return [shapes.getFloat64(at + 12, true), shapes.getFloat64(at + 20, true)];
  });
}

function readTable(dbf: Uint8Array): Record<string, string>[] {
  const view = viewOf(dbf);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const [count, headerBytes, recordBytes] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  expect([dbf[0], dbf[headerBytes - 1], dbf.at(-1), dbf.length]).toEqual([
    3,
    0x0d,
    0x1a,
    headerBytes + count * recordBytes + 1,
  ]);
  const fields = Array.from({ length: (headerBytes - 33) / 32 }, (_, i) => {
    const at = 32 + 32 * i;
    const name = dbf.subarray(at, at + 11);
    return { name: decoder.decode(name.subarray(0, name.indexOf(0))), width: dbf[at + 16]! };
  });
  return Array.from({ length: count }, (_, i) => {
    let at = headerBytes + recordBytes * i + 1;
    return Object.fromEntries(
      fields.map(({ name, width }) => {
        const text = decoder.decode(dbf.subarray(at, at + width)).trim();
        at += width;
        return [name, text];
      }),
    );
  });
}

describe('a zipped Shapefile of incidents', () => {
  it('has its five parts and a text that tells what the short names mean', async () => {
    const files = await unzip(await writeFile({ format: 'zip', rows: [...ROWS, UNPLACED] }));
    expect([...files.keys()]).toEqual(['shp', 'shx', 'dbf', 'prj', 'cpg', 'txt']);
    expect(readPoints(files.get('shp')!, files.get('shx')!)).toEqual([
      [105.412, 21.296512345],
      [105.412, 21.296512345],
    ]);
    const [first, second] = readTable(files.get('dbf')!);
    expect(first).toMatchObject({
      id: '01612576-d400-7000-8000-000000000abc',
      tg_tu: '2018-03-05 21:30',
      ngay_tn: '20180306',
      loai: 'Đất đai, giải phóng mặt bằng',
      cach_m: '350.13',
      so_dt: '2',
      ma_dv: '07912',
      mo_phong: 'số liệu thật',
      tom_tat: 'Tranh chấp; "ranh đất", hai bên',
    });
    expect(second).toMatchObject({ mo_phong: 'dữ liệu mô phỏng', ngay_tn: '', cach_m: '' });
    const told = new TextDecoder().decode(files.get('txt'));
    expect(told).toContain(NOTES[1]!.text);
    expect(told).toContain('Cách đường (m)\tcach_m\tKhoảng cách');
    expect(new TextDecoder().decode(files.get('prj'))).toContain('WGS_1984');
    expect(new TextDecoder().decode(files.get('cpg'))).toBe('UTF-8');
  });

  it('cuts a long text between two signs', async () => {
    const files = await unzip(await writeFile({ format: 'zip', rows: [rowOf({ summary: `a${'ế'.repeat(200)}` })] }));
    expect(readTable(files.get('dbf')!)[0]?.tom_tat).toBe(`a${'ế'.repeat(84)}`);
  });

  it('is whole without any row', async () => {
    const files = await unzip(await writeFile({ format: 'zip', rows: [] }));
    expect(readPoints(files.get('shp')!, files.get('shx')!)).toEqual([]);
    expect(readTable(files.get('dbf')!)).toEqual([]);
  });

  it.each(['vi', 'en'] as const)('has names of at most ten plain letters, all different, in %s', (language) => {
    const names = Object.keys(INCIDENT_COLUMNS).map(
      (column) => exportWords[language].columns[column as keyof typeof INCIDENT_COLUMNS][1],
    );
    expect(names.filter((name) => !/^[a-z][a-z0-9_]{0,9}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
