import { Check, Phone } from 'lucide-react';
import { timeText } from '../../features/patrols/hourText';
import type { StopList } from '../../formats/patrols/stopList';
import { type Aim, aimAt } from '../../geo/aimAt';
import { useFormat } from '../../i18n';
import { patrolFieldWords } from '../../i18n/patrolFieldWords';
import { useWords } from '../../i18n/useWords';
import { Button, InlineMessage } from '../../ui';
import { telephoneOf } from './telephoneOf';
import type { Where } from './useWhere';

/** Nearer than this, or than the receiver is sure of, a direction says nothing. */
const HERE_M = 20;

export interface NextStopProps {
  readonly list: StopList;
  /** Its place in the list; negative: there is none left. */
  readonly stop: number;
  readonly where: Where;
  readonly onTick: (stop: number) => void;
}

/** The stop that is to be made next: when, which way, and whom to call there. */
export function NextStop({ list, stop: number, where, onTick }: NextStopProps) {
  const words = useWords(patrolFieldWords);
  const format = useFormat();
  const stop = list.stops[number] ?? null;
  // Number and unit stay on one line.
  const farText = (distanceM: number): string =>
    format.distance(distanceM < 1_000 ? Math.round(distanceM / 10) * 10 : distanceM).replace(' ', '\u00a0');
  const say = ({ sector, distanceM }: Aim): string => words.aim(words.direction(sector), farText(distanceM));
  const goal = stop?.at ?? list.home.at;
  const aim = where.kind === 'found' ? aimAt(where.at, goal) : null;
  const isHere =
    where.kind === 'found' && aim !== null && aim.distanceM <= Math.max(HERE_M, Math.min(where.accuracyM, 50));
  return (
    <section className="gr-Field-next" aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      {stop ? (
        <>
          <p className="gr-Field-name">{`${format.count(number + 1)}. ${stop.name}`}</p>
          <p>
            {words.stopTime(
              timeText(stop.startMinute),
              timeText(stop.leaveMinute),
              format.count(stop.leaveMinute - stop.startMinute),
            )}
          </p>
          {stop.end && <p>{words.goesAlong(format.distance(aimAt(stop.at, stop.end).distanceM))}</p>}
        </>
      ) : (
        <>
          <p className="gr-Field-name">{words.backHome(list.home.name)}</p>
          <p>{words.allDone}</p>
        </>
      )}
      {aim && where.kind === 'found' && (
        <div className="gr-Field-aim">
          {!isHere && (
            <svg viewBox="-12 -12 24 24" aria-hidden className="gr-Field-arrow">
              <path d="M0 -10L7 9L0 5L-7 9Z" transform={`rotate(${aim.bearingDeg.toFixed(0)})`} />
            </svg>
          )}
          <div>
            <p className="gr-Field-way">{isHere ? words.here : say(aim)}</p>
            {stop?.end && <p>{words.endOfStretch(say(aimAt(where.at, stop.end)))}</p>}
            <p className="gr-muted">{words.accuracy(format.metres(where.accuracyM))}</p>
            {!isHere && <p className="gr-muted">{words.northUp}</p>}
          </div>
        </div>
      )}
      {where.kind !== 'off' && where.kind !== 'found' && (
        <InlineMessage tone={where.kind === 'waiting' ? 'info' : 'error'} {...words.gps[where.kind]} isLive />
      )}
      {stop?.posts.map((i) => {
        const { name, contact } = list.posts[i]!;
        const telephone = telephoneOf(contact);
        return telephone !== null ? (
          <a key={name} className="gr-Field-call" href={`tel:${telephone}`}>
            <Phone aria-hidden size={18} />
            {words.call(name, contact)}
          </a>
        ) : (
          <p key={name}>{`${name}: ${contact}`}</p>
        );
      })}
      {stop && (
        <Button icon={Check} variant="primary" isWide onPress={() => onTick(number)}>
          {words.tick}
        </Button>
      )}
    </section>
  );
}
