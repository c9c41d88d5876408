import './DataTable.css';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type SyntheticEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { CellEditorBox } from './CellEditorBox';
import { copyText, rowsAsTsv } from './copyRows';
import { DataTableHead } from './DataTableHead';
import { cellId, DataTableRow } from './DataTableRow';
import { type DataTableProps, HEAD_PX, PHONE_ROW_PX, ROW_PX } from './dataTableTypes';
import { hasRow, indicesOf, NO_ROWS, rowsBetween } from './rowRuns';
import { useUi } from './UiProvider';
import { useIsPhone } from './useIsPhone';
import { useTableEditing } from './useTableEditing';
import { useTableSelection } from './useTableSelection';
import { VisuallyHidden } from './VisuallyHidden';

export type {
  CellChange,
  CellChoice,
  CellEditor,
  DataColumn,
  DataSort,
  DataTableProps,
  EditRefusal,
  HeadFilter,
  TableEditing,
} from './dataTableTypes';

const OVERSCAN_ROWS = 4;
const NO_WIDTHS: Readonly<Record<string, number>> = {};

const rowIndexOf = (target: EventTarget): number | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row ? Number(row.dataset.row) : null;
};

/** The column of the cell in which something happened. */
const columnOf = (target: EventTarget): number =>
  target instanceof Element ? (target.closest<HTMLTableCellElement>('tbody td')?.cellIndex ?? 0) : 0;

/** A key that writes a sign: typing in a cell begins to edit it. */
const isSign = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

/** A head's filter is drawn elsewhere but tells what happens in it here: that is not meant for the grid, but for the page as all keys are. */
const isOfFilter = ({ target, currentTarget }: SyntheticEvent): boolean =>
  target instanceof Element && (target.closest('.gr-HeadFilter') !== null || !currentTarget.contains(target));

