import { type KeyboardEvent, useRef, useState } from 'react';
import { hasRow, NO_ROWS, type RowRuns, rowsBetween, toggleRow } from './rowRuns';

export interface TableSelectionOptions {
  readonly rowCount: number;
  readonly columnCount: number;
  /** As in a spreadsheet: the keyboard is on a cell, not on a row. */
  readonly hasCells: boolean;
  readonly selected: RowRuns;
  readonly onSelect: ((rows: RowRuns) => void) | undefined;
  readonly mode: 'single' | 'multiple';
  readonly pageRows: () => number;
  readonly reveal: (index: number) => void;
  readonly onOpenRow: ((index: number) => void) | undefined;
}

interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const PLAIN: Modifiers = { shiftKey: false, ctrlKey: false, metaKey: false };

/** The row or cell that the keyboard is on, and what is selected from there: as in a spreadsheet. */
export function useTableSelection(options: TableSelectionOptions) {
  const { rowCount, columnCount, hasCells, selected, onSelect, mode, pageRows, reveal } = options;
  const { onOpenRow } = options;
  const [wanted, setWanted] = useState(0);
  const [wantedColumn, setWantedColumn] = useState(0);
  /** Where a run of columns began; null: whole rows are meant. */
  const [columnAnchor, setColumnAnchor] = useState<number | null>(null);
  const anchor = useRef(-1);
  const active = Math.max(0, Math.min(wanted, rowCount - 1));
  const column = Math.max(0, Math.min(wantedColumn, columnCount - 1));

  const choose = (index: number, { shiftKey, ctrlKey, metaKey }: Modifiers): void => {
    setWanted(index);
    if (shiftKey && mode === 'multiple') {
      onSelect?.(rowsBetween(Math.max(0, Math.min(anchor.current, rowCount - 1)), index));
      return;
    }
    anchor.current = index;
    if (!ctrlKey && !metaKey) onSelect?.(rowsBetween(index, index));
    else if (mode === 'multiple') onSelect?.(toggleRow(selected, index));
    else onSelect?.(hasRow(selected, index) ? NO_ROWS : rowsBetween(index, index));
  };

  const moveTo = (index: number, event: KeyboardEvent): void => {
    const next = Math.max(0, Math.min(rowCount - 1, index));
    reveal(next);
    const isEnd = hasCells && (event.key === 'Home' || event.key === 'End');
    if (isEnd) choose(next, { ...PLAIN, shiftKey: event.shiftKey });
    // With Ctrl the cursor moves alone; Ctrl+Space then adds the row.
    else if (event.ctrlKey || event.metaKey) setWanted(next);
    else choose(next, event);
  };

  const moveToColumn = (next: number, isRun: boolean): void => {
    setColumnAnchor(isRun ? (columnAnchor ?? column) : null);
    setWantedColumn(Math.max(0, Math.min(columnCount - 1, next)));
  };

  /** Goes to a cell as by a plain click. */
  const goTo = (index: number, nextColumn: number): void => {
    const row = Math.max(0, Math.min(rowCount - 1, index));
    setColumnAnchor(null);
    setWantedColumn(nextColumn);
    if (row === active) return;
    reveal(row);
    choose(row, PLAIN);
  };

  const columnKey = (event: KeyboardEvent): number | undefined =>
    hasCells && !event.altKey
      ? { ArrowLeft: column - 1, ArrowRight: column + 1, ...(!isModified(event) && { Home: 0, End: columnCount - 1 }) }[
          event.key
        ]
      : undefined;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (rowCount === 0 || event.defaultPrevented) return;
    const toColumn = columnKey(event);
    const target = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows(),
      PageUp: active - pageRows(),
      Home: 0,
      End: rowCount - 1,
    }[event.key];
    if (toColumn !== undefined) moveToColumn(toColumn, event.shiftKey);
    else if (target !== undefined) moveTo(target, event);
    else if (event.key === ' ') choose(active, { shiftKey: event.shiftKey, ctrlKey: true, metaKey: false });
    else if (event.key === 'Enter' && onOpenRow) onOpenRow(active);
    else if (isModified(event) && event.code === 'KeyA' && mode === 'multiple' && onSelect)
      onSelect(rowsBetween(0, rowCount - 1));
    else if (event.key === 'Escape' && columnAnchor !== null) setColumnAnchor(null);
    else if (event.key === 'Escape' && selected.length > 0 && onSelect) onSelect(NO_ROWS);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const setColumn = (next: number): void => {
    setColumnAnchor(null);
    setWantedColumn(next);
  };

  /** Goes to a row that was chosen elsewhere; false: it was chosen here. */
  const follow = (index: number): boolean => {
    if (anchor.current === index) return false;
    anchor.current = index;
    setWanted(index);
    return true;
  };

  const columns: readonly [from: number, to: number] | null =
    columnAnchor === null ? null : [Math.min(columnAnchor, column), Math.max(columnAnchor, column)];
  return { active, column, columns, follow, setColumn, goTo, choose, onKeyDown };
}

function isModified(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey;
}
