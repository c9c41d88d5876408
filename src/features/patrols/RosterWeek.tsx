import { Plus } from 'lucide-react';
import { type DragEvent, useRef } from 'react';
import type { Duty } from '../../domain';
import { useFormat } from '../../i18n';
import { patrolWords } from '../../i18n/patrolWords';
import { rosterWords } from '../../i18n/rosterWords';
import { useWords } from '../../i18n/useWords';
import { IconButton, Menu } from '../../ui';
import { DutyMenu } from './DutyMenu';
import type { DutyPlace, RosterProps } from './rosterModel';

/** A week of duties: a row for each team, a column for each day. */
export function RosterWeek(props: RosterProps) {
  const words = useWords(rosterWords);
  const patrol = useWords(patrolWords);
  const format = useFormat();
  const { teams, shifts, entries, days, onAdd, onMove } = props;
  const dragged = useRef<Duty | null>(null);
  const target = (place: Pick<DutyPlace, 'teamId' | 'on'>) => ({
    onDragOver: (event: DragEvent) => {
      if (!dragged.current) return;
      event.preventDefault();
      event.currentTarget.setAttribute('data-drop', '');
    },
    onDragLeave: (event: DragEvent) => event.currentTarget.removeAttribute('data-drop'),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.currentTarget.removeAttribute('data-drop');
      const duty = dragged.current;
      dragged.current = null;
      if (duty) onMove(duty, place);
    },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by the keyboard
    <section className="gr-Roster" aria-label={words.views.week} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.team}</th>
            {days.map(({ on, weekday }) => (
              <th key={on} scope="col">
                {patrol.weekday(weekday)} <span className="gr-muted gr-small">{format.date(on).slice(0, 5)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.id}>
              <th scope="row">{team.name}</th>
              {days.map(({ on, weekday }) => {
                const own = entries
                  .filter(({ duty }) => duty.teamId === team.id && duty.on === on)
                  .sort((a, b) => beginsAt(a.duty) - beginsAt(b.duty));
                const free = shifts.filter(({ id }) => !own.some(({ duty }) => duty.shiftId === id));
                const label = words.add(team.name, words.dayTitle(patrol.longWeekday(weekday), format.date(on)));
                return (
                  <td key={on} {...target({ teamId: team.id, on })}>
                    <div className="gr-Roster-cell">
                      {own.map((entry) => (
                        // biome-ignore lint/a11y/noStaticElementInteractions: the menu inside does the same without dragging
                        <div
                          key={entry.duty.id}
                          draggable
                          className="gr-Roster-duty"
                          onDragStart={(event) => {
                            dragged.current = entry.duty;
                            event.dataTransfer.effectAllowed = 'move';
                            event.dataTransfer.setData('text/plain', team.name);
                          }}
                          onDragEnd={() => {
                            dragged.current = null;
                          }}
                        >
                          <DutyMenu entry={entry} {...props} />
                        </div>
                      ))}
                      {free.length > 0 && (
                        <Menu
                          label={label}
                          trigger={<IconButton icon={Plus} size="small" label={label} />}
                          groups={[
                            {
                              id: 'shifts',
                              entries: free.map(({ id, name }) => ({
                                id,
                                title: name,
                                onAction: () => onAdd({ teamId: team.id, shiftId: id, on }),
                              })),
                            },
                          ]}
                        />
                      )}
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
  function beginsAt({ shiftId }: Duty): number {
    return shifts.find(({ id }) => id === shiftId)?.fromMinute ?? 0;
  }
}
