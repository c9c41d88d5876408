import { ArrowDown, ArrowUp } from 'lucide-react';
import type { DataColumn, DataSort } from './dataTableTypes';

export interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: DataSort | null;
  readonly onSort: ((sort: DataSort) => void) | undefined;
}

export function DataTableHead<Row>({ columns, sort, onSort }: DataTableHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = sort?.column === column.id ? sort.direction : null;
          const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
          const next = direction === 'ascending' ? 'descending' : 'ascending';
          return (
            <th
              key={column.id}
              scope="col"
              className={column.align === 'end' ? 'gr-cell-end' : ''}
              {...(column.isSortable ? { 'aria-sort': direction ?? ('none' as const) } : {})}
            >
              {column.isSortable && onSort ? (
                <button
                  type="button"
                  onClick={() => onSort({ column: column.id, direction: next })}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
                  }}
                >
                  <span>{column.title}</span>
                  <Arrow aria-hidden size={14} className={direction ? 'gr-sorted' : 'gr-unsorted'} />
                </button>
              ) : (
                <span>{column.title}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
