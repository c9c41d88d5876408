import { memo, type ReactNode } from 'react';
import { classNames } from './classNames';
import type { DataColumn } from './dataTableTypes';
import { VisuallyHidden } from './VisuallyHidden';

export interface DataTableRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly offsetPx: number;
  readonly row: Row | undefined;
  readonly columns: readonly DataColumn<Row>[];
  readonly isActive: boolean;
  /** Of the row that the keyboard is on, where it is on a cell; else null. */
  readonly activeColumn: number | null;
  /** The columns of a run of selected cells; null: the whole row. */
  readonly runFrom: number | null;
  readonly runTo: number | null;
  readonly isSelected: boolean;
  readonly loadingText: string;
  /** The field in one of its cells. */
  readonly field: { readonly column: number; readonly content: ReactNode } | null;
}

/** The id of a cell, by its row's. */
export const cellId = (rowId: string, column: number): string => `${rowId}-${column}`;

function PlainRow<Row>(props: DataTableRowProps<Row>) {
  const { id, index, offsetPx, row, columns, isActive, activeColumn, runFrom, runTo, isSelected, field } = props;
  const textOf = (column: DataColumn<Row>): ReactNode =>
    row === undefined ? null : column.cell ? column.cell(row) : column.text(row);
  return (
    <tr
      id={id}
      data-row={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classNames(isActive && 'gr-row-active', field !== null && 'gr-row-editing')}
      style={{ transform: `translateY(${offsetPx}px)` }}
      {...(row === undefined ? { 'aria-busy': true } : {})}
    >
      {columns.map((column, position) => (
        <td
          key={column.id}
          {...(activeColumn === null ? {} : { id: cellId(id, position) })}
          className={classNames(
            column.align === 'end' && 'gr-cell-end gr-tabular',
            position === activeColumn && 'gr-cell-active',
            isSelected &&
              runFrom !== null &&
              runTo !== null &&
              position >= runFrom &&
              position <= runTo &&
              'gr-cell-run',
          )}
        >
          {row === undefined ? (
            <span className="gr-row-loading">
              {position === 0 && <VisuallyHidden>{props.loadingText}</VisuallyHidden>}
            </span>
          ) : field?.column === position ? (
            field.content
          ) : (
            textOf(column)
          )}
        </td>
      ))}
    </tr>
  );
}

/** Drawn anew only when its own row changes: while scrolling that is the few that come into view. The cast keeps the type parameter. */
export const DataTableRow = memo(PlainRow) as typeof PlainRow;
