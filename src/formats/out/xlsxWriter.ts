import {
  type ExportField,
  type ExportFrame,
  type ExportNote,
  type ExportRow,
  type ExportValue,
  type ExportWriter,
  xmlText,
} from './exportFile';
import { makeZipWriter, type ZipEntryWriter } from './zipWriter';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Excel's rows of a sheet, and signs of a cell. */
const MOST_ROWS = 1_048_576;
const MOST_SIGNS = 32_767;
const DAY_MS = 86_400_000;
/** Excel's day 0, for days since March 1900. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** Places in `cellXfs` below. */
const STYLE = { plain: 0, bold: 1, date: 2, moment: 3, wrapped: 4, decimals: 5 } as const;
const MOST_DIGITS = 7;
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${MOST_DIGITS + 3}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>${Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => `<numFmt numFmtId="${166 + digits}" formatCode="0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}"/>`).join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${MOST_DIGITS + 6}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => `<xf numFmtId="${166 + digits}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;

const EMPTY = '<c/>';
const textCell = (text: string, style: number): string =>
  `<c t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${xmlText(text.slice(0, MOST_SIGNS))}</t></is></c>`;
const numberCell = (value: number, style: number): string => `<c s="${style}"><v>${value}</v></c>`;

/** Some readers cut off what is below a millisecond, so that 22:00 as a share of a day would become 21:59. */
const MARGIN_MS = 0.1;

/** Days since Excel's day 0; NaN where the text is no date. */
function serialOf(text: string): number {
  if (text.length <= 10) return (Date.parse(`${text}T00:00:00Z`) - EPOCH_MS) / DAY_MS;
  return (Date.parse(`${text}:00Z`) - EPOCH_MS + MARGIN_MS) / DAY_MS;
}

function cell(value: ExportValue, { type, digits, flagWords }: ExportField): string {
  if (value === null || value === '') return EMPTY;
  if (typeof value === 'boolean') return textCell(flagWords[value ? 1 : 0], STYLE.plain);
  if (typeof value === 'number') {
    const shown = type === 'integer' ? 0 : digits;
    return numberCell(Number(value.toFixed(shown)), STYLE.decimals + shown);
  }
  if (type !== 'date' && type !== 'moment') return textCell(value, STYLE.plain);
  const serial = serialOf(value);
  return serial > 60 ? numberCell(serial, type === 'date' ? STYLE.date : STYLE.moment) : textCell(value, STYLE.plain);
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
const COLUMN_NAMES = Array.from({ length: 128 }, (_, column) => columnName(column));

/** Gives cells their places; empty ones are left out. */
function rowOf(cells: readonly string[], row: number): string {
  const placed = cells.map((text, column) =>
    text === EMPTY ? '' : `<c r="${COLUMN_NAMES[column]!}${row}"${text.slice(2)}`,
  );
  return `<row r="${row}">${placed.join('')}</row>`;
}

/** Widths of columns in signs; the first row stays in sight where the sheet is long. */
function sheetHead(widths: readonly number[], isFrozen: boolean): string {
  const view = isFrozen
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return `${XML}<worksheet xmlns="${MAIN}">${view}<cols>${columns.join('')}</cols><sheetData>`;
}
const SHEET_END = '</sheetData></worksheet>';

/** Signs that a sheet's name may not have, and its greatest length. */
const sheetName = (title: string, number: number): string => {
  const suffix = number > 1 ? ` (${number})` : '';
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31 - suffix.length) + suffix;
};

/** A workbook that is written sheet by sheet, row by row. */
export interface WorkbookWriter {
  /** Begins a sheet; the one before ends. Names must differ. */
  readonly beginSheet: (name: string, widths: readonly number[], isFrozen: boolean) => Promise<void>;
  readonly write: (rows: readonly (readonly string[])[]) => Promise<void>;
  readonly finish: () => Promise<Blob>;
}

/**
 * Makes a workbook whose texts stand in their cells, so that no list of texts grows with it.
 * @source ECMA-376, Office Open XML, part 1: SpreadsheetML
 */
export function makeWorkbookWriter(): WorkbookWriter {
  const zip = makeZipWriter();
  const names: string[] = [];
  let row = 0;
  let sheet: ZipEntryWriter | null = null;
  const endSheet = async (): Promise<void> => {
    await sheet?.write(SHEET_END);
    await sheet?.end();
    sheet = null;
  };
  const entry = async (name: string, text: string): Promise<void> => {
    const file = zip.begin(name);
    await file.write(text);
    await file.end();
  };
  return {
    beginSheet: async (name, widths, isFrozen) => {
      await endSheet();
      names.push(name);
      row = 0;
      sheet = zip.begin(`xl/worksheets/sheet${names.length}.xml`);
      await sheet.write(sheetHead(widths, isFrozen));
    },
    write: async (rows) => {
      const first = row + 1;
      row += rows.length;
      await sheet?.write(rows.map((cells, i) => rowOf(cells, first + i)).join(''));
    },
    finish: async () => {
      await endSheet();
      const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
      await entry(
        '[Content_Types].xml',
        `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${sheetType}"/>`).join('')}</Types>`,
      );
      await entry(
        '_rels/.rels',
        `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      );
      await entry(
        'xl/workbook.xml',
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
      );
      await entry(
        'xl/_rels/workbook.xml.rels',
        `${XML}<Relationships xmlns="${RELATIONS}">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      );
      await entry('xl/styles.xml', STYLES);
      return zip.finish(TYPE);
    },
  };
}

