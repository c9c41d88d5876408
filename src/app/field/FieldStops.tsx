import { Check, Undo2 } from 'lucide-react';
import { timeText } from '../../features/patrols/hourText';
import type { StopList } from '../../formats/patrols/stopList';
import type { Tick } from '../../formats/patrols/tickReport';
import { useFormat } from '../../i18n';
import { patrolFieldWords } from '../../i18n/patrolFieldWords';
import { useWords } from '../../i18n/useWords';
import { IconButton } from '../../ui';

export interface FieldStopsProps {
  readonly list: StopList;
  readonly next: number;
  readonly ticks: readonly Tick[];
  readonly onTick: (stop: number) => void;
  readonly onUntick: (stop: number) => void;
}

/** All stops in order; each can be ticked off, also out of order. */
export function FieldStops({ list, next, ticks, onTick, onUntick }: FieldStopsProps) {
  const words = useWords(patrolFieldWords);
  const format = useFormat();
  return (
    <section aria-labelledby="stops">
      <h2 id="stops">{words.stops}</h2>
      <ol className="gr-Field-stops" aria-labelledby="stops">
        {list.stops.map((stop, i) => {
          const tick = ticks.find((each) => each.stop === i);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, in which a task may come twice
            <li key={i} {...(i === next ? { 'aria-current': 'step' } : {})} data-done={tick !== undefined}>
              <span className="gr-Field-number">{format.count(i + 1)}</span>
              <div>
                <p>{stop.name}</p>
                <p className="gr-muted">
                  {`${timeText(stop.startMinute)}–${timeText(stop.leaveMinute)}`}
                  {tick && <strong>{` · ${words.tickedAt(timeText(tick.atMinute))}`}</strong>}
                </p>
              </div>
              {tick ? (
                <IconButton icon={Undo2} label={words.untickOf(stop.name)} onPress={() => onUntick(i)} />
              ) : (
                <IconButton
                  icon={Check}
                  variant="secondary"
                  label={words.tickOf(stop.name)}
                  onPress={() => onTick(i)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
