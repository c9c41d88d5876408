import './figures.css';
import type { CSSProperties } from 'react';
import { useFormat } from '../../i18n';
import { SimpleTable } from '../../ui';
import { keepTogether } from './keepTogether';

export interface FigureTableViewProps {
  readonly caption: string;
  /** Where a number is not known. */
  readonly unknown: string;
  readonly columns: readonly { readonly heading: string; readonly align: 'left' | 'center' | 'right' }[];
  /** The last one is the total. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly notes: readonly string[];
  /** Before an audience: the first columns only, with bars. */
  readonly isLarge?: boolean;
}

const LARGE_COLUMNS = 4;

/** A table of figures, with what it rests on below it. */
export function FigureTableView({ caption, unknown, columns, rows, notes, isLarge = false }: FigureTableViewProps) {
  const format = useFormat();
  // Before an audience there is no room for columns of which nothing is known.
  const numbered = columns.map((column, at) => ({ ...column, at }));
  const shown = isLarge
    ? numbered.filter(({ at }) => rows.some((row) => row[at] !== null)).slice(0, LARGE_COLUMNS)
    : numbered;
  const most = Math.max(1, ...rows.slice(0, -1).map(([, count]) => (typeof count === 'number' ? count : 0)));
  const textOf = (cell: string | number | null | undefined): string =>
    typeof cell === 'number' ? format.count(cell) : (cell ?? unknown);
  const digits: CSSProperties & Record<'--digits', number> = { '--digits': String(most).length };
  return (
    <div className="gr-Figures" data-large={isLarge ? '' : undefined} style={digits}>
      <SimpleTable
        caption={caption}
        rowKey={([name], ..._rest) => String(name)}
        rows={rows}
        columns={shown.map(({ heading, align, at: i }) => ({
          id: String(i),
          title: keepTogether(heading),
          isRowHeader: i === 0,
          align: align === 'right' ? ('end' as const) : ('start' as const),
          text: (row: readonly (string | number | null)[]) => textOf(row[i]),
          ...(i === 1
            ? {
                cell: (row: readonly (string | number | null)[]) => (
                  <>
                    {row !== rows.at(-1) && typeof row[1] === 'number' && (
                      <span className="gr-Figures-bar" style={{ inlineSize: `${(3.4 * row[1]) / most}em` }} />
                    )}
                    <span>{textOf(row[1])}</span>
                  </>
                ),
              }
            : {}),
        }))}
      />
      <p className="gr-muted gr-small">{notes.map((note) => note.replace(/\.$/, '')).join(' · ')}</p>
    </div>
  );
}
