import { GapSwatch, momentWithin } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { gapWords } from '../../../i18n/gapWords';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, SimpleTable, Switch } from '../../../ui';
import type { PlanCover } from './usePlanCover';
import type { ShownPlan } from './useShownPlan';

/** More gaps than these are told by their number. */
const MOST_GAPS = 20;
const THIRDS = 3;
const DAY_AND_MONTH = 5;

export interface GapsPanelProps {
  readonly cover: PlanCover;
  readonly shown: ShownPlan;
  readonly onShow: (id: string) => void;
}

/** The times without anybody, by what is expected in them, as a list and on the map. */
export function GapsPanel({ cover, shown, onShow }: GapsPanelProps) {
  const words = useWords(gapWords);
  const patrols = useWords(patrolWords);
  const format = useFormat();
  const showsGaps = useSession((session) => session.patrols.showsGaps);
  const setPatrols = useSession((session) => session.setPatrols);
  const { tasks, gaps, most } = cover;
  const { days } = shown;
  const moment = (minute: number): string => {
    const { on, time } = momentWithin(days, minute);
    // A plan is a month long at most.
    return `${format.date(on).slice(0, DAY_AND_MONTH)} ${time}`;
  };
  const risk = (share: number): string => format.decimal((most * share) / THIRDS, 3);
  return (
    <div className="gr-Stack gr-GapList">
      <Switch isSelected={showsGaps} onChange={(isOn) => setPatrols({ showsGaps: isOn })}>
        {words.showOnMap}
      </Switch>
      {showsGaps && (
        <div>
          <p className="gr-muted gr-small">{words.mapKey}</p>
          <ul className="gr-GapKey">
            <li>
              <GapSwatch level={3} />
              {words.levels[3](risk(2))}
            </li>
            <li>
              <GapSwatch level={2} />
              {words.levels[2](risk(1), risk(2))}
            </li>
            <li>
              <GapSwatch level={1} />
              {words.levels[1](risk(1))}
            </li>
            <li>
              <GapSwatch level={2} isNever />
              {words.mapNever}
            </li>
          </ul>
        </div>
      )}
      <SimpleTable
        caption={patrols.gapsNote(format.count(Math.min(MOST_GAPS, gaps.length)), format.count(gaps.length))}
        rows={gaps.slice(0, MOST_GAPS)}
        rowKey={({ task, fromMinute }) => `${task} ${fromMinute}`}
        columns={[
          {
            id: 'task',
            title: patrols.task,
            isRowHeader: true,
            text: ({ task }) => tasks[task]!.name,
            cell: ({ task }) => (
              <Button variant="quiet" onPress={() => onShow(tasks[task]!.id)}>
                {tasks[task]!.name}
              </Button>
            ),
          },
          { id: 'from', title: patrols.from, text: ({ fromMinute }) => moment(fromMinute) },
          { id: 'to', title: patrols.to, text: ({ toMinute }) => moment(toMinute) },
          {
            id: 'hours',
            title: words.gapHours,
            align: 'end',
            text: ({ fromMinute, toMinute }) => format.decimal((toMinute - fromMinute) / 60, 1),
          },
          { id: 'risk', title: patrols.expected, align: 'end', text: (gap) => format.decimal(gap.risk, 3) },
        ]}
      />
    </div>
  );
}
