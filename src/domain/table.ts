/** One cell of a user's table. A `Date` is a wall clock in its UTC fields, as spreadsheets store it; it names no moment. */
export type Cell = string | number | boolean | Date | null;

/** A user's table as it was read, before anything is understood. Texts are NFC. */
export interface Table {
  readonly rows: readonly (readonly Cell[])[];
  /** What the user counts: rows of a sheet, the first being 1; or features, where `rows[0]` holds the property names and `rows[n]` feature n. */
  readonly counts: 'rows' | 'features';
  /** Positions that come from geometry, WGS 84 degrees, [lng0, lat0, lng1, lat1 …], a pair per entry of `rows`; NaN: no point. Null: none in this format. */
  readonly positions: Float64Array | null;
  /** Index in `rows` of the row that the user says is the header; left out where it is to be found. */
  readonly headerIndex?: number;
}

/** The number by which the user finds `table.rows[index]` again. */
export function rowNumber(table: Table, index: number): number {
  return table.counts === 'rows' ? index + 1 : index;
}

/** A date of a user's table to the minute; a number that no calendar reaches is shown as spreadsheets show it. */
export function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '#####' : date.toISOString().slice(0, 16).replace('T', ' ');
}
