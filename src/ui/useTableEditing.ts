import { useRef, useState } from 'react';
import type { CellChange, DataColumn, EditRefusal, TableEditing } from './dataTableTypes';
import { parseTsv } from './tsv';

/** A cell that is being edited, with the row as it was when that began: others may change it, or its place, meanwhile. */
export interface OpenCell<Row> {
  readonly index: number;
  readonly column: number;
  readonly row: Row;
  /** What was typed to begin, instead of what the cell holds. */
  readonly typed: string | null;
}

/** How an editor is left: staying, to a neighbour, with the same value for every selected row, or because the focus went elsewhere. */
export type EditorExit = 'stay' | 'down' | 'up' | 'next' | 'previous' | 'all' | 'away';

export interface TableEditingOptions<Row> {
  readonly editing: TableEditing<Row> | undefined;
  readonly columns: readonly DataColumn<Row>[];
  readonly getRow: (index: number) => Row | undefined;
  readonly loadRows: (indices: readonly number[]) => Promise<readonly (Row | undefined)[]>;
  readonly rowCount: number;
  /** The selected rows, ascending; with none the one that the keyboard is on. */
  readonly selectedRows: () => readonly number[];
  readonly active: number;
  readonly column: number;
  readonly columnRun: readonly [from: number, to: number] | null;
  readonly goTo: (index: number, column: number) => void;
  readonly say: (text: string) => void;
  readonly words: {
    readonly editedCells: (count: number) => string;
    readonly pastedNowhere: string;
    readonly pastedNoText: string;
    readonly tooManyCells: (limit: number) => string;
  };
}

/** More than a user pastes or fills knowingly; and it keeps one step small enough to take back. */
const MOST_CELLS = 200_000;

/** What editing cells of a table means: one by typing, many by filling down, pasting and clearing. */
export function useTableEditing<Row>(options: TableEditingOptions<Row>) {
  const { editing, columns, getRow, loadRows, rowCount, selectedRows, active, column, columnRun, goTo, say, words } =
    options;
  const [open, setOpen] = useState<OpenCell<Row> | null>(null);
  const [refusal, setRefusal] = useState<EditRefusal | null>(null);
  const isBusy = useRef(false);
  /** A cell was left by Tab: so long Tab goes on from cell to cell, else it leaves the table as it leaves any control. */
  const isGoingOn = useRef(false);

  const begin = (index: number, at: number, typed: string | null): boolean => {
    const row = getRow(index);
    if (!editing || isBusy.current || row === undefined || !columns[at]?.editor) return false;
    setRefusal(null);
    setOpen({ index, column: at, row, typed });
    return true;
  };
  const cancel = (): void => {
    setOpen(null);
    setRefusal(null);
  };

  /** The row to write to: once a user was told that another one is there by now, that one. */
  const rowToWrite = (cell: OpenCell<Row>): Row => {
    const now = getRow(cell.index);
    const isSame = now !== undefined && editing?.rowId(now) === editing?.rowId(cell.row);
    return refusal && isSame ? now : cell.row;
  };

  const leave = (cell: OpenCell<Row>, exit: EditorExit): void => {
    const last = columns.length - 1;
    isGoingOn.current = exit === 'next' || exit === 'previous';
    if (exit === 'down') goTo(cell.index + 1, cell.column);
    else if (exit === 'up') goTo(cell.index - 1, cell.column);
    else if (exit === 'next') goTo(cell.index, Math.min(last, cell.column + 1));
    else if (exit === 'previous') goTo(cell.index, Math.max(0, cell.column - 1));
    else if (exit !== 'away') goTo(cell.index, cell.column);
  };

  /** Writes what was typed; the editor stays open, with the reason, where it is refused. */
  const commit = async (text: string, exit: EditorExit): Promise<boolean> => {
    if (!open || !editing || isBusy.current) return false;
    const target = columns[open.column]!;
    if (exit !== 'all' && text === target.editor?.value(open.row) && !refusal) {
      cancel();
      leave(open, exit);
      return true;
    }
    isBusy.current = true;
    const rows = exit === 'all' ? await rowsAt(selectedRows()) : [rowToWrite(open)];
    const refused = await editing.edit(rows.map((row) => ({ row, column: target.id, text })));
    isBusy.current = false;
    setRefusal(refused);
    if (refused) return false;
    setOpen(null);
    leave(open, exit);
    return true;
  };

  async function rowsAt(indices: readonly number[]): Promise<Row[]> {
    return (await loadRows(indices)).filter((row) => row !== undefined);
  }

  async function apply(changes: readonly CellChange<Row>[]): Promise<void> {
    if (!editing || isBusy.current) return;
    if (changes.length === 0) return say(words.pastedNowhere);
    if (changes.length > MOST_CELLS) return say(words.tooManyCells(MOST_CELLS));
    isBusy.current = true;
    const refused = await editing.edit(changes);
    isBusy.current = false;
    if (refused) editing.onRefused(refused);
    else say(words.editedCells(changes.length));
  }

  const editable = (at: number): DataColumn<Row> | null => (columns[at]?.editor ? columns[at] : null);
  const runColumns = (): DataColumn<Row>[] => {
    const [from, to] = columnRun ?? [column, column];
    return columns.slice(from, to + 1).filter(({ editor }) => editor);
  };

  /** The first selected row's values for the others; with one row, those of the row above for it. */
  const fillDown = async (): Promise<void> => {
    const selected = selectedRows();
    const first = selected[0] ?? active;
    const indices = selected.length > 1 ? selected : [first - 1, first];
    if (indices[0]! < 0) return;
    const [source, ...targets] = await rowsAt(indices);
    if (source === undefined) return;
    await apply(
      runColumns().flatMap(({ id, editor }) =>
        targets.map((row) => ({ row, column: id, text: editor!.value(source) })),
      ),
    );
  };

  const clear = async (): Promise<void> => {
    const rows = await rowsAt(selectedRows());
    const clearable = runColumns().filter(({ editor }) => editor!.isOptional);
    await apply(clearable.flatMap(({ id }) => rows.map((row) => ({ row, column: id, text: '' }))));
  };

  /** A block from the cell on; a single value for every selected row; what has the columns' titles above by its titles. */
  const paste = async (text: string): Promise<void> => {
    if (text === '') return say(words.pastedNoText);
    const block = parseTsv(text);
    const byTitle = block[0]!.map((title) => columns.find((candidate) => candidate.title === title));
    const hasTitles = block.length > 1 && byTitle.every((found) => found !== undefined);
    const cells = hasTitles ? block.slice(1) : block;
    const [from] = columnRun ?? [column];
    const targets = hasTitles ? byTitle : block[0]!.map((_, i) => editable(from + i));
    const selected = selectedRows();
    const isSingle = cells.length === 1 && selected.length > 1;
    const start = selected[0] ?? active;
    const indices = isSingle ? selected : cells.map((_, i) => start + i).filter((index) => index < rowCount);
    const rows = await loadRows(indices);
    await apply(
      rows.flatMap((row, i) =>
        row === undefined
          ? []
          : (isSingle ? cells[0]! : cells[i]!).flatMap((cell, k) =>
              targets[k]?.editor ? [{ row, column: targets[k].id, text: cell }] : [],
            ),
      ),
    );
  };

  const goOn = (step: 1 | -1): boolean => {
    const next = column + step;
    if (!isGoingOn.current || next < 0 || next >= columns.length) return false;
    goTo(active, next);
    return true;
  };
  const stopGoingOn = (): void => {
    isGoingOn.current = false;
  };

  return { open, refusal, goOn, stopGoingOn, begin, cancel, commit, fillDown, clear, paste };
}
