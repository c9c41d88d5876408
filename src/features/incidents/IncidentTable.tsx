import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IncidentSort, SortKey } from '../../analysis/incidentQuery';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { Incident } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { type DataColumn, DataTable, EmptyState } from '../../ui';
import type { TableEntry } from '../../workers/borderAnswers';
import { sideName } from './sideName';

/** A row: where the kernel places the incident, and its record. */
export interface IncidentRow {
  readonly entry: TableEntry;
  readonly incident: Incident;
}

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
}

type Column = DataColumn<IncidentRow>;

/** All incidents that pass the filter, as many as there are; rows are read as they come into view. */
export function IncidentTable(props: IncidentTableProps) {
  const { info, version, rowCount, loadRows, sort, selectedIndex, unitName } = props;
  const { incidents, boundaries } = useMessages();
  const format = useFormat();
  const terms = useTerms();
  // With the edition that numbers the row's line: in another one the number means another line, or none.
  const cache = useRef(new Map<number, { readonly row: IncidentRow; readonly info: EditionInfo }>());
  const [, redraw] = useState(0);
  const [several, setSeveral] = useState<{ version: number; keys: ReadonlySet<string> } | null>(null);
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

  const columns = useMemo((): readonly Column[] => {
    const lineOf = ({ entry }: IncidentRow): string => (entry.hit ? nameLine(info, entry.hit.line) : '');
    const isApproximate = ({ entry }: IncidentRow): boolean =>
      entry.hit !== null && info.lines[entry.hit.line]!.exactness === 'approximate';
    return [
      {
        id: 'occurred',
        title: incidents.occurred,
        text: ({ incident }) => format.dateTime(incident.occurred.from),
        width: 144,
        isSortable: true,
      },
      {
        id: 'category',
        title: incidents.category,
        text: ({ incident }) => terms.name(incident.category),
        width: 140,
        grow: 1,
        isSortable: true,
      },
      {
        id: 'kind',
        title: incidents.kind,
        text: ({ incident }) => incidents.kindShort[incident.kind],
        width: 96,
        isSortable: true,
      },
      {
        id: 'persons',
        title: incidents.persons,
        text: ({ incident }) => format.count(incident.personsInvolved),
        width: 136,
        align: 'end',
        isSortable: true,
      },
      {
        id: 'unit',
        title: incidents.handlingUnit,
        text: ({ incident }) => (incident.unitCode ? unitName(incident.unitCode) : ''),
        width: 136,
        grow: 1,
        isSortable: true,
      },
      { id: 'line', title: incidents.zoneLine, text: lineOf, width: 168, grow: 1, isSortable: true },
      {
        id: 'distance',
        title: incidents.distance,
        text: (row) =>
          row.entry.hit
            ? `${isApproximate(row) ? boundaries.approximateMark : ''}${format.distance(row.entry.hit.distanceM)}`
            : '',
        width: 104,
        align: 'end',
        isSortable: true,
      },
      {
        id: 'side',
        title: incidents.side,
        text: ({ entry, incident }) =>
          entry.hit ? (sideName(info, entry.hit, incident.unitCode) ?? boundaries.onLine) : '',
        width: 112,
      },
      {
        id: 'chainage',
        title: incidents.chainage,
        text: ({ entry }) => (entry.hit ? format.distance(entry.hit.chainageM) : ''),
        width: 96,
        align: 'end',
      },
      { id: 'summary', title: incidents.summary, text: ({ incident }) => incident.summary, width: 240, grow: 2 },
    ];
  }, [info, incidents, boundaries, format, terms, unitName]);

  const selectedKeys = useMemo(() => {
    if (several?.version === version && several.keys.size > 1) return several.keys;
    return new Set(selectedIndex === null ? [] : [String(selectedIndex)]);
  }, [several, version, selectedIndex]);

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
      rowKey={String}
      onVisibleRange={onVisibleRange}
      sort={{ column: sort.key, direction: sort.descending ? 'descending' : 'ascending' }}
      onSort={({ column, direction }) =>
        props.onSort({ key: column as SortKey, descending: direction === 'descending' })
      }
      selectedKeys={selectedKeys}
      onSelect={(keys) => {
        setSeveral({ version, keys });
        const [only] = keys;
        if (keys.size === 1 && only !== undefined) withRow(Number(only), props.onSelect);
      }}
      onOpenRow={(index) => withRow(index, props.onOpen)}
      revealIndex={selectedIndex}
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
