import { Trash2, TriangleAlert } from 'lucide-react';
import { useFormat } from '../../i18n';
import { patrolWords } from '../../i18n/patrolWords';
import { rosterWords } from '../../i18n/rosterWords';
import { useWords } from '../../i18n/useWords';
import { Button, Menu, VisuallyHidden } from '../../ui';
import type { DutyPlace, RosterEntry, RosterProps } from './rosterModel';

export interface DutyMenuProps extends Omit<RosterProps, 'onAdd'> {
  readonly entry: RosterEntry;
  /** Whether the team is told, where the row does not tell it. */
  readonly tellsTeam?: boolean;
}

/** A duty of the calendar, and what can be done with it without dragging. */
export function DutyMenu({ entry, tellsTeam = false, ...of }: DutyMenuProps) {
  const words = useWords(rosterWords);
  const patrol = useWords(patrolWords);
  const format = useFormat();
  const { teams, shifts, entries, days, onMove, onRemove } = of;
  const { duty, stops, isFaulty } = entry;
  const team = teams.find(({ id }) => id === duty.teamId)?.name ?? '';
  const shift = shifts.find(({ id }) => id === duty.shiftId)?.name ?? '';
  const has = (part: Partial<DutyPlace>): boolean => {
    const place = { ...duty, ...part };
    return entries.some(
      (other) =>
        other.duty.teamId === place.teamId && other.duty.shiftId === place.shiftId && other.duty.on === place.on,
    );
  };
  const item = (id: string, title: string, part: Partial<DutyPlace>) => ({
    id,
    title,
    disabledReason: has(part) ? words.taken : null,
    onAction: () => onMove(duty, part),
  });
  const groups = [
    {
      id: 'remove',
      entries: [{ id: 'remove', title: words.remove, icon: Trash2, isDanger: true, onAction: () => onRemove(duty) }],
    },
    {
      id: 'shift',
      title: words.toShift,
      entries: shifts.filter(({ id }) => id !== duty.shiftId).map(({ id, name }) => item(id, name, { shiftId: id })),
    },
    {
      id: 'day',
      title: words.toDay,
      entries: days
        .filter(({ on }) => on !== duty.on)
        .map(({ on, weekday }) => item(on, words.dayTitle(patrol.longWeekday(weekday), format.date(on)), { on })),
    },
    {
      id: 'team',
      title: words.toTeam,
      entries: teams.filter(({ id }) => id !== duty.teamId).map(({ id, name }) => item(id, name, { teamId: id })),
    },
  ];
  return (
    <Menu
      label={words.duty(shift, team, format.date(duty.on))}
      groups={groups.filter(({ entries: of }) => of.length > 0)}
      trigger={
        <Button variant={isFaulty ? 'secondary' : 'quiet'} {...(isFaulty ? { icon: TriangleAlert } : {})}>
          {tellsTeam ? `${team} · ${shift}` : shift}
          {stops !== null && <span className="gr-muted gr-small"> {words.stops(format.count(stops))}</span>}
          {isFaulty && <VisuallyHidden>, {words.hasFault}</VisuallyHidden>}
          {!tellsTeam && (
            <VisuallyHidden>
              , {team}, {format.date(duty.on)}
            </VisuallyHidden>
          )}
        </Button>
      }
    />
  );
}
