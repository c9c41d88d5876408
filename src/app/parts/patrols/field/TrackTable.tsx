import type { RouteFacts } from '../../../../analysis/patrols/describeRoute';
import { type HeldStop, type HeldTrack, minuteAt } from '../../../../analysis/patrols/holdTrack';
import { momentOf } from '../../../../analysis/patrols/momentOf';
import type { PatrolRoute } from '../../../../domain';
import { useFormat } from '../../../../i18n';
import { patrolFieldWords } from '../../../../i18n/patrolFieldWords';
import { patrolWords } from '../../../../i18n/patrolWords';
import { useWords } from '../../../../i18n/useWords';
import { useSession } from '../../../../store';
import { Button, SimpleTable } from '../../../../ui';
import { useFieldTexts } from './useFieldTexts';

export interface TrackTableProps {
  readonly facts: RouteFacts<PatrolRoute>;
  readonly held: HeldTrack;
  /** Another screen is opened from here. */
  readonly onLeave: () => void;
}

/** What a receiver in the hand is off by, where the file does not tell. */
const RECEIVER_M = 15;

/** Stop by stop: planned, truly reached, and what can be entered from there. */
export function TrackTable({ facts, held, onLeave }: TrackTableProps) {
  const words = useWords(patrolFieldWords);
  const patrols = useWords(patrolWords);
  const format = useFormat();
  const texts = useFieldTexts();
  const { route, stops } = facts;
  const resultOf = ({ isReached, isOnTime, isUnsure, offSeconds, nearestM }: HeldStop): string => {
    if (!isReached && !Number.isFinite(nearestM)) return words.results.unknown;
    if (!isReached) return (isUnsure ? words.results.unsure : words.results.missed)(format.distance(nearestM));
    if (isOnTime) return words.results.onTime;
    const minutes = format.count(Math.abs(offSeconds) / 60);
    return offSeconds > 0 ? words.results.late(minutes) : words.results.early(minutes);
  };
  const rows = stops.map((stop, i) => ({ stop, found: held.stops[i]!, number: i + 1 }));
  const arrival = ({ arrivedSeconds }: HeldStop): number => minuteAt(route.on, arrivedSeconds);
  const enter = ({ stop, found }: (typeof rows)[number]): void => {
    const [lng, lat] = stop.path[0]!;
    onLeave();
    useSession.getState().openEntry({
      kind: 'new',
      place: { lng, lat, accuracyM: RECEIVER_M },
      resume: false,
      discoveredAt: momentOf(route.on, arrival(found)),
    });
  };
  return (
    <SimpleTable
      caption={texts.title(facts)}
      rows={rows}
      rowKey={({ number }) => String(number)}
      columns={[
        { id: 'number', title: '#', text: ({ number }) => format.count(number), align: 'end' },
        { id: 'task', title: patrols.task, isRowHeader: true, text: ({ stop }) => stop.name },
        { id: 'planned', title: words.planned, align: 'end', text: ({ stop }) => texts.time(stop.startMinute) },
        {
          id: 'came',
          title: words.came,
          align: 'end',
          text: ({ found }) => (found.isReached ? texts.time(arrival(found)) : '–'),
        },
        {
          id: 'stayed',
          title: words.stayed,
          align: 'end',
          // On a stretch the team goes on at once.
          text: ({ found }) =>
            found.isReached && found.coveredShare === null
              ? words.minutes(format.decimal(found.dwellSeconds / 60, 1))
              : '–',
        },
        {
          id: 'covered',
          title: words.covered,
          align: 'end',
          text: ({ found }) => (found.coveredShare === null ? '–' : format.percent(found.coveredShare)),
        },
        { id: 'result', title: words.result, text: ({ found }) => resultOf(found) },
        {
          id: 'enter',
          title: words.discovered,
          text: () => '',
          cell: (row) =>
            row.found.isReached && (
              <Button variant="quiet" onPress={() => enter(row)}>
                {words.addDiscovered}
              </Button>
            ),
        },
      ]}
    />
  );
}
