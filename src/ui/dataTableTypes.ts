import type { ReactNode } from 'react';

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
}

export interface DataSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rowCount: number;
  /** undefined while it is on its way: the row is drawn as loading. */
  readonly getRow: (index: number) => Row | undefined;
  /** A stable key of each row, known even when the row itself is not loaded. */
  readonly rowKey: (index: number) => string;
  /** The rows drawn now, `end` exclusive: the ones to load. */
  readonly onVisibleRange?: (start: number, end: number) => void;
  readonly sort?: DataSort | null;
  readonly onSort?: (sort: DataSort) => void;
  readonly selectedKeys?: ReadonlySet<string>;
  readonly onSelect?: (keys: ReadonlySet<string>) => void;
  readonly selectionMode?: 'single' | 'multiple';
  /** By Enter or a double click. */
  readonly onOpenRow?: (index: number) => void;
  /** The row to bring into view when it changes: what was chosen elsewhere. */
  readonly revealIndex?: number | null;
  /** The rows of these indices, for copying what is not loaded; in the same order. */
  readonly loadRows?: (indices: readonly number[]) => Promise<readonly (Row | undefined)[]>;
  /** Drawn instead of rows where there are none. */
  readonly empty?: ReactNode;
}

/** Pixels; every row is this high, on a phone as high as a finger is wide. */
export const ROW_PX = 32;
export const PHONE_ROW_PX = 44;
/** Pixels; the head of the columns. */
export const HEAD_PX = 32;
