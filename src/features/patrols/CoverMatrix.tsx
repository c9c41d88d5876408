import './gaps.css';
import type { CoverCells } from '../../analysis/patrols/coverWeek';
import { useFormat } from '../../i18n';
import { gapWords } from '../../i18n/gapWords';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { Button, type SimpleColumn, SimpleTable } from '../../ui';

export interface CoverRow {
  readonly id: string;
  readonly name: string;
  readonly planned: number;
  /** When it was last visited, and the longest time it is left alone, in words. */
  readonly last: string;
  readonly longest: string;
}

export interface CoverMatrixProps {
  readonly caption: string;
  /** In the order of the cells' rows. */
  readonly rows: readonly CoverRow[];
  readonly cells: CoverCells;
  /** The names of the cells' columns. */
  readonly columns: readonly string[];
  readonly onShow: (id: string) => void;
}

/** The darkest ground on which text is still read well. */
const MOST_PERCENT = 42;

const groundOf = (share: number): string =>
  `color-mix(in oklab, var(--patrol-risk) ${Math.round(MOST_PERCENT * share)}%, transparent)`;

/** Tasks against times: planned visits as figures, what is expected as the ground. */
export function CoverMatrix({ caption, rows, cells, columns, onShow }: CoverMatrixProps) {
  const words = useWords(gapWords);
  const { task } = useWords(patrolWords);
  const format = useFormat();
  const most = cells.risk.reduce((max, risk) => Math.max(max, risk), 0);
  type Row = CoverRow & { readonly at: number };
  const shown = rows.map((row, i): Row => ({ ...row, at: i * cells.columns }));
  const riskAt = (cell: number): string => format.decimal(cells.risk[cell]!, 4);
  const visitsAt = (cell: number): string => format.count(cells.visits[cell]!);
  const table: SimpleColumn<Row>[] = [
    {
      id: 'task',
      title: task,
      isRowHeader: true,
      text: ({ name }) => name,
      cell: ({ id, name }) => (
        <Button variant="quiet" onPress={() => onShow(id)}>
          {name}
        </Button>
      ),
    },
    ...columns.map(
      (title, column): SimpleColumn<Row> => ({
        id: `cell ${column}`,
        title,
        text: ({ at }) => words.cellCopied(visitsAt(at + column), riskAt(at + column)),
        cell: ({ at, name }) => {
          const cell = at + column;
          const said = words.cell(visitsAt(cell), riskAt(cell));
          return (
            <span
              className="gr-Cover-cell"
              title={`${name}, ${title}: ${said}`}
              style={{ backgroundColor: groundOf(most > 0 ? cells.risk[cell]! / most : 0) }}
            >
              <span aria-hidden>{cells.visits[cell]! > 0 ? visitsAt(cell) : ''}</span>
              <span className="gr-VisuallyHidden">{said}</span>
            </span>
          );
        },
      }),
    ),
    { id: 'planned', title: words.planned, align: 'end', text: ({ planned }) => format.count(planned) },
    { id: 'last', title: words.last, text: ({ last }) => last },
    { id: 'longest', title: words.longest, text: ({ longest }) => longest },
  ];
  return (
    <div className="gr-Cover">
      <p className="gr-muted gr-small">
        {words.key}{' '}
        <span className="gr-Cover-key">
          {words.keyLow}
          <span
            className="gr-Cover-scale"
            style={{ background: `linear-gradient(to right, transparent, ${groundOf(1)})` }}
          />
          {words.keyHigh(format.decimal(most, 4))}
        </span>
      </p>
      <SimpleTable caption={caption} columns={table} rows={shown} rowKey={({ id }) => id} />
      <p className="gr-muted gr-small">{`${words.copyNote} ${words.evenWeekdays}`}</p>
    </div>
  );
}
