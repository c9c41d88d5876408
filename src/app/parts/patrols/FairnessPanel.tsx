import { useMemo } from 'react';
import { shareByUnit } from '../../../analysis/patrols/shareByUnit';
import { shareWork, type TeamWork } from '../../../analysis/patrols/shareWork';
import { useFormat } from '../../../i18n';
import { gapWords } from '../../../i18n/gapWords';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import { type SimpleColumn, SimpleTable } from '../../../ui';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';

export interface FairnessPanelProps {
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
}

type Work = Omit<TeamWork, 'teamId'>;

/** How a plan shares out the work between teams, and between units. */
export function FairnessPanel({ shown, records }: FairnessPanelProps) {
  const words = useWords(gapWords);
  const patrols = useWords(patrolWords);
  const format = useFormat();
  const { teams, posts, members } = records;
  const { routes } = shown;
  const work = useMemo(() => shareWork(teams, routes), [teams, routes]);
  const units = useMemo(() => shareByUnit(teams, posts, work), [teams, posts, work]);
  const hours = (minutes: number): string => format.decimal(minutes / 60, 1);
  const shared = <Row extends Work>(): SimpleColumn<Row>[] => [
    { id: 'routes', title: patrols.shifts, align: 'end', text: (row) => format.count(row.routes) },
    { id: 'nights', title: patrols.nights, align: 'end', text: (row) => format.count(row.nights) },
    { id: 'hours', title: words.gapHours, align: 'end', text: (row) => hours(row.minutes) },
    { id: 'km', title: 'km', align: 'end', text: (row) => format.decimal(row.metres / 1_000, 1) },
  ];
  const all = work.map(({ minutes }) => minutes);
  return (
    <div className="gr-Stack">
      {all.length > 1 && <p>{words.spread(hours(Math.max(...all)), hours(Math.min(...all)))}</p>}
      <SimpleTable
        caption={words.unitCaption}
        rows={units}
        rowKey={({ memberId }) => memberId}
        columns={[
          {
            id: 'unit',
            title: words.units,
            isRowHeader: true,
            text: ({ memberId }) => members.find(({ id }) => id === memberId)?.name ?? '',
          },
          { id: 'teams', title: words.teamCount, align: 'end', text: (row) => format.count(row.teams) },
          ...shared<(typeof units)[number]>(),
          { id: 'person', title: words.personHours, align: 'end', text: (row) => hours(row.personMinutes) },
          { id: 'each', title: words.perTeam, align: 'end', text: (row) => hours(row.minutes / row.teams) },
        ]}
      />
      <SimpleTable
        caption={words.teamCaption}
        rows={work}
        rowKey={({ teamId }) => teamId}
        columns={[
          {
            id: 'team',
            title: patrols.teams,
            isRowHeader: true,
            text: ({ teamId }) => teams.find(({ id }) => id === teamId)?.name ?? '',
          },
          ...shared<TeamWork>(),
        ]}
      />
      <p className="gr-muted gr-small">{words.nightNote}</p>
    </div>
  );
}
