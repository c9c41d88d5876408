import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { PlainDate } from '../../domain';
import { useFormat } from '../../i18n';
import { patrolWords } from '../../i18n/patrolWords';
import { rosterWords } from '../../i18n/rosterWords';
import { useWords } from '../../i18n/useWords';
import { Button, Menu, VisuallyHidden } from '../../ui';
import { DutyMenu } from './DutyMenu';
import type { RosterProps } from './rosterModel';

const WEEK = 7;

export interface RosterMonthProps extends RosterProps {
  /** "2026-12": days of other months are pale. */
  readonly month: string;
  /** The day whose duties are shown to begin with. */
  readonly first: PlainDate;
}

/** A month of duties by their number, and those of the day that is chosen. */
export function RosterMonth({ month, first, ...props }: RosterMonthProps) {
  const words = useWords(rosterWords);
  const patrol = useWords(patrolWords);
  const format = useFormat();
  const { teams, shifts, entries, days, onAdd } = props;
  const [picked, setPicked] = useState(first);
  const chosen = days.find(({ on }) => on === picked) ?? days.find(({ on }) => on.startsWith(month))!;
  const of = (on: PlainDate) => entries.filter(({ duty }) => duty.on === on);
  const own = of(chosen.on);
  const free = shifts.map(({ id, name }) => ({
    id,
    title: name,
    entries: teams
      .filter((team) => !own.some(({ duty }) => duty.teamId === team.id && duty.shiftId === id))
      .map((team) => ({
        id: `${id} ${team.id}`,
        title: team.name,
        onAction: () => onAdd({ teamId: team.id, shiftId: id, on: chosen.on }),
      })),
  }));
  const place = (on: PlainDate): number => days.findIndex((day) => day.on === on);
  const around = days.slice(Math.max(0, place(chosen.on) - WEEK), place(chosen.on) + WEEK + 1);
  return (
    <div className="gr-Stack">
      <div className="gr-RosterMonth">
        {days.slice(0, WEEK).map(({ weekday }) => (
          <span key={weekday} aria-hidden className="gr-muted gr-small">
            {patrol.weekday(weekday)}
          </span>
        ))}
        {days.map(({ on, weekday }) => {
          const here = of(on);
          const faulty = here.filter(({ isFaulty }) => isFaulty).length;
          const duties = here.length > 0 ? words.dayCount(format.count(here.length)) : '';
          const faults = faulty > 0 ? words.faultCount(format.count(faulty)) : '';
          return (
            <button
              key={on}
              type="button"
              className="gr-RosterMonth-day"
              data-pale={!on.startsWith(month)}
              aria-pressed={on === chosen.on}
              onClick={() => setPicked(on)}
            >
              <span className="gr-tabular">{Number(on.slice(8))}</span>
              <VisuallyHidden>
                , {words.showDay(words.dayTitle(patrol.longWeekday(weekday), format.date(on)), duties, faults)}
              </VisuallyHidden>
              <span aria-hidden className="gr-small">
                {duties}
              </span>
              <span aria-hidden className="gr-small">
                {faults && `⚠ ${format.count(faulty)}`}
              </span>
            </button>
          );
        })}
      </div>
      <h3>{words.dayTitle(patrol.longWeekday(chosen.weekday), format.date(chosen.on))}</h3>
      {own.length === 0 && <p className="gr-muted">{words.nobody}</p>}
      <div className="gr-Actions">
        {own.map((entry) => (
          <div key={entry.duty.id} className="gr-Roster-duty">
            <DutyMenu entry={entry} tellsTeam {...props} days={around} />
          </div>
        ))}
      </div>
      {free.some(({ entries: each }) => each.length > 0) && (
        <div>
          <Menu
            label={words.addDuty}
            trigger={<Button icon={Plus}>{words.addDuty}</Button>}
            groups={free.filter(({ entries: each }) => each.length > 0)}
          />
        </div>
      )}
    </div>
  );
}
