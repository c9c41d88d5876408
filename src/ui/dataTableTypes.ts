import type { ReactNode } from 'react';
import type { RowRuns } from './rowRuns';

export interface DataColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What is drawn; the text where it is absent. */
  readonly cell?: (row: Row) => ReactNode;
  /** What is copied. */
  readonly text: (row: Row) => string;
  /** Pixels; the column never gets narrower. */
  readonly width: number;
  /** Its part of the width that is left over; 0 or absent: it keeps its width. */
  readonly grow?: number;
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
  /** How its cells are edited; absent: they are not. */
  readonly editor?: CellEditor<Row>;
}

export interface CellChoice {
  readonly id: string;
  readonly title: string;
}

export interface CellEditor<Row> {
  /** What it begins with and what filling down carries on, as a user would type it; of a choice the id. */
  readonly value: (row: Row) => string;
  /** Absent: it is typed. */
  readonly choices?: (row: Row) => readonly CellChoice[];
  readonly isNumber?: boolean;
  /** Delete may empty it. */
  readonly isOptional?: boolean;
  /** How it is to be typed. */
  readonly hint?: string;
  readonly maxLength?: number;
}

/** What a user wants in a cell: typed or pasted text, of a choice its id or its title. */
export interface CellChange<Row> {
  readonly row: Row;
  readonly column: string;
  readonly text: string;
}

/** Why an edit was not made, and the text to write instead where there is one. */
export interface EditRefusal {
  readonly message: string;
  readonly suggestion: string | null;
}

export interface TableEditing<Row> {
  /** Makes all of the changes, as one step, or none of them; null: done. */
  readonly edit: (changes: readonly CellChange<Row>[]) => Promise<EditRefusal | null>;
  /** Why what was pasted, filled or cleared was not done; what is typed says it at its cell. */
  readonly onRefused: (refusal: EditRefusal) => void;
  /** What a row is whatever its place and content. */
  readonly rowId: (row: Row) => string;
}

export interface DataSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** The filter of a column, which its head opens. */
export interface HeadFilter {
  /** Of the button: which column, and what is filtered now. */
  readonly label: string;
  readonly isOn: boolean;
  /** Drawn while it is open. */
  readonly content: () => ReactNode;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rowCount: number;
  /** undefined while it is on its way: the row is drawn as loading. */
  readonly getRow: (index: number) => Row | undefined;
  /** The rows drawn now, `end` exclusive: the ones to load. */
  readonly onVisibleRange?: (start: number, end: number) => void;
  readonly sort?: DataSort | null;
  readonly onSort?: (sort: DataSort) => void;
  readonly selected?: RowRuns;
  readonly onSelect?: (rows: RowRuns) => void;
  readonly selectionMode?: 'single' | 'multiple';
  /** By Enter or a double click. */
  readonly onOpenRow?: (index: number) => void;
  /** The row to bring into view when it changes: what was chosen elsewhere. */
  readonly revealIndex?: number | null;
  /** The rows of these indices, for copying what is not loaded; in the same order. */
  readonly loadRows?: (indices: readonly number[]) => Promise<readonly (Row | undefined)[]>;
  /** Makes it a spreadsheet: cells are moved through, and edited where their column has an editor. */
  readonly editing?: TableEditing<Row> | undefined;
  /** By column; one without has no filter. */
  readonly headFilters?: ReadonlyMap<string, HeadFilter>;
  /** Pixels, by column: what a user set instead of the columns' own width. */
  readonly widths?: Readonly<Record<string, number>>;
  /** Absent: columns keep their width. Null gives a column its own width back. */
  readonly onResize?: (column: string, width: number | null) => void;
  /** Drawn instead of rows where there are none. */
  readonly empty?: ReactNode;
}

/** Pixels; every row is this high, on a phone as high as a finger is wide. */
export const ROW_PX = 32;
export const PHONE_ROW_PX = 44;
/** Pixels; the head of the columns. */
export const HEAD_PX = 32;
