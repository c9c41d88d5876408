/** A value of an exported row: text in the file's language, dates as `2018-03-05` and `2018-03-05T21:30`. */
export type ExportValue = string | number | boolean | null;
export type ExportFieldType = 'text' | 'integer' | 'number' | 'date' | 'moment' | 'flag';

/** A column of a file. */
export interface ExportField {
  readonly type: ExportFieldType;
  /** Decimals of a number. */
  readonly digits: number;
  /** A text that gets all the room that a format has. */
  readonly isLong: boolean;
  /** What a spreadsheet calls it. */
  readonly heading: string;
  /** What GeoJSON, GeoPackage, KML and GPX call it: small letters without signs, digits and `_`. */
  readonly property: string;
  /** What a Shapefile calls it: at most ten bytes. */
  readonly shortName: string;
  /** What it means, for the dictionary. */
  readonly meaning: string;
  /** How no and yes are written where the format has no such type. */
  readonly flagWords: readonly [no: string, yes: string];
}

export interface ExportRow {
  /** In the order of the fields. */
  readonly values: readonly ExportValue[];
  /** WGS 84 degrees; null: no position leaves. */
  readonly position: readonly [lng: number, lat: number] | null;
  /** What a map calls the point. */
  readonly title: string;
}

/** What is said of the whole file, line by line. */
export interface ExportNote {
  readonly label: string;
  readonly text: string;
}

/** Words that the formats need themselves. */
export interface ExportFrame {
  /** Name of the file without its ending, also the name of the layer. */
  readonly name: string;
  readonly sheetTitle: string;
  readonly dictionaryTitle: string;
  /** Headings of the dictionary: the column, its short name, what it means. */
  readonly dictionaryHeadings: readonly [column: string, shortName: string, meaning: string];
}

/** Takes rows piece by piece; a promise means: wait before the next. What is said of the file comes last. */
export interface ExportWriter {
  readonly write: (rows: readonly ExportRow[]) => void | Promise<void>;
  readonly finish: (notes: readonly ExportNote[]) => Blob | Promise<Blob>;
}

/** A value as text, for formats that have nothing else. */
export function valueText(value: ExportValue, { type, digits, flagWords }: ExportField): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return flagWords[value ? 1 : 0];
  if (typeof value === 'number') return type === 'integer' ? String(value) : String(Number(value.toFixed(digits)));
  return type === 'moment' ? value.replace('T', ' ') : value;
}

const AMPERSAND = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Signs that XML does not hold in any spelling, and halves of pairs. */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without signs that readers stop at. */
export const plainText = (text: string): string => text.replace(NOT_XML, '');

/** Text for the inside of XML elements and attributes. */
export const xmlText = (text: string): string => plainText(text).replace(AMPERSAND, (sign) => ENTITIES[sign] ?? sign);