/**
 * A table of any length, of which only the rows in view are drawn. One stop for Tab (and those of the heads); arrows,
 * Page, Home and End move, Shift and Ctrl select, Enter opens, Ctrl+C copies the selection or else the whole table. With
 * `editing` it is a spreadsheet: F2, Enter or typing edits a cell, Ctrl+V, Ctrl+D and Delete change many.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rowCount, getRow, onVisibleRange, selected = NO_ROWS } = props;
  const { revealIndex, editing } = props;
  const { strings } = useUi();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<readonly [column: string, width: number] | null>(null);
  const rowPx = useIsPhone() ? PHONE_ROW_PX : ROW_PX;

  /** The row of the open editor is drawn wherever one scrolls: what is being typed would go with it. */
  const openIndex = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count: rowCount,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const open = openIndex.current;
      if (open === null || open >= rowCount || drawn.includes(open)) return drawn;
      return open < (drawn[0] ?? 0) ? [open, ...drawn] : [...drawn, open];
    },
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: HEAD_PX,
  });
  const selection = useTableSelection({
    rowCount,
    columnCount: columns.length,
    hasCells: editing !== undefined,
    selected,
    onSelect: props.onSelect,
    mode: props.selectionMode ?? 'multiple',
    pageRows: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_PX) / rowPx) - 1),
    reveal: (index) => virtualizer.scrollToIndex(index),
    onOpenRow: props.onOpenRow,
  });

  // Sizes are kept from before: a change of the row's height has to be told.
  useEffect(() => {
    if (rowPx > 0) virtualizer.measure();
  }, [rowPx, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const { range } = virtualizer;
  const start = Math.max(0, (range?.startIndex ?? 0) - OVERSCAN_ROWS);
  const end = items.length === 0 ? 0 : Math.min(rowCount, (range?.endIndex ?? -1) + OVERSCAN_ROWS + 1);
  useEffect(() => {
    if (end > start) onVisibleRange?.(start, end);
  }, [start, end, onVisibleRange]);

  const { follow } = selection;
  const followed = useRef(follow);
  useEffect(() => {
    followed.current = follow;
  });
  useEffect(() => {
    if (revealIndex === null || revealIndex === undefined || revealIndex < 0) return;
    if (followed.current(revealIndex)) virtualizer.scrollToIndex(revealIndex, { align: 'auto' });
  }, [revealIndex, virtualizer]);

  const load = props.loadRows ?? ((wanted: readonly number[]) => Promise.resolve(wanted.map(getRow)));
  const cells = useTableEditing({
    editing,
    columns,
    getRow,
    loadRows: load,
    rowCount,
    selectedRows: () => (selected.length > 0 ? indicesOf(selected) : [selection.active]),
    active: selection.active,
    column: selection.column,
    columnRun: selection.columns,
    goTo: (index, column) => {
      selection.goTo(index, column);
      grid.current?.focus();
    },
    say: setSaid,
    words: strings,
  });

  useEffect(() => {
    openIndex.current = cells.open?.index ?? null;
  });

  const copy = (): void => {
    const indices =
      selected.length > 0 || rowCount === 0 ? indicesOf(selected) : indicesOf(rowsBetween(0, rowCount - 1));
    const run = selection.columns;
    // A run of cells is copied as such, to be pasted elsewhere; whole rows are told apart by their head.
    const made = run
      ? rowsAsTsv({ columns: columns.slice(run[0], run[1] + 1), indices, load, hasHead: false })
      : rowsAsTsv({ columns, indices, load, hasHead: true });
    copyText(made.then(({ text }) => text)).then(
      async () => {
        const { missing } = await made;
        setSaid(missing > 0 ? strings.copyMissingRows(missing) : strings.copiedRows(indices.length));
      },
      () => setSaid(strings.copyFailed),
    );
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isOfFilter(event)) return;
    const isText = window.getSelection()?.type === 'Range';
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyC' && !event.shiftKey && !isText) {
      event.preventDefault();
      event.stopPropagation();
      copy();
    } else if (editing && !event.defaultPrevented && usesKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else selection.onKeyDown(event);
  };
  /** Keys of a spreadsheet; whether it was one. */
  const usesKey = (event: KeyboardEvent): boolean => {
    const { active, column } = selection;
    const isModified = event.ctrlKey || event.metaKey;
    if (event.key === 'Tab') return cells.goOn(event.shiftKey ? -1 : 1);
    cells.stopGoingOn();
    if (event.key === 'F2' || (event.key === 'Enter' && !isModified)) return cells.begin(active, column, null);
    if (event.key === 'Delete') void cells.clear();
    else if (isModified && event.code === 'KeyD') void cells.fillDown();
    else return isSign(event) && cells.begin(active, column, isTyped(column) ? event.key : null);
    return true;
  };
  const isTyped = (column: number): boolean => !columns[column]?.editor?.choices;
  const onClick = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target);
    if (index === null) return;
    if (editing && !event.shiftKey) selection.setColumn(columnOf(event.target));
    selection.choose(index, event);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!editing || event.target instanceof HTMLInputElement || isOfFilter(event)) return;
    event.preventDefault();
    void cells.paste(event.clipboardData.getData('text/plain'));
  };

  const { active, column: activeColumn } = selection;
  useEffect(() => {
    const pane = scroller.current;
    const cell = pane?.querySelector<HTMLTableRowElement>(`tr[data-row="${active}"]`)?.cells[activeColumn];
    if (!pane || !cell || document.activeElement !== grid.current) return;
    const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth];
    if (right > pane.scrollLeft + pane.clientWidth) pane.scrollLeft = right - pane.clientWidth;
    if (left < pane.scrollLeft) pane.scrollLeft = left;
  }, [active, activeColumn]);

  const isActiveDrawn = selection.active >= start && selection.active < end;
  const rowId = (index: number): string => `${id}-${index}`;
  const activeId = editing ? cellId(rowId(selection.active), selection.column) : rowId(selection.active);
  const fieldOf = (index: number) => {
    const { open } = cells;
    const column = open?.index === index ? columns[open.column] : undefined;
    if (!open || !column?.editor) return null;
    const content = (
      <CellEditorBox
        key={`${open.index}-${open.column}`}
        label={strings.editCell(column.title, index + 1)}
        cell={open}
        editor={column.editor}
        refusal={cells.refusal}
        isNoteAbove={index * rowPx - (scroller.current?.scrollTop ?? 0) > (scroller.current?.clientHeight ?? 0) / 2}
        isNoteBefore={open.column > 0 && open.column > columns.length / 2}
        onCommit={cells.commit}
        onCancel={() => {
          cells.cancel();
          grid.current?.focus();
        }}
      />
    );
    return { column: open.column, content };
  };
  const kept = props.widths ?? NO_WIDTHS;
  const widths = dragged ? { ...kept, [dragged[0]]: dragged[1] } : kept;
  const template = columns
    .map(({ id: column, width, grow }) => {
      const set = widths[column];
      return set === undefined && grow ? `minmax(${width}px, ${grow}fr)` : `${set ?? width}px`;
    })
    .join(' ');
  const style: CSSProperties & Record<'--columns', string> = {
    minWidth: columns.reduce((sum, { id: column, width }) => sum + (widths[column] ?? width), 0),
    '--columns': template,
  };

  return (
    <div className="gr-DataTable" ref={scroller}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid made of table elements, so that rows and cells keep their meaning
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable={(props.selectionMode ?? 'multiple') === 'multiple'}
        {...(rowCount > 0 && isActiveDrawn ? { 'aria-activedescendant': activeId } : {})}
        style={style}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const index = rowIndexOf(event.target);
          if (index !== null && !cells.begin(index, columnOf(event.target), null)) props.onOpenRow?.(index);
        }}
        onPaste={onPaste}
      >
        <DataTableHead
          columns={columns}
          widths={widths}
          sort={props.sort ?? null}
          onSort={props.onSort}
          filters={props.headFilters}
          widthLabel={strings.columnWidth}
          onDrag={(column, width) => setDragged([column, width])}
          onResize={
            props.onResize &&
            ((column, width) => {
              setDragged(null);
              props.onResize?.(column, width);
            })
          }
        />
        <tbody style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => (
            <DataTableRow
              key={item.key}
              id={rowId(item.index)}
              index={item.index}
              offsetPx={item.start}
              row={getRow(item.index)}
              columns={columns}
              isActive={item.index === selection.active}
              activeColumn={editing && item.index === selection.active ? selection.column : null}
              runFrom={selection.columns?.[0] ?? null}
              runTo={selection.columns?.[1] ?? null}
              field={fieldOf(item.index)}
              isSelected={hasRow(selected, item.index)}
              loadingText={strings.loadingRow}
            />
          ))}
        </tbody>
      </table>
      {rowCount === 0 && props.empty}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </div>
  );
}
