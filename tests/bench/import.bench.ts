import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SheetCell, workbook } from '../support/ugly/writers';
import { type BenchRow, rounded } from './measure';

const CSV_ROWS = 100_000;
const XLSX_ROWS = 50_000;
const ROUNDS = 1;
const GOALS = { 'so.csv': 3, 'so.xlsx': 2 } as const;
const LIBRARY = { 'so.csv': 'papaparse', 'so.xlsx': 'read-excel-file' } as const;

interface Measured {
  readonly file: keyof typeof GOALS;
  readonly openMs: number;
  readonly reviewMs: number;
  readonly takeMs: number;
  readonly commitMs: number;
  readonly flagMs: number;
  readonly totalMs: number;
  readonly longestTaskMs: number;
  readonly parseMs: number;
  readonly writeMs: number;
  readonly peakBytes: number;
}

const HEADER = [
  'STT',
  'Ngày xảy ra',
  'Giờ',
  'Vĩ độ',
  'Kinh độ',
  'Loại vụ việc',
  'Tính chất',
  'Số đối tượng',
  'Mã đơn vị',
  'Nội dung',
];
const CATEGORIES = ['Ma tuý', 'Trộm cắp tài sản', 'Đất đai', 'An toàn giao thông', 'Tệ nạn xã hội', 'Môi trường'];
const UNITS = ['09109', '09094', '09097', '08866', '07912', '07909', '07915'];
const FIRST_DAY = 43_101;

/** A clerk's rows: as regular as a register is, no two alike. */
function rowOf(i: number) {
  const minute = (i * 7919) % 1440;
  const pick = <T>(list: readonly T[]): T => list[(i * 31) % list.length]!;
  return {
    day: FIRST_DAY + (i % 700),
    time: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    lat: 21.25 + ((i * 104_729) % 100_000) / 1_000_000,
    lng: 105.38 + ((i * 15_485_863) % 100_000) / 1_000_000,
    category: pick(CATEGORIES),
    kind: i % 4 === 0 ? 'Hình sự' : 'Vi phạm hành chính',
    persons: i % 5,
    unit: pick(UNITS),
    summary: `Vụ số ${i + 1}: người dân báo tin, tổ tuần tra đã lập biên bản tại bờ đê, đoạn ${i % 97}`,
  };
}

function makeCsv(): string {
  const lines = [HEADER.join(',')];
  for (let i = 0; i < CSV_ROWS; i += 1) {
    const { day, time, lat, lng, category, kind, persons, unit, summary } = rowOf(i);
    const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .split('-')
      .reverse()
      .join('/');
    lines.push(
      [i + 1, date, time, lat.toFixed(6), lng.toFixed(6), `"${category}"`, kind, persons, unit, `"${summary}"`].join(
        ',',
      ),
    );
  }
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function makeXlsx(): Uint8Array {
  const rows: SheetCell[][] = [HEADER];
  for (let i = 0; i < XLSX_ROWS; i += 1) {
    const { day, time, lat, lng, category, kind, persons, unit, summary } = rowOf(i);
    rows.push([i + 1, { serial: day, style: 1 }, time, lat, lng, category, kind, persons, unit, summary]);
  }
  return workbook([{ name: 'Sổ vụ việc', rows }]);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** From a file to flagged incidents in the register, in a real browser, against its library alone and the bare write. */
export function run({ root }: { readonly root: string }): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'giap-ranh-import-files-'));
  try {
    writeFileSync(join(folder, 'so.csv'), makeCsv());
    writeFileSync(join(folder, 'so.xlsx'), makeXlsx());
    const files = Object.keys(GOALS) as (keyof typeof GOALS)[];
    const script = join(root, 'tests/bench/importing/runInChromium.mjs');
    const output = execFileSync(process.execPath, [script, folder, String(ROUNDS), ...files], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const measured = JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as Measured[];
    return files.flatMap((file): BenchRow[] => {
      const rounds = measured.filter((each) => each.file === file);
      const figure = (read: (each: Measured) => number): number => rounded(median(rounds.map(read)));
      const ratio = figure(({ totalMs, parseMs, writeMs }) => totalMs / (parseMs + writeMs));
      const rows = file === 'so.csv' ? CSV_ROWS : XLSX_ROWS;
      const what = `${rows.toLocaleString('en')} rows of ${file.slice(3).toUpperCase()}`;
      return [
        {
          what: `${what} to flagged incidents, against ${LIBRARY[file]} and the bare write`,
          figure: ratio,
          unit: '×',
          goal: `≤ ${GOALS[file]} ×`,
          isMet: ratio <= GOALS[file],
        },
        { what: `${what}: all`, figure: figure(({ totalMs }) => totalMs), unit: 'ms' },
        { what: `${what}: opened`, figure: figure(({ openMs }) => openMs), unit: 'ms' },
        { what: `${what}: understood`, figure: figure(({ reviewMs }) => reviewMs), unit: 'ms' },
        { what: `${what}: taken to the page`, figure: figure(({ takeMs }) => takeMs), unit: 'ms' },
        { what: `${what}: written with its journal`, figure: figure(({ commitMs }) => commitMs), unit: 'ms' },
        { what: `${what}: flagged after that`, figure: figure(({ flagMs }) => flagMs), unit: 'ms' },
        { what: `${what}: ${LIBRARY[file]} alone`, figure: figure(({ parseMs }) => parseMs), unit: 'ms' },
        { what: `${what}: the bare write alone`, figure: figure(({ writeMs }) => writeMs), unit: 'ms' },
        { what: `${what}: longest task of the page`, figure: figure(({ longestTaskMs }) => longestTaskMs), unit: 'ms' },
        {
          what: `${what}: most memory of page and workers`,
          figure: figure(({ peakBytes }) => peakBytes / 1_000_000),
          unit: 'MB',
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
