import { useEffect, useState } from 'react';
import {
  aboutReason,
  type BadRow,
  type Field,
  type GivenPosition,
  type RepairSuggestion,
  type RowRepair,
} from '../../analysis/import';
import { useFormat, useMessages } from '../../i18n';
import { Button, TextField } from '../../ui';
import type { ImportTasks } from './importTasks';

interface Props {
  readonly row: BadRow;
  /** What was done about a row until now. */
  readonly before: (row: number) => RowRepair;
  readonly tasks: Pick<ImportTasks, 'rowsLike'>;
  readonly onRepair: (repairs: readonly RowRepair[]) => Promise<void>;
  readonly pickPosition: () => Promise<GivenPosition | null>;
}

/** The same correction for other rows that hold the same text. */
interface FillDown {
  readonly field: Field;
  readonly text: string;
  readonly rows: readonly number[];
}

/** One row that could not be used: why, its bad cells to write in, and what may have been meant. */
export function BadRowLine({ row: bad, before, tasks, onRepair, pickPosition }: Props) {
  const { importing, intake } = useMessages();
  const words = intake.bad;
  const format = useFormat();
  const [fillDown, setFillDown] = useState<FillDown | null>(null);
  const { row, state, reason } = bad;

  const mend = async (change: Partial<RowRepair>): Promise<void> => {
    await onRepair([{ ...before(row), ...change, isSkipped: change.isSkipped ?? false }]);
  };
  const mendCells = async (cells: RowRepair['cells']): Promise<void> => {
    await mend({ cells: { ...before(row).cells, ...cells }, position: null });
    const [[field, text] = [], ...more] = Object.entries(cells) as [Field, string][];
    // Two cells of one row are no slip that was made the same way elsewhere; a summary is no word that repeats.
    if (field === undefined || text === undefined || more.length > 0 || field === 'summary') return setFillDown(null);
    const like = await tasks.rowsLike({ row, field });
    const others = like.filter((other) => other !== row && before(other).cells[field] === undefined);
    setFillDown(others.length > 0 ? { field, text, rows: others } : null);
  };
  const takeBack = (): void => {
    setFillDown(null);
    void onRepair([{ row, cells: {}, position: null, isMasked: false, isSkipped: false }]);
  };
  const place = async (): Promise<void> => {
    const position = await pickPosition();
    if (position) await mend({ position });
  };
  const fill = async ({ field, text, rows }: FillDown): Promise<void> => {
    setFillDown(null);
    await onRepair(
      rows.map((other) => ({ ...before(other), cells: { ...before(other).cells, [field]: text }, position: null })),
    );
  };
  const suggest = (suggestion: RepairSuggestion): { readonly title: string; readonly run: () => void } =>
    suggestion.kind === 'cells'
      ? {
          title: words.apply(Object.values(suggestion.cells).filter(Boolean).join('; ') || '–'),
          run: () => void mendCells(suggestion.cells),
        }
      : {
          title: `${words.place(suggestion.name, suggestion.within ?? '')}${
            suggestion.position.accuracyM === null
              ? ''
              : ` (${words.placeAccuracy(format.count(suggestion.position.accuracyM))})`
          }`,
          run: () => void mend({ position: suggestion.position }),
        };

  return (
    <li className="gr-BadRow" data-state={state} data-row={row}>
      <p className="gr-BadRow-why">
        <strong className="gr-tabular">{words.row(format.count(row))}</strong>{' '}
        {state === 'bad' ? importing.rejectReason[reason] : state === 'mended' ? words.mended : words.skipped}
      </p>
      <div className="gr-BadRow-cells">
        {bad.cells.map(({ field, text }) => (
          <CellField
            key={field}
            label={words.editCell(importing.field[field], format.count(row))}
            shortLabel={importing.field[field]}
            text={text}
            onCommit={(next) => void mendCells({ [field]: next })}
          />
        ))}
      </div>
      <div className="gr-BadRow-acts">
        {bad.suggestions.map(suggest).map(({ title, run }) => (
          <Button key={title} onPress={run}>
            {title}
          </Button>
        ))}
        {fillDown && state !== 'skipped' && (
          <Button onPress={() => void fill(fillDown)}>{words.fillDown(format.count(fillDown.rows.length + 1))}</Button>
        )}
        {state === 'bad' && aboutReason(reason) === 'position' && (
          <>
            <Button onPress={() => void place()}>{words.pointOnMap}</Button>
            <Button onPress={() => void mend({ position: 'none' })}>{words.withoutPosition}</Button>
          </>
        )}
        {state === 'bad' && reason === 'personalNumber' && (
          <Button onPress={() => void mend({ isMasked: true })}>{words.mask}</Button>
        )}
        {state === 'bad' ? (
          <Button variant="quiet" onPress={() => void mend({ isSkipped: true })}>
            {words.skip}
          </Button>
        ) : (
          <Button variant="quiet" onPress={takeBack}>
            {words.undo}
          </Button>
        )}
      </div>
    </li>
  );
}

/** A cell that is taken over when it is left, or with Enter. */
function CellField({
  label,
  shortLabel,
  text,
  onCommit,
}: {
  readonly label: string;
  readonly shortLabel: string;
  readonly text: string;
  readonly onCommit: (text: string) => void;
}) {
  const [value, setValue] = useState(text);
  useEffect(() => setValue(text), [text]);
  const commit = (): void => {
    if (value !== text) onCommit(value);
  };
  return (
    <form
      className="gr-BadRow-cell"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <span aria-hidden className="gr-BadRow-field">
        {shortLabel}
      </span>
      <TextField label={label} isLabelHidden value={value} onChange={setValue} onBlur={commit} maxLength={10_000} />
    </form>
  );
}
