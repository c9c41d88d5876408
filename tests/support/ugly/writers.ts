import { deflateRawSync } from 'node:zlib';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A file that somebody may open, and what must come of it: so many usable rows, or a problem of that kind. */
export type UglyFile = {
  readonly name: string;
  readonly bytes: () => Bytes;
  /** The first usable row's summary, where the text itself is at stake. */
  readonly summary?: string;
  /** The first usable row's beginning, where the date is at stake. */
  readonly from?: string;
} & ({ readonly rows: number } | { readonly problem: string });

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export function join(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function utf16(text: string, isLittle: boolean, hasMark: boolean): Bytes {
  const whole = hasMark ? `\ufeff${text}` : text;
  const out = new Uint8Array(2 * whole.length);
  const view = new DataView(out.buffer);
  for (let i = 0; i < whole.length; i += 1) view.setUint16(2 * i, whole.charCodeAt(i), isLittle);
  return out;
}

const PAGE = new TextDecoder('windows-1258');
const BYTE_OF = new Map(Array.from({ length: 256 }, (_, byte) => [PAGE.decode(Uint8Array.of(byte)), byte]));
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Text as programs of the 1990s saved it: a letter, then its tone. */
export function windows1258(text: string): Bytes {
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const whole = BYTE_OF.get(letter);
    if (whole !== undefined) {
      bytes.push(whole);
      continue;
    }
    const parts = letter.normalize('NFD');
    const tone = TONES.exec(parts)?.[0] ?? '';
    const base = BYTE_OF.get(parts.replace(tone, '').normalize('NFC'));
    const mark = BYTE_OF.get(tone);
    if (base === undefined || mark === undefined) throw new Error(`windows-1258 has no ${letter}`);
    bytes.push(base, mark);
  }
  return Uint8Array.from(bytes);
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** An archive with its entries packed. `claimedBytes` is what it says that they hold, true or not. */
export function packZip(files: Files, claimedBytes?: number): Bytes {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? utf8(content) : content;
    const packed = deflateRawSync(bytes, { level: 1 });
    const nameBytes = utf8(name);
    const local = new Uint8Array(30);
    const entry = new Uint8Array(46);
    for (const [out, at, mark] of [
      [local, 4, 0x04034b50],
      [entry, 6, 0x02014b50],
    ] as const) {
      const view = new DataView(out.buffer);
      view.setUint32(0, mark, true);
      view.setUint16(at + 2, 0x0800, true);
      view.setUint16(at + 4, 8, true);
      view.setUint32(at + 14, packed.length, true);
      view.setUint32(at + 18, claimedBytes ?? bytes.length, true);
      view.setUint16(at + 22, nameBytes.length, true);
    }
    new DataView(entry.buffer).setUint32(42, offset, true);
    locals.push(local, nameBytes, packed);
    directory.push(entry, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  const count = Object.keys(files).length;
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, join(...directory).length, true);
  view.setUint32(16, offset, true);
  return join(...locals, ...directory, end);
}

/** A cell of a workbook: a plain value; a number in a style (1: date, 2: time, 3: hours beyond a day); or a formula with its last result. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly serial: number; readonly style: 1 | 2 | 3 }
  | { readonly formula: string; readonly result: string | number };

export interface UglySheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** What its relation says that it is; 'worksheet' where nothing else is said. */
  readonly type?: string;
  readonly merges?: readonly string[];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function cellXml(cell: SheetCell, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if ('serial' in cell) return `<c r="${reference}" s="${cell.style}"><v>${cell.serial}</v></c>`;
  const type = typeof cell.result === 'string' ? ' t="str"' : '';
  return `<c r="${reference}"${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.result))}</v></c>`;
}

function sheetXml({ rows, merges = [] }: UglySheet): string {
  const data = rows.map(
    (row, y) => `<row r="${y + 1}">${row.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`)).join('')}</row>`,
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const tail = merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`;
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data.join('')}</sheetData>${tail}</worksheet>`;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLES =
  '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="46" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** The parts of a workbook, before they are packed. */
export function workbookParts(sheets: readonly UglySheet[], is1904 = false): Record<string, string> {
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const related = sheets.map(
    ({ type = 'worksheet' }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}">${is1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
  };
}

export const workbook = (sheets: readonly UglySheet[], is1904 = false): Bytes => packZip(workbookParts(sheets, is1904));
