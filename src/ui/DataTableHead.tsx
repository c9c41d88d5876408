import { ArrowDown, ArrowUp } from 'lucide-react';
import { ColumnEdge } from './ColumnEdge';
import type { DataColumn, DataSort, HeadFilter } from './dataTableTypes';
import { HeadFilterButton } from './HeadFilterButton';

export interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: DataSort | null;
  readonly onSort: ((sort: DataSort) => void) | undefined;
  readonly filters: ReadonlyMap<string, HeadFilter> | undefined;
  readonly widthLabel: (column: string) => string;
  readonly onDrag: (column: string, width: number) => void;
  readonly onResize: ((column: string, width: number | null) => void) | undefined;
}

export function DataTableHead<Row>(props: DataTableHeadProps<Row>) {
  const { columns, widths, sort, onSort, filters, widthLabel, onDrag, onResize } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = sort?.column === column.id ? sort.direction : null;
          const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
          const next = direction === 'ascending' ? 'descending' : 'ascending';
          const filter = filters?.get(column.id);
          return (
            <th
              key={column.id}
              scope="col"
              // Its buttons are no part of what a cell's column is called.
              aria-label={column.title}
              className={column.align === 'end' ? 'gr-cell-end' : ''}
              {...(column.isSortable ? { 'aria-sort': direction ?? ('none' as const) } : {})}
            >
              {column.isSortable && onSort ? (
                <button
                  type="button"
                  className="gr-HeadSort"
                  onClick={() => onSort({ column: column.id, direction: next })}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
                  }}
                >
                  <span>{column.title}</span>
                  <Arrow aria-hidden size={14} className={direction ? 'gr-sorted' : 'gr-unsorted'} />
                </button>
              ) : (
                <span className="gr-HeadTitle">{column.title}</span>
              )}
              {filter && <HeadFilterButton filter={filter} />}
              {onResize && (
                <ColumnEdge
                  label={widthLabel(column.title)}
                  width={widths[column.id] ?? column.width}
                  onDrag={(width) => onDrag(column.id, width)}
                  onResize={(width) => onResize(column.id, width)}
                />
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
