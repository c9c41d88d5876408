import { Lock } from 'lucide-react';
import type { HTMLAttributes, ReactNode } from 'react';
import type { PatrolTask, PlannedStop } from '../../../domain';
import { useFormat } from '../../../i18n';
import { handPlanWords } from '../../../i18n/handPlanWords';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import { Button, SimpleTable } from '../../../ui';
import { useTimes } from './useTimes';

export interface StopTableProps {
  readonly caption: string;
  readonly stops: readonly PlannedStop[];
  readonly tasks: readonly PatrolTask[];
  readonly onShow: (task: PatrolTask) => void;
  readonly rowProps: (stop: PlannedStop, at: number) => HTMLAttributes<HTMLTableRowElement>;
  /** What can be done with a stop; null: nothing at present. */
  readonly menu: ((stop: PlannedStop, at: number) => ReactNode) | null;
}

/** The stops of a route in their order, with their times. */
export function StopTable({ caption, stops, tasks, onShow, rowProps, menu }: StopTableProps) {
  const words = useWords(patrolWords);
  const hand = useWords(handPlanWords);
  const format = useFormat();
  const { time } = useTimes();
  const taskOf = ({ taskId }: PlannedStop): PatrolTask | undefined => tasks.find(({ id }) => id === taskId);
  const rows = stops.map((stop, at) => ({ stop, at }));
  type Row = (typeof rows)[number];
  /** A stop keeps its row when it is moved, so that the focus stays with it. */
  const keyOf = ({ stop: { taskId }, at }: Row): string =>
    stops.findIndex((stop) => stop.taskId === taskId) === at ? taskId : `${taskId} ${at}`;
  return (
    <SimpleTable
      caption={caption}
      rows={rows}
      rowKey={keyOf}
      rowProps={({ stop, at }) => rowProps(stop, at)}
      columns={[
        { id: 'number', title: '#', text: ({ at }) => format.count(at + 1), align: 'end' },
        {
          id: 'task',
          title: words.task,
          isRowHeader: true,
          text: ({ stop }) => taskOf(stop)?.name ?? '',
          cell: ({ stop }) => {
            const task = taskOf(stop);
            if (!task) return '';
            return (
              <>
                <Button variant="quiet" onPress={() => onShow(task)}>
                  {task.name}
                </Button>
                {stop.isLocked && (
                  <span className="gr-muted gr-small gr-DayRoute-locked">
                    <Lock aria-hidden size={12} /> {hand.locked}
                  </span>
                )}
              </>
            );
          },
        },
        { id: 'from', title: words.from, text: ({ stop }) => time(stop.startMinute), align: 'end' },
        { id: 'to', title: words.to, text: ({ stop }) => time(stop.leaveMinute), align: 'end' },
        ...(menu
          ? [
              {
                id: 'edit',
                title: hand.actions,
                align: 'end' as const,
                text: ({ stop }: Row) => (stop.isLocked ? hand.locked : ''),
                cell: ({ stop, at }: Row) => menu(stop, at),
              },
            ]
          : []),
      ]}
    />
  );
}
