import { Filter } from 'lucide-react';
import type { ClusterLine } from '../../analysis/clusterLines';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import { poissonInterval } from '../../analysis/statistics/poissonInterval';
import type { ZoneDistances } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { Button, InlineMessage, SimpleTable } from '../../ui';
import { Facts } from './Facts';

const MOST_WITH_INTERVAL = 500;

export interface LineDetailsProps {
  readonly info: EditionInfo;
  /** Number of the line. */
  readonly line: number;
  readonly clusterLine: ClusterLine;
  readonly zoneM: ZoneDistances;
  /** Incidents in its zone to the left, to the right, on it without a side; null while they are counted. */
  readonly sides: readonly [left: number, right: number, on: number] | null;
  /** Whether the line counts under the present choice of lines: if not, nothing is flagged by it. */
  readonly isInScope: boolean;
  readonly onChooseUnit: (unit: number) => void;
  readonly onFilter: () => void;
}

/** A border line: what it is, how exact, and the incidents in its zone, on each side and per km. */
export function LineDetails(props: LineDetailsProps) {
  const { info, line, clusterLine, zoneM, sides, isInScope, onChooseUnit, onFilter } = props;
  const { boundaries, incidents } = useMessages();
  const format = useFormat();
  const { leftUnit, rightUnit, level, lengthM, exactness } = info.lines[line]!;
  const left = info.units[leftUnit]!;
  const right = info.units[rightUnit]!;
  const approximately = exactness === 'approximate' ? boundaries.approximateMark : '';
  const total = sides ? sides[0] + sides[1] + sides[2] : 0;
  /** With an interval where the count is small: beyond that it would say little. */
  const perKm = (count: number): string => {
    if (lengthM < zoneM[level]) return boundaries.perKmShort;
    const lengthKm = lengthM / 1000;
    const rate = boundaries.perKmValue(format.decimal(count / lengthKm, 2));
    if (count > MOST_WITH_INTERVAL) return rate;
    const [low, high] = poissonInterval(count);
    return `${rate} ${boundaries.interval95(format.decimal(low / lengthKm, 2), format.decimal(high / lengthKm, 2))}`;
  };
  const rows = [
    { id: 'left', unit: leftUnit, name: left.name, count: sides?.[0] ?? 0 },
    { id: 'right', unit: rightUnit, name: right.name, count: sides?.[1] ?? 0 },
    ...(sides && sides[2] > 0 ? [{ id: 'on', unit: null, name: boundaries.onLine, count: sides[2] }] : []),
  ];
  return (
    <section className="gr-Section" aria-labelledby="line-title">
      <p className="gr-Kicker">{boundaries.levelLine[level]}</p>
      <h2 id="line-title">{nameLine(info, line)}</h2>
      <Facts
        facts={[
          { id: 'length', name: boundaries.length, value: `${approximately}${format.distance(lengthM)}` },
          { id: 'exactness', name: boundaries.exactnessLabel, value: boundaries.exactness[exactness] },
          { id: 'cluster', name: boundaries.inCluster, value: boundaries.clusterLine[clusterLine] },
          { id: 'zone', name: boundaries.zones, value: format.metres(zoneM[level]) },
        ]}
      />
      {exactness === 'approximate' && <InlineMessage tone="warn" title={boundaries.exactnessLong.approximate} />}
      {!isInScope && <InlineMessage tone="info" title={boundaries.notCounted} />}
      {isInScope && sides && (
        <>
          <Facts
            facts={[
              {
                id: 'count',
                name: boundaries.incidentsInZone,
                value: incidents.count(total, format.count(total)),
              },
              { id: 'perKm', name: boundaries.perKm, value: perKm(total) },
            ]}
          />
          <SimpleTable
            caption={boundaries.sides}
            columns={[
              {
                id: 'unit',
                title: incidents.side,
                text: (row) => row.name,
                isRowHeader: true,
                cell: (row) => {
                  const { unit } = row;
                  return unit === null ? (
                    row.name
                  ) : (
                    <Button variant="quiet" onPress={() => onChooseUnit(unit)}>
                      {row.name}
                    </Button>
                  );
                },
              },
              { id: 'count', title: incidents.title, text: (row) => format.count(row.count), align: 'end' },
            ]}
            rows={rows}
            rowKey={(row) => row.id}
          />
          <Button icon={Filter} onPress={onFilter}>
            {boundaries.filterByThis}
          </Button>
        </>
      )}
    </section>
  );
}
