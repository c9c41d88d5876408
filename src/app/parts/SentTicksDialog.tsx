import { useEffect, useState } from 'react';
import { v7 } from 'uuid';
import { momentOf } from '../../analysis/patrols/momentOf';
import { recordVisits } from '../../commands';
import type { PatrolVisit, Problem, Result, VisitId } from '../../domain';
import { stopKey } from '../../formats/patrols/stopList';
import { readTicks, type TickReport } from '../../formats/patrols/tickReport';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { patrolFieldWords } from '../../i18n/patrolFieldWords';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { Button, Dialog, InlineMessage, SimpleTable } from '../../ui';
import { useServices } from '../services';
import { useActions } from '../wiring/useActions';
import { useObservable } from '../wiring/useObservable';

export interface SentTicksDialogProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** What a team has sent back: looked at, then recorded as visits of the plan. */
export default function SentTicksDialog({ text, onClose }: SentTicksDialogProps) {
  const words = useWords(patrolFieldWords);
  const messages = useMessages();
  const [read, setRead] = useState<Result<TickReport, Problem> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void readTicks(text).then((result) => isCurrent && setRead(result));
    return () => {
      isCurrent = false;
    };
  }, [text]);
  if (read === null) return null;
  if (read.ok) return <Report report={read.value} onClose={onClose} />;
  const { title, detail, remedy } = describeProblem(messages, read.problem);
  return (
    <Dialog title={words.sentTitle} isOpen onClose={onClose}>
      <InlineMessage tone="error" title={title} detail={detail} remedy={remedy} />
    </Dialog>
  );
}

function Report({ report, onClose }: { readonly report: TickReport; readonly onClose: () => void }) {
  const { store } = useServices();
  const words = useWords(patrolFieldWords);
  const patrols = useWords(patrolWords);
  const format = useFormat();
  const actions = useActions();
  const routes = useObservable(store.patrolRoutes);
  const tasks = useObservable(store.patrolTasks);
  const visits = useObservable(store.patrolVisits);
  const { ticks } = report;
  const known = routes.find(({ id }) => id === report.routeId);
  const isOtherDay = known !== undefined && known.on !== report.on;
  const route = isOtherDay ? undefined : known;
  // A route that was changed since has other places; what its stops are called in the link tells them all the same.
  const made = ticks.flatMap((tick): PatrolVisit[] => {
    const at = route?.stops[tick.stop];
    const stop =
      at && stopKey(at.taskId) === tick.key ? at : route?.stops.find(({ taskId }) => stopKey(taskId) === tick.key);
    if (!route || !stop) return [];
    return [
      {
        id: v7() as VisitId,
        taskId: stop.taskId,
        teamId: route.teamId,
        routeId: route.id,
        at: momentOf(route.on, tick.atMinute),
        minutes: null,
        method: 'ticked',
        rev: 0,
      },
    ];
  });
  const planned = recordVisits(
    { visits, routes },
    made.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  );
  const changes = planned.ok ? planned.value.patrolVisits : undefined;
  const fresh = (changes?.added.length ?? 0) + (changes?.updated.length ?? 0);
  const record = async (): Promise<void> => {
    const done = words.recorded(format.count(fresh));
    if (await actions.apply(planned, { command: 'recordVisits', params: { count: fresh } }, done)) onClose();
  };
  return (
    <Dialog
      title={words.sentTitle}
      isOpen
      onClose={onClose}
      footer={
        fresh > 0 && (
          <Button variant="primary" onPress={() => void record()}>
            {words.record(format.count(fresh))}
          </Button>
        )
      }
    >
      <div className="gr-Stack">
        <p>{words.sentFrom(report.team, report.shift, format.date(report.on))}</p>
        <p>{words.sentCount(format.count(ticks.length), format.count(Math.max(ticks.length, report.stops)))}</p>
        {!known && <InlineMessage tone="error" title={words.sentUnknown} remedy={words.sentUnknownHelp} />}
        {isOtherDay && (
          <InlineMessage
            tone="error"
            title={words.sentOtherDay(format.date(known.on), format.date(report.on))}
            remedy={words.sentOtherDayHelp}
          />
        )}
        {route && made.length < ticks.length && (
          <InlineMessage tone="warn" title={words.sentGone(format.count(ticks.length - made.length))} />
        )}
        {made.length > 0 && fresh === 0 && <InlineMessage tone="info" title={words.sentNothingNew} />}
        {made.length > 0 && (
          <SimpleTable
            caption={words.sentTitle}
            isCaptionHidden
            rows={made}
            rowKey={({ taskId, at }) => `${taskId} ${at}`}
            columns={[
              {
                id: 'task',
                title: patrols.task,
                isRowHeader: true,
                text: ({ taskId }) => tasks.find(({ id }) => id === taskId)?.name ?? '',
              },
              { id: 'at', title: words.at, align: 'end', text: ({ at }) => format.dateTime(at) },
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}
