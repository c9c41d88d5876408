import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Activity } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { activitiesWords } from '../../i18n/activitiesWords';
import { useWords } from '../../i18n/useWords';
import { Button, IconButton, Stamp } from '../../ui';

export interface ActivityListProps {
  /** The latest first. */
  readonly activities: readonly Activity[];
  readonly nameOf: (activity: Activity) => string;
  readonly onEdit: (activity: Activity) => void;
  readonly onRemove: (activity: Activity) => void;
}

const STEP = 50;

/** Each activity that was entered, with its ways to be mended. */
export function ActivityList({ activities, nameOf, onEdit, onRemove }: ActivityListProps) {
  const words = useWords(activitiesWords);
  const { common } = useMessages();
  const format = useFormat();
  const [shown, setShown] = useState(STEP);
  const left = activities.length - shown;
  return (
    <>
      <ul className="gr-PlainList gr-Activities-list">
        {activities.slice(0, shown).map((activity) => {
          const what = words.what(words.kindName[activity.kind], format.date(activity.on), nameOf(activity));
          return (
            <li key={activity.id}>
              <span className="gr-Activities-what">
                <span>
                  {what}: <strong className="gr-tabular">{format.count(activity.count)}</strong>
                </span>
                {activity.note !== '' && <span className="gr-muted gr-small">{activity.note}</span>}
              </span>
              {activity.source.kind === 'simulated' && <Stamp>{common.simulated}</Stamp>}
              <IconButton icon={Pencil} size="small" label={words.edit(what)} onPress={() => onEdit(activity)} />
              <IconButton icon={Trash2} size="small" label={words.remove(what)} onPress={() => onRemove(activity)} />
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <Button onPress={() => setShown(shown + STEP)}>{words.more(format.count(Math.min(left, STEP)))}</Button>
      )}
    </>
  );
}
