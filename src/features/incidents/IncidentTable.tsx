import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IncidentSort } from '../../analysis/incidentSort';
import type { EditionInfo } from '../../analysis/openEdition';
import { useMessages } from '../../i18n';
import {
  countRows,
  DataTable,
  EmptyState,
  type HeadFilter,
  NO_ROWS,
  type RowRuns,
  rowsBetween,
  type TableEditing,
} from '../../ui';
import { FIRST_COLUMNS, type IncidentColumn } from './incidentColumnIds';
import type { CellChoices } from './readCell';
import { type IncidentRow, sortKeyOf, useIncidentColumns } from './useIncidentColumns';

export interface IncidentTableProps {
  readonly info: EditionInfo;
  /** Of the answer that the rows belong to: another one means other rows. */
  readonly version: number;
  readonly rowCount: number;
  readonly isFiltered: boolean;
  readonly loadRows: (from: number, to: number) => Promise<readonly (IncidentRow | undefined)[]>;
  readonly sort: IncidentSort;
  readonly onSort: (sort: IncidentSort) => void;
  /** Place of the selected incident in the order; null when none is selected or the filter leaves it out. */
  readonly selectedIndex: number | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly unitName: (code: string) => string;
  readonly choices: CellChoices;
  /** The columns to show, in order; null: those that come. */
  readonly shown: readonly IncidentColumn[] | null;
  readonly editing: TableEditing<IncidentRow> | undefined;
  readonly headFilters: ReadonlyMap<string, HeadFilter>;
  /** Pixels, of the columns that a user has made wider or narrower. */
  readonly widths: Readonly<Record<string, number>>;
  readonly onResize: (column: string, width: number | null) => void;
  /** Places of several rows that are chosen, in this answer; empty: at most the selected one. */
  readonly chosen: RowRuns;
  readonly onChoose: (rows: RowRuns) => void;
}

/** All incidents that pass the filter, as many as there are; rows are read as they come into view. */
export function IncidentTable(props: IncidentTableProps) {
  const { info, version, rowCount, loadRows, sort, selectedIndex, unitName, choices, shown, chosen } = props;
  const { incidents } = useMessages();
  // With the edition that numbers the row's line: in another one the number means another line, or none.
  const cache = useRef(new Map<number, { readonly row: IncidentRow; readonly info: EditionInfo }>());
  const [, redraw] = useState(0);
  const asked = useRef<{ version: number; start: number; end: number } | null>(null);

  const read = useCallback(
    async (start: number, end: number): Promise<void> => {
      const rows = await loadRows(start, end);
      if (asked.current?.version !== version) return;
      rows.forEach((row, i) => {
        if (row) cache.current.set(start + i, { row, info });
      });
      redraw((n) => n + 1);
    },
    [loadRows, version, info],
  );

  const onVisibleRange = useCallback(
    (start: number, end: number): void => {
      asked.current = { version, start, end };
      void read(start, end);
    },
    [read, version],
  );

  // Another answer: the rows in sight are read anew and drawn as they were until they come, so nothing flickers.
  useEffect(() => {
    const range = asked.current;
    if (range && range.version !== version) {
      cache.current = new Map([...cache.current].filter(([index]) => index >= range.start && index < range.end));
      onVisibleRange(range.start, Math.min(range.end, Math.max(rowCount, range.start)));
    }
  }, [version, rowCount, onVisibleRange]);

  const known = (index: number): IncidentRow | undefined => {
    const kept = cache.current.get(index);
    return kept?.info === info ? kept.row : undefined;
  };

  const all = useIncidentColumns(info, unitName, choices);
  const columns = useMemo(
    () => (shown ?? FIRST_COLUMNS).flatMap((id) => (all.has(id) ? [all.get(id)!] : [])),
    [all, shown],
  );
  const selected = useMemo(() => {
    if (countRows(chosen) > 1) return chosen;
    return selectedIndex === null ? NO_ROWS : rowsBetween(selectedIndex, selectedIndex);
  }, [chosen, selectedIndex]);

  const withRow = (index: number, use: (id: string) => void): void => {
    const row = known(index);
    if (row) use(row.incident.id);
    else void loadRows(index, index + 1).then(([row]) => row && use(row.incident.id));
  };

  return (
    <DataTable
      label={incidents.table}
      columns={columns}
      rowCount={rowCount}
      getRow={known}
      onVisibleRange={onVisibleRange}
      sort={{ column: sort.key, direction: sort.descending ? 'descending' : 'ascending' }}
      onSort={({ column, direction }) => {
        const key = sortKeyOf(column as IncidentColumn);
        if (key) props.onSort({ key, descending: direction === 'descending' });
      }}
      selected={selected}
      onSelect={(rows) => {
        props.onChoose(rows);
        const [run] = rows;
        if (run && countRows(rows) === 1) withRow(run[0], props.onSelect);
      }}
      onOpenRow={(index) => withRow(index, props.onOpen)}
      revealIndex={selectedIndex}
      editing={props.editing}
      headFilters={props.headFilters}
      widths={props.widths}
      onResize={props.onResize}
      loadRows={(indices) => loadInOrder(indices, loadRows)}
      empty={<EmptyState title={props.isFiltered ? incidents.tableNoMatch : incidents.tableEmpty} />}
    />
  );
}

const PIECE_ROWS = 1_000;

/** Reads rows of any places in pieces of neighbours. */
async function loadInOrder(
  indices: readonly number[],
  loadRows: IncidentTableProps['loadRows'],
): Promise<readonly (IncidentRow | undefined)[]> {
  const rows: (IncidentRow | undefined)[] = [];
  for (let at = 0; at < indices.length; ) {
    let end = at + 1;
    while (end < indices.length && end - at < PIECE_ROWS && indices[end] === indices[end - 1]! + 1) end += 1;
    rows.push(...(await loadRows(indices[at]!, indices[end - 1]! + 1)));
    at = end;
  }
  return rows;
}
