import { memo } from 'react';
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
  readonly isSelected: boolean;
  readonly loadingText: string;
}

function PlainRow<Row>(props: DataTableRowProps<Row>) {
  const { id, index, offsetPx, row, columns, isActive, isSelected, loadingText } = props;
  return (
    <tr
      id={id}
      data-row={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classNames(isActive && 'gr-row-active')}
      style={{ transform: `translateY(${offsetPx}px)` }}
      {...(row === undefined ? { 'aria-busy': true } : {})}
    >
      {columns.map((column, position) => (
        <td key={column.id} className={column.align === 'end' ? 'gr-cell-end gr-tabular' : ''}>
          {row === undefined ? (
            <span className="gr-row-loading">{position === 0 && <VisuallyHidden>{loadingText}</VisuallyHidden>}</span>
          ) : column.cell ? (
            column.cell(row)
          ) : (
            column.text(row)
          )}
        </td>
      ))}
    </tr>
  );
}

/** Drawn anew only when its own row changes: while scrolling that is the few that come into view. The cast keeps the type parameter. */
export const DataTableRow = memo(PlainRow) as typeof PlainRow;
