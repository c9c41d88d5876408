import './DataTable.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { copyText, rowsAsTsv } from './copyRows';
import { DataTableHead } from './DataTableHead';
import { DataTableRow } from './DataTableRow';
import { type DataTableProps, HEAD_PX, PHONE_ROW_PX, ROW_PX } from './dataTableTypes';
import { useUi } from './UiProvider';
import { useIsPhone } from './useIsPhone';
import { useTableSelection } from './useTableSelection';
import { VisuallyHidden } from './VisuallyHidden';

export type { DataColumn, DataSort, DataTableProps } from './dataTableTypes';

const OVERSCAN_ROWS = 4;
const NOTHING: ReadonlySet<string> = new Set();

const rowIndexOf = (target: EventTarget): number | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row ? Number(row.dataset.row) : null;
};

/**
 * A table of any length, of which only the rows in view are drawn. One stop for Tab (and one per sortable head); arrows,
 * Page, Home and End move, Shift and Ctrl select, Enter opens, Ctrl+C copies the selection or else the whole table.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rowCount, getRow, rowKey, onVisibleRange, selectedKeys = NOTHING, revealIndex } = props;
  const { strings } = useUi();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const rowPx = useIsPhone() ? PHONE_ROW_PX : ROW_PX;

  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: HEAD_PX,
  });
  const selection = useTableSelection({
    rowCount,
    rowKey,
    selectedKeys,
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
  const start = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => {
    if (end > start) onVisibleRange?.(start, end);
  }, [start, end, onVisibleRange]);

  const { setActive } = selection;
  useEffect(() => {
    if (revealIndex === null || revealIndex === undefined || revealIndex < 0) return;
    setActive(revealIndex);
    virtualizer.scrollToIndex(revealIndex, { align: 'auto' });
  }, [revealIndex, virtualizer, setActive]);

  const copy = (): void => {
    const all = Array.from({ length: rowCount }, (_, index) => index);
    const indices = selectedKeys.size > 0 ? all.filter((index) => selectedKeys.has(rowKey(index))) : all;
    const load = props.loadRows ?? ((wanted: readonly number[]) => Promise.resolve(wanted.map(getRow)));
    const made = rowsAsTsv({ columns, indices, load });
    copyText(made.then(({ text }) => text)).then(
      async () => {
        const { missing } = await made;
        setSaid(missing > 0 ? strings.copyMissingRows(missing) : strings.copiedRows(indices.length));
      },
      () => setSaid(strings.copyFailed),
    );
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const isText = window.getSelection()?.type === 'Range';
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyC' && !event.shiftKey && !isText) {
      event.preventDefault();
      event.stopPropagation();
      copy();
    } else selection.onKeyDown(event);
  };
  const onClick = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target);
    if (index !== null) selection.choose(index, event);
  };

  const isActiveDrawn = selection.active >= start && selection.active < end;
  const rowId = (index: number): string => `${id}-${index}`;
  const template = columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ');
  const style: CSSProperties & Record<'--columns', string> = {
    minWidth: columns.reduce((sum, { width }) => sum + width, 0),
    '--columns': template,
  };

  return (
    <div className="gr-DataTable" ref={scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid made of table elements, so that rows and cells keep their meaning
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable={(props.selectionMode ?? 'multiple') === 'multiple'}
        {...(rowCount > 0 && isActiveDrawn ? { 'aria-activedescendant': rowId(selection.active) } : {})}
        style={style}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const index = rowIndexOf(event.target);
          if (index !== null) props.onOpenRow?.(index);
        }}
      >
        <DataTableHead columns={columns} sort={props.sort ?? null} onSort={props.onSort} />
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
              isSelected={selectedKeys.has(rowKey(item.index))}
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
