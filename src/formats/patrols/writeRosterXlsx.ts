import type { ExportField, ExportFrame, ExportNote } from '../out/exportFile';
import { makeXlsxWriter } from '../out/xlsxWriter';

/** What one team does in one shift, as a row. */
export interface RosterRow {
  readonly on: string;
  readonly team: string;
  readonly shift: string;
  /** Wall clocks. */
  readonly from: string;
  readonly to: string;
  readonly post: string;
  readonly contact: string;
  readonly people: number;
  readonly mode: string;
  readonly stops: number;
  readonly km: number;
  /** The stops with their times, one a line. */
  readonly order: string;
}

/** Headings and meanings of the columns. */
export type RosterWords = { readonly [K in keyof RosterRow]: readonly [heading: string, meaning: string] };

const TYPES: { readonly [K in keyof RosterRow]: ExportField['type'] } = {
  on: 'date',
  team: 'text',
  shift: 'text',
  from: 'moment',
  to: 'moment',
  post: 'text',
  contact: 'text',
  people: 'integer',
  mode: 'text',
  stops: 'integer',
  km: 'number',
  order: 'text',
};
const COLUMNS = Object.keys(TYPES) as (keyof RosterRow)[];

/** The roster as a workbook, then what its columns mean. */
export async function writeRosterXlsx(
  rows: readonly RosterRow[],
  {
    words,
    frame,
    notes,
  }: { readonly words: RosterWords; readonly frame: ExportFrame; readonly notes: readonly ExportNote[] },
): Promise<Blob> {
  const writer = makeXlsxWriter(
    frame,
    COLUMNS.map((column) => ({
      type: TYPES[column],
      digits: 1,
      isLong: column === 'order',
      heading: words[column][0],
      property: column,
      shortName: column,
      meaning: words[column][1],
      flagWords: ['', ''],
    })),
  );
  await writer.write(
    rows.map((row) => ({ values: COLUMNS.map((column) => row[column]), position: null, title: row.team })),
  );
  return writer.finish(notes);
}
