import { routeHours } from '../../../analysis/patrols/routeHours';
import { useFormat } from '../../../i18n';
import { sweepWords } from '../../../i18n/sweepWords';
import { useWords } from '../../../i18n/useWords';
import { InlineMessage, SimpleTable } from '../../../ui';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';

export interface SweepResultProps {
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
}

/** How long a full sweep takes, what is proven of it, and what it leaves out. */
export function SweepResult({ shown: { found, routes }, records }: SweepResultProps) {
  const words = useWords(sweepWords);
  const format = useFormat();
  const { teams, shifts, tasks } = records;
  const sweep = found && 'sweep' in found ? found.sweep : null;
  const time = (minutes: number): string => {
    const whole = Math.round(minutes);
    return words.duration(format.count(Math.floor(whole / 60)), format.count(whole % 60));
  };
  const rows = routes
    .map((route) => ({
      ...route,
      ...routeHours({ teams, shifts }, route),
      team: teams.find(({ id }) => id === route.teamId)?.name ?? words.unknown,
      shift: shifts.find(({ id }) => id === route.shiftId)?.name ?? words.unknown,
    }))
    .sort((a, b) => b.minutes - a.minutes);
  const longest = rows[0]?.minutes ?? 0;
  const total = rows.reduce((sum, { minutes }) => sum + minutes, 0);
  const overOf = ({ minutes, most }: (typeof rows)[number]): number => (most === null ? 0 : minutes - most);
  const over = rows.filter((row) => overOf(row) > 0.5).sort((a, b) => overOf(b) - overOf(a));
  const [worst] = over;
  const reached = new Set(routes.flatMap(({ stops }) => stops.map(({ taskId }) => taskId)));
  const missing = tasks.filter(({ id, isActive }) => isActive && !reached.has(id)).length;
  const isOfManyShifts = new Set(rows.map(({ shiftId }) => shiftId)).size > 1;
  const nameOf = (id: string): string => tasks.find((task) => task.id === id)?.name ?? words.unknown;
  const proof = (): string => {
    if (!sweep) return '';
    const by = words.by[sweep.boundBy];
    if (sweep.isProvenBest) return words.proven(by);
    if (sweep.lowerBound <= 0) return words.unbounded;
    const gap = format.percent(longest / sweep.lowerBound - 1, 1);
    // Rounded up it would say more than is proven.
    return words.bounded(time(Math.floor(sweep.lowerBound)), time(longest), gap, by);
  };
  return (
    <section className="gr-Stack" aria-label={words.result}>
      <p>
        {[words.longest(time(longest)), words.total(time(total), format.count(rows.length)), proof()]
          .filter(Boolean)
          .join(' ')}
      </p>
      {sweep ? (
        <p className="gr-muted">
          {[
            words.covered(format.count(sweep.tasks - sweep.leftOut.length), format.count(sweep.tasks)),
            sweep.phase === 'done' ? words.exact[sweep.exact] : '',
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      ) : (
        missing > 0 && <p className="gr-muted">{words.notInPlan(format.count(missing))}</p>
      )}
      {worst && (
        <InlineMessage
          tone="warn"
          title={words.over(time(worst.minutes), worst.team, time(worst.most ?? 0))}
          detail={words.overDetail(format.count(over.length))}
          remedy={words.overRemedy}
        />
      )}
      {sweep && sweep.leftOut.length > 0 && (
        <InlineMessage
          tone="error"
          title={words.leftOut(format.count(sweep.leftOut.length))}
          detail={
            <ul>
              {sweep.leftOut.map(({ taskId, why }) => (
                <li key={taskId}>{words.leftOutItem(nameOf(taskId), words.why[why])}</li>
              ))}
            </ul>
          }
        />
      )}
      <SimpleTable
        caption={words.teamTimes}
        rows={rows}
        rowKey={({ teamId, shiftId }) => `${teamId} ${shiftId}`}
        columns={[
          {
            id: 'team',
            title: words.team,
            isRowHeader: true,
            text: ({ team, shift }) => (isOfManyShifts ? `${team} · ${shift}` : team),
          },
          { id: 'time', title: words.time, align: 'end', text: ({ minutes }) => time(minutes) },
          {
            id: 'most',
            title: words.most,
            align: 'end',
            text: ({ most }) => (most === null ? words.unknown : time(most)),
          },
          {
            id: 'share',
            title: words.share,
            align: 'end',
            text: ({ minutes }) => format.percent(total > 0 ? minutes / total : 0),
          },
          { id: 'stops', title: words.stops, align: 'end', text: ({ stops }) => format.count(stops.length) },
        ]}
      />
    </section>
  );
}
