import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import type { HourSpan } from '../../domain';
import { patrolWords } from '../../i18n/patrolWords';
import { taskSourceWords } from '../../i18n/taskSourceWords';
import { useWords } from '../../i18n/useWords';
import { Button, IconButton, Switch } from '../../ui';
import { HourFields } from './HourFields';
import { timeText } from './hourText';

export interface WindowFieldsProps {
  readonly windows: readonly HourSpan[];
  readonly onChange: (windows: readonly HourSpan[]) => void;
}

const EVENING: HourSpan = { fromMinute: 1_080, minutes: 360 };
const MORNING: HourSpan = { fromMinute: 300, minutes: 120 };

/** The hours in which a task can be visited: none of them for always. */
export function WindowFields({ windows, onChange }: WindowFieldsProps) {
  const words = useWords(patrolWords);
  const more = useWords(taskSourceWords);
  // What is typed stands in the fields until it is a time, so each keeps its own through removals of others.
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < windows.length) {
    keys.current.push(next.current);
    next.current += 1;
  }
  const remove = (at: number): void => {
    keys.current.splice(at, 1);
    onChange(windows.filter((_, i) => i !== at));
  };
  return (
    <>
      <Switch
        isWide
        isSelected={windows.length > 0}
        onChange={(isOn) => {
          keys.current = [];
          onChange(isOn ? [EVENING] : []);
        }}
      >
        {words.openHours}
      </Switch>
      {windows.map((span, i) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's frame is not wanted
        <div
          key={keys.current[i]}
          role="group"
          aria-label={more.window(timeText(span.fromMinute), timeText(span.fromMinute + span.minutes))}
          className="gr-WindowFields"
        >
          <HourFields
            value={span}
            onChange={(changed) => onChange(windows.map((each, k) => (k === i ? changed : each)))}
          />
          <IconButton
            icon={X}
            size="small"
            label={more.removeWindow(timeText(span.fromMinute), timeText(span.fromMinute + span.minutes))}
            onPress={() => remove(i)}
          />
        </div>
      ))}
      {windows.length > 0 && (
        <div>
          <Button icon={Plus} variant="quiet" onPress={() => onChange([...windows, MORNING])}>
            {more.addWindow}
          </Button>
        </div>
      )}
    </>
  );
}
