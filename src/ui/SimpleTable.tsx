import './SimpleTable.css';
import { Copy } from 'lucide-react';
import { createContext, type HTMLAttributes, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { IconButton } from './Button';
import { toTsv } from './tsv';
import { useUi } from './UiProvider';

export interface SimpleColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What is drawn; the text where it is absent. */
  readonly cell?: (row: Row) => ReactNode;
  /** What is copied. */
  readonly text: (row: Row) => string;
  readonly align?: 'start' | 'end';
  /** The cell names its row. */
  readonly isRowHeader?: boolean;
}

export interface SimpleTableProps<Row> {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly SimpleColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What the row's element is given besides: to be dragged, say. */
  readonly rowProps?: (row: Row) => HTMLAttributes<HTMLTableRowElement>;
}

/** A table as it reads. */
export interface ShownTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly align: 'start' | 'end' }[];
  /** In the order of the columns. */
  readonly rows: readonly (readonly string[])[];
}

/** Told of every table below while it is shown, and given what reads it; what it returns is called when the table goes. */
export const TablesShown = createContext<((read: () => ShownTable) => () => void) | null>(null);

const alignOf = ({ align }: Pick<SimpleColumn<never>, 'align'>): string =>
  align === 'end' ? 'gr-cell-end gr-tabular' : '';

/** A component of its own, so that React can draw a table of many cells in slices. */
function SimpleRow<Row>({
  row,
  columns,
  given,
}: {
  readonly row: Row;
  readonly columns: readonly SimpleColumn<Row>[];
  readonly given: HTMLAttributes<HTMLTableRowElement> | undefined;
}) {
  return (
    <tr {...given}>
      {columns.map((column) => {
        const content = column.cell ? column.cell(row) : column.text(row);
        return column.isRowHeader ? (
          <th key={column.id} scope="row" className={alignOf(column)}>
            {content}
          </th>
        ) : (
          <td key={column.id} className={alignOf(column)}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** A small table, all of it drawn, with a button that copies it. */
export function SimpleTable<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  rowKey,
  rowProps,
}: SimpleTableProps<Row>) {
  const { strings } = useUi();
  const [said, setSaid] = useState('');
  const read = (): ShownTable => ({
    caption,
    columns: columns.map(({ title, align = 'start' }) => ({ title, align })),
    rows: rows.map((row) => columns.map(({ text }) => text(row))),
  });
  const reader = useRef(read);
  reader.current = read;
  const told = useContext(TablesShown);
  useEffect(() => told?.(() => reader.current()), [told]);
  const copy = (): void => {
    const shown = read();
    const lines = [shown.columns.map(({ title }) => title), ...shown.rows];
    navigator.clipboard.writeText(toTsv(lines)).then(
      () => setSaid(strings.copiedRows(rows.length)),
      () => setSaid(strings.copyFailed),
    );
  };
  return (
    <div className="gr-SimpleTable">
      <div className="gr-SimpleTable-bar">
        <span role="status" className="gr-SimpleTable-said">
          {said}
        </span>
        <IconButton label={strings.copyTable} icon={Copy} size="small" onPress={copy} />
      </div>
      <table>
        <caption className={isCaptionHidden ? 'gr-VisuallyHidden' : ''}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={alignOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SimpleRow key={rowKey(row)} row={row} columns={columns} given={rowProps?.(row)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
