import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { RouteFacts } from '../../../../analysis/patrols/describeRoute';
import { holdTrack, minuteAt } from '../../../../analysis/patrols/holdTrack';
import { momentOf } from '../../../../analysis/patrols/momentOf';
import { recordVisits } from '../../../../commands';
import type { Degrees, PatrolRoute, VisitId } from '../../../../domain';
import { readTimedTrack, type TimedTrack } from '../../../../formats/patrols/readTimedTrack';
import { useFormat, useMessages } from '../../../../i18n';
import { describeProblem } from '../../../../i18n/describeProblem';
import { patrolFieldWords } from '../../../../i18n/patrolFieldWords';
import { useWords } from '../../../../i18n/useWords';
import { Button, Dialog, InlineMessage } from '../../../../ui';
import { useServices } from '../../../services';
import { useActions } from '../../../wiring/useActions';
import { useObservable } from '../../../wiring/useObservable';
import { TrackTable } from './TrackTable';
import { useFieldTexts } from './useFieldTexts';

export interface TrackDialogProps {
  readonly facts: RouteFacts<PatrolRoute>;
  /** Empty where ways are straight lines: nobody goes those. */
  readonly course: readonly Degrees[];
  readonly onClose: () => void;
}

/** So far before and after a route a track may lie and still be of it. */
const AROUND_MINUTES = 360;

type Chosen =
  | { readonly kind: 'track'; readonly track: TimedTrack }
  | { readonly kind: 'fault'; readonly title: string; readonly detail: string; readonly remedy: string }
  | null;

/** A recorded track held against a route: what was truly visited, and what of it is kept. */
export default function TrackDialog({ facts, course, onClose }: TrackDialogProps) {
  const { store } = useServices();
  const words = useWords(patrolFieldWords);
  const messages = useMessages();
  const format = useFormat();
  const texts = useFieldTexts();
  const actions = useActions();
  const visits = useObservable(store.patrolVisits);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>(null);
  const { route, stops } = facts;

  const take = async (file: File): Promise<void> => {
    const read = readTimedTrack(await file.text(), file.name);
    if (!read.ok) return setChosen({ kind: 'fault', ...describeProblem(messages, read.problem) });
    if (read.value.seconds.length === 0)
      return setChosen({ kind: 'fault', title: words.trackNoTimes, detail: file.name, remedy: words.trackNoTimesHelp });
    setChosen({ kind: 'track', track: read.value });
  };
  const minutes = chosen?.kind === 'track' ? Array.from(chosen.track.seconds, (each) => minuteAt(route.on, each)) : [];
  const [first, last] = minutes.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [
    Infinity,
    -Infinity,
  ] as const as [number, number]);
  const isOther = last < route.outMinute - AROUND_MINUTES || first > route.backMinute + AROUND_MINUTES;
  const held = chosen?.kind === 'track' && !isOther ? holdTrack(chosen.track, { on: route.on, stops, course }) : null;
  const reached = held?.stops.filter(({ isReached }) => isReached) ?? [];
  const planned = recordVisits(
    { visits, routes: [route] },
    stops.flatMap((stop, i) => {
      const found = held?.stops[i];
      if (!found?.isReached) return [];
      return [
        {
          id: v7() as VisitId,
          taskId: stop.taskId,
          teamId: route.teamId,
          routeId: route.id,
          at: momentOf(route.on, minuteAt(route.on, found.arrivedSeconds)),
          minutes: found.coveredShare === null ? Math.round(found.dwellSeconds / 6) / 10 : null,
          method: 'track' as const,
          rev: 0,
        },
      ];
    }),
  );
  const changes = planned.ok ? planned.value.patrolVisits : undefined;
  const fresh = (changes?.added.length ?? 0) + (changes?.updated.length ?? 0);
  const record = async (): Promise<void> => {
    const done = words.recorded(format.count(fresh));
    if (await actions.apply(planned, { command: 'recordVisits', params: { count: fresh } }, done)) onClose();
  };
  const moment = (minute: number): string => format.dateTime(momentOf(route.on, minute));
  return (
    <Dialog
      title={words.trackTitle(texts.title(facts))}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        fresh > 0 && (
          <Button variant="primary" onPress={() => void record()}>
            {words.record(format.count(fresh))}
          </Button>
        )
      }
    >
      <div className="gr-Stack">
        <p className="gr-muted">{words.trackNote}</p>
        <div className="gr-Actions">
          <Button icon={FileUp} onPress={() => input.current?.click()}>
            {words.chooseTrack}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".gpx,application/gpx+xml"
            hidden
            data-file="track"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) void take(file);
            }}
          />
        </div>
        {chosen?.kind === 'fault' && (
          <InlineMessage tone="error" title={chosen.title} detail={chosen.detail} remedy={chosen.remedy} isLive />
        )}
        {isOther && chosen?.kind === 'track' && (
          <InlineMessage
            tone="error"
            title={words.trackOtherDay}
            remedy={words.trackOtherDayHelp(moment(first), moment(last), format.date(route.on))}
            isLive
          />
        )}
        {held && (
          <>
            <div role="status" className="gr-Stack">
              <p>
                {words.reached(
                  format.count(reached.length),
                  format.count(held.stops.filter(({ isOnTime }) => isOnTime).length),
                  format.count(stops.length),
                )}
              </p>
              {held.stretchesM > 0 && (
                <p>
                  {words.coverage(format.percent(held.coveredM / held.stretchesM), format.distance(held.stretchesM))}
                </p>
              )}
              <p>
                {course.length < 2
                  ? words.deviationsStraight
                  : held.deviations.length === 0
                    ? words.noDeviations
                    : words.deviations(
                        format.count(held.deviations.length),
                        format.distance(held.deviations.reduce((most, { farthestM }) => Math.max(most, farthestM), 0)),
                      )}
              </p>
              <p className="gr-muted">
                {words.trackFixes(
                  format.count(minutes.length),
                  format.count(held.dropped),
                  moment(first),
                  moment(last),
                )}
              </p>
              {reached.length > 0 && fresh === 0 && <p>{words.sentNothingNew}</p>}
            </div>
            <div className="gr-TrackTable">
              <TrackTable facts={facts} held={held} onLeave={onClose} />
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
