import { useMemo } from 'react';
import type { Incident } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { type DataColumn, DataTable, EmptyState, type RowRuns } from '../../ui';
import type { HealthPair } from '../../workers/healthTasks';
import { useLoadedRows } from './useLoadedRows';

export interface PairRow {
  readonly pair: HealthPair;
  readonly first: Incident;
  readonly second: Incident;
}

export interface PairTableProps {
  readonly label: string;
  readonly rowCount: number;
  /** Another function means another list. */
  readonly load: (from: number, to: number) => Promise<readonly (PairRow | undefined)[]>;
  readonly selected: RowRuns;
  readonly onSelect: (rows: RowRuns) => void;
  readonly onOpen: (index: number) => void;
}

/** Pairs of records that may be one case. */
export function PairTable({ label, rowCount, load, selected, onSelect, onOpen }: PairTableProps) {
  const { health, duplicates } = useMessages();
  const format = useFormat();
  const terms = useTerms();
  const { getRow, onVisibleRange } = useLoadedRows(load);
  const columns = useMemo((): readonly DataColumn<PairRow>[] => {
    const told = ({ occurred, category, summary }: Incident): string =>
      [format.when(occurred), terms.name(category), summary].filter(Boolean).join(' · ');
    return [
      { id: 'alike', title: health.alike, text: ({ pair }) => duplicates.strength[pair.strength], width: 136 },
      { id: 'first', title: health.firstCase, text: ({ first }) => told(first), width: 260, grow: 2 },
      { id: 'second', title: health.secondCase, text: ({ second }) => told(second), width: 260, grow: 2 },
      {
        id: 'distance',
        title: health.distance,
        text: ({ pair }) => (pair.distanceM === null ? '' : format.distance(pair.distanceM)),
        width: 96,
        align: 'end',
      },
      { id: 'reason', title: health.reason, text: ({ pair }) => duplicates.reason[pair.reason], width: 240, grow: 1 },
    ];
  }, [health, duplicates, format, terms]);
  return (
    <DataTable
      label={label}
      columns={columns}
      rowCount={rowCount}
      getRow={getRow}
      onVisibleRange={onVisibleRange}
      selected={selected}
      onSelect={onSelect}
      selectionMode="single"
      onOpenRow={onOpen}
      loadRows={(indices) => Promise.all(indices.map(async (index) => (await load(index, index + 1))[0]))}
      empty={<EmptyState title={health.nothing} />}
    />
  );
}
