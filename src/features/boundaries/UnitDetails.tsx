import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo, UnitInfo } from '../../analysis/openEdition';
import type { Member } from '../../domain';
import { type Formatter, type Messages, useFormat, useMessages } from '../../i18n';
import { Button, SimpleTable } from '../../ui';
import { type Fact, Facts } from './Facts';

export interface UnitDetailsProps {
  readonly info: EditionInfo;
  /** Number of the unit. */
  readonly unit: number;
  /** Members that it is, holds or comes from. */
  readonly members: readonly Member[];
  /** Incidents inside it, and how many of them are flagged; null while they are counted. */
  readonly inside: { readonly total: number; readonly flagged: number } | null;
  /** Three counts a line: left, right, on it; null while they are counted. */
  readonly lineSides: Uint32Array | null;
  readonly isInScope: (line: number) => boolean;
  readonly onChooseUnit: (unit: number) => void;
  readonly onChooseLine: (line: number) => void;
}

/** A unit: its facts, its neighbours across each line, and the incidents inside and along its lines, by side. */
export function UnitDetails(props: UnitDetailsProps) {
  const { info, unit: number, members, inside, lineSides, isInScope, onChooseUnit, onChooseLine } = props;
  const messages = useMessages();
  const { boundaries, incidents } = messages;
  const format = useFormat();
  const unit = info.units[number]!;
  const rows = info.lines.flatMap((line, k) => {
    if (line.leftUnit !== number && line.rightUnit !== number) return [];
    const isLeft = line.leftUnit === number;
    const counted = lineSides && isInScope(k);
    return [
      {
        line: k,
        neighbour: isLeft ? line.rightUnit : line.leftUnit,
        lengthM: line.lengthM,
        exactness: line.exactness,
        here: counted ? lineSides[3 * k + (isLeft ? 0 : 1)]! : null,
        there: counted ? lineSides[3 * k + (isLeft ? 1 : 0)]! : null,
      },
    ];
  });
  const countText = (count: number | null): string => (count === null ? '–' : format.count(count));
  return (
    <section className="gr-Section" aria-labelledby="unit-title">
      <p className="gr-Kicker">
        {unit.isCore ? (members.length > 0 ? boundaries.member : boundaries.notMember) : boundaries.contextUnit}
      </p>
      <h2 id="unit-title">{unit.name}</h2>
      <Facts facts={unitFacts(unit, { info, members, messages, format })} />
      {inside && (
        <Facts
          facts={[
            {
              id: 'inside',
              name: boundaries.incidentsInside,
              value: incidents.count(inside.total, format.count(inside.total)),
            },
            {
              id: 'flagged',
              name: boundaries.flaggedInside,
              value: incidents.count(inside.flagged, format.count(inside.flagged)),
            },
          ]}
        />
      )}
      <SimpleTable
        caption={boundaries.neighbours}
        columns={[
          {
            id: 'neighbour',
            title: boundaries.neighbourUnit,
            text: (row) => info.units[row.neighbour]!.name,
            isRowHeader: true,
            cell: (row) => (
              <Button variant="quiet" onPress={() => onChooseUnit(row.neighbour)}>
                {info.units[row.neighbour]!.shortName}
              </Button>
            ),
          },
          {
            id: 'line',
            title: boundaries.length,
            align: 'end',
            text: (row) => format.distance(row.lengthM),
            cell: (row) => (
              <Button variant="quiet" onPress={() => onChooseLine(row.line)}>
                {`${row.exactness === 'approximate' ? boundaries.approximateMark : ''}${format.distance(row.lengthM)}`}
                <span className="gr-VisuallyHidden">{nameLine(info, row.line)}</span>
              </Button>
            ),
          },
          { id: 'here', title: boundaries.countHere, align: 'end', text: (row) => countText(row.here) },
          { id: 'there', title: boundaries.countThere, align: 'end', text: (row) => countText(row.there) },
        ]}
        rows={rows}
        rowKey={(row) => String(row.line)}
      />
      <p className="gr-muted gr-small">{boundaries.sideNote}</p>
    </section>
  );
}

function unitFacts(
  unit: UnitInfo,
  context: {
    readonly info: EditionInfo;
    readonly members: readonly Member[];
    readonly messages: Messages;
    readonly format: Formatter;
  },
): (Fact | null)[] {
  const { members, format, messages } = context;
  const { boundaries } = messages;
  const fact = (id: string, name: string, value: string | null): Fact | null => (value ? { id, name, value } : null);
  const isOfToday = unit.lineage.length === 0;
  return [
    fact('code', boundaries.code, unit.code),
    fact('district', boundaries.district2018, unit.districts2018.join(', ')),
    fact('province', isOfToday ? boundaries.province : boundaries.province2018, unit.province),
    fact(
      'population',
      isOfToday ? boundaries.populationSum : boundaries.population2019,
      unit.population2019 === null ? null : boundaries.persons(format.count(unit.population2019)),
    ),
    fact('area', boundaries.area, format.area(unit.areaKm2)),
    fact('successor', boundaries.successor, unit.name2025),
    fact('predecessors', boundaries.predecessors, unit.predecessorNames.join(', ')),
    unit.lineage.length > 0
      ? {
          id: 'lineage',
          name: boundaries.lineage,
          value: (
            <ul className="gr-PlainList">
              {unit.lineage.map((step) => (
                <li key={step.effective}>
                  {boundaries.lineageStep(format.date(step.effective), step.name)}
                  {step.resolution && (
                    <span className="gr-muted">
                      {' '}
                      {boundaries.resolution(step.resolution, step.isResolutionConfirmed)}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          ),
        }
      : null,
    fact(
      'certainty',
      boundaries.lineageConfidence,
      unit.lineageCertainty ? boundaries.lineageCertainty[unit.lineageCertainty] : null,
    ),
    members.length > 0
      ? {
          id: 'members',
          name: boundaries.inCluster,
          value: (
            <ul className="gr-PlainList">
              {members.map(({ id, name, from, to, fromIsProvisional }) => (
                <li key={id}>
                  {name}
                  <span className="gr-muted gr-small gr-block">
                    {to === null
                      ? boundaries.memberSince(format.date(from))
                      : boundaries.memberSpan(format.date(from), format.date(to))}
                    {fromIsProvisional && ` (${boundaries.memberProvisional})`}
                  </span>
                </li>
              ))}
            </ul>
          ),
        }
      : null,
    unit.outerEdgeM > 0
      ? {
          id: 'edge',
          name: boundaries.outerEdge,
          value: (
            <>
              {format.distance(unit.outerEdgeM)}
              <span className="gr-muted gr-small gr-block">{boundaries.outerEdgeHint}</span>
            </>
          ),
        }
      : null,
  ];
}
