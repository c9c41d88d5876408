import { useMemo } from 'react';
import type { Incident } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { type DataColumn, DataTable, EmptyState, type RowRuns } from '../../ui';
import { useLoadedRows } from './useLoadedRows';

export interface FaultTableProps {
  readonly label: string;
  readonly rowCount: number;
  /** Another function means another list. */
  readonly load: (from: number, to: number) => Promise<readonly (Incident | undefined)[]>;
  readonly unitName: (code: string) => string;
  readonly selected: RowRuns;
  readonly onSelect: (rows: RowRuns) => void;
  readonly onOpen: (index: number) => void;
}

/** The records that have one fault. */
export function FaultTable({ label, rowCount, load, unitName, selected, onSelect, onOpen }: FaultTableProps) {
  const { incidents, health } = useMessages();
  const format = useFormat();
  const terms = useTerms();
  const { getRow, onVisibleRange } = useLoadedRows(load);
  const columns = useMemo(
    (): readonly DataColumn<Incident>[] => [
      {
        id: 'occurred',
        title: incidents.occurred,
        text: ({ occurred }) => format.when(occurred),
        width: 280,
      },
      {
        id: 'reportedOn',
        title: incidents.reportedOn,
        text: ({ reportedOn }) => (reportedOn === null ? '' : format.date(reportedOn)),
        width: 112,
      },
      { id: 'category', title: incidents.category, text: ({ category }) => terms.name(category), width: 140, grow: 1 },
      {
        id: 'unit',
        title: incidents.handlingUnit,
        text: ({ unitCode }) => (unitCode === null ? '' : unitName(unitCode)),
        width: 128,
        grow: 1,
      },
      {
        id: 'accuracy',
        title: health.accuracy,
        text: ({ positionAccuracyM }) => (positionAccuracyM === null ? '' : format.distance(positionAccuracyM)),
        width: 88,
        align: 'end',
      },
      { id: 'summary', title: incidents.summary, text: ({ summary }) => summary, width: 240, grow: 2 },
    ],
    [incidents, health, format, terms, unitName],
  );
  return (
    <DataTable
      label={label}
      columns={columns}
      rowCount={rowCount}
      getRow={getRow}
      onVisibleRange={onVisibleRange}
      selected={selected}
      onSelect={onSelect}
      onOpenRow={onOpen}
      loadRows={(indices) => Promise.all(indices.map(async (index) => (await load(index, index + 1))[0]))}
      empty={<EmptyState title={health.nothing} />}
    />
  );
}