/** Writes what is said of a file, then what its columns mean, as a sheet of its own. */
export async function writeNotes(
  workbook: WorkbookWriter,
  frame: ExportFrame,
  { notes, fields }: { readonly notes: readonly ExportNote[]; readonly fields: readonly ExportField[] },
): Promise<void> {
  await workbook.beginSheet(sheetName(frame.dictionaryTitle, 1), [34, 16, 90], false);
  const bold = (text: string): string => textCell(text, STYLE.bold);
  const wrapped = (text: string): string => textCell(text, STYLE.wrapped);
  await workbook.write(notes.map(({ label, text }) => [bold(label), EMPTY, wrapped(text)]));
  if (fields.length === 0) return;
  await workbook.write([[], frame.dictionaryHeadings.map(bold)]);
  await workbook.write(
    fields.map(({ heading, shortName, meaning }) => [wrapped(heading), wrapped(shortName), wrapped(meaning)]),
  );
}

export const boldCell = (text: string): string => textCell(text, STYLE.bold);
/** A number with its decimals, a text, or nothing. */
export const plainCell = (value: string | number | null, digits = 0): string => {
  if (value === null || value === '') return EMPTY;
  return typeof value === 'number'
    ? numberCell(value, STYLE.decimals + Math.min(digits, MOST_DIGITS))
    : textCell(value, STYLE.plain);
};
export { sheetName };

/** XLSX: the rows, on as many sheets as it takes, then the dictionary. */
export function makeXlsxWriter(frame: ExportFrame, fields: readonly ExportField[]): ExportWriter {
  const workbook = makeWorkbookWriter();
  let sheets = 0;
  let rowsLeft = 0;
  const begin = async (): Promise<void> => {
    sheets += 1;
    rowsLeft = MOST_ROWS - 1;
    const widths = fields.map(({ type, heading }) =>
      type === 'text' ? 24 : Math.max(12, Math.min(20, heading.length)),
    );
    await workbook.beginSheet(sheetName(frame.sheetTitle, sheets), widths, true);
    await workbook.write([fields.map(({ heading }) => boldCell(heading))]);
  };
  const begun = begin();
  const write = async (rows: readonly ExportRow[]): Promise<void> => {
    await begun;
    for (let from = 0; from < rows.length; ) {
      if (rowsLeft === 0) await begin();
      const part = rows.slice(from, from + rowsLeft);
      await workbook.write(part.map(({ values }) => values.map((value, i) => cell(value, fields[i]!))));
      rowsLeft -= part.length;
      from += part.length;
    }
  };
  return {
    write,
    finish: async (notes) => {
      await begun;
      await writeNotes(workbook, frame, { notes, fields });
      return workbook.finish();
    },
  };
}
