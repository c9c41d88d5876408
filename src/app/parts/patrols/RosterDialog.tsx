import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { v7 } from 'uuid';
import { checkDuties, type DutyFault } from '../../../analysis/patrols/checkDuties';
import { planDays } from '../../../analysis/patrols/planDays';
import { setDuties } from '../../../commands';
import type { Duty, DutyId, PlainDate } from '../../../domain';
import { type DutyPlace, RosterMonth, RosterWeek } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { rosterWords } from '../../../i18n/rosterWords';
import { useWords } from '../../../i18n/useWords';
import { Button, Dialog, IconButton, SegmentedControl } from '../../../ui';
import { useServices } from '../../services';
import { useActions } from '../../wiring/useActions';
import { isSameRoute } from './useHandEdit';
import type { PatrolRecords } from './useRecords';
import { useShownPlan } from './useShownPlan';

export interface RosterDialogProps {
  readonly records: PatrolRecords;
  /** The first day of the period that is planned. */
  readonly from: PlainDate;
  readonly onClose: () => void;
}

const WEEK = 7;
const DAY_MS = 86_400_000;
const MINUTES = 60;

const shifted = (on: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(on) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
const mondayOf = (on: PlainDate): PlainDate => shifted(on, -planDays(on, 1)[0]!.weekday);
const monthsOn = (on: PlainDate, by: number): PlainDate => {
  const [year = 0, month = 1] = on.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10) as PlainDate;
};

/** Who is on duty when: by week and by month, changed by hand. */
export function RosterDialog({ records, from, onClose }: RosterDialogProps) {
  const words = useWords(rosterWords);
  const format = useFormat();
  const actions = useActions();
  const { today } = useServices();
  const { teams, shifts, duties } = records;
  const shown = useShownPlan(records);
  const [view, setView] = useState<'week' | 'month'>('week');
  const [anchor, setAnchor] = useState(from);
  const month = anchor.slice(0, 7);
  const days = useMemo(() => {
    if (view === 'week') return planDays(mondayOf(anchor), WEEK);
    const first = mondayOf(monthsOn(anchor, 0));
    const length = (Date.parse(monthsOn(anchor, 1)) - Date.parse(first)) / DAY_MS;
    return planDays(first, Math.ceil(length / WEEK) * WEEK);
  }, [view, anchor]);
  const faults = useMemo(() => checkDuties({ teams, shifts }, duties), [teams, shifts, duties]);
  const entries = useMemo(() => {
    const faulty = new Set(faults.map(({ id }) => id));
    return duties.map((duty) => ({
      duty,
      stops: shown?.routes.find((route) => isSameRoute(route, duty))?.stops.length ?? null,
      isFaulty: faulty.has(duty.id),
    }));
  }, [duties, faults, shown]);

  const nameOf = (rows: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    rows.find((row) => row.id === id)?.name ?? '';
  const titleOf = ({ teamId, shiftId, on }: DutyPlace): string =>
    words.duty(nameOf(shifts, shiftId), nameOf(teams, teamId), format.date(on));
  const add = (place: DutyPlace): void => {
    const duty: Duty = { ...place, id: v7() as DutyId, rev: 0 };
    void actions.apply(
      setDuties({ duties }, { of: [], instead: [duty] }),
      { command: 'addDuty' },
      words.added(titleOf(duty)),
    );
  };
  const move = (duty: Duty, part: Partial<DutyPlace>): void => {
    const next: Duty = { ...duty, ...part, id: v7() as DutyId };
    if (isSameRoute(next, duty)) return;
    if (duties.some((other) => isSameRoute(other, next))) {
      actions.say(words.taken);
      return;
    }
    void actions.apply(
      setDuties({ duties }, { of: [duty], instead: [next] }),
      { command: 'moveDuty' },
      words.moved(titleOf(next)),
    );
  };
  const remove = (duty: Duty): void => {
    void actions.apply(
      setDuties({ duties }, { of: [duty], instead: [] }),
      { command: 'removeDuty' },
      words.removed(titleOf(duty)),
    );
  };
  const inView = new Set(days.map(({ on }) => on));
  const dutyOf = (id: DutyId): Duty => duties.find((duty) => duty.id === id)!;
  const told = faults.filter(({ id }) => inView.has(dutyOf(id).on));
  const say = (fault: DutyFault): string => {
    const duty = dutyOf(fault.id);
    const title = titleOf(duty);
    switch (fault.kind) {
      case 'overlap':
        return words.fault.overlap(title, titleOf(dutyOf(fault.other)));
      case 'noRest': {
        const least = teams.find(({ id }) => id === duty.teamId)?.restMinutes ?? 0;
        return words.fault.noRest(
          title,
          format.decimal(fault.minutes / MINUTES, 1),
          format.decimal(least / MINUTES, 1),
        );
      }
      default:
        return words.fault[fault.kind](title);
    }
  };
  const step = (by: -1 | 1): void => setAnchor(view === 'week' ? shifted(anchor, by * WEEK) : monthsOn(anchor, by));
  const props = { teams, shifts, entries, days, onAdd: add, onMove: move, onRemove: remove };
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="large">
      <div className="gr-Stack">
        <div className="gr-Roster-bar">
          <SegmentedControl
            label={words.view}
            isLabelHidden
            segments={(['week', 'month'] as const).map((id) => ({ id, title: words.views[id] }))}
            value={view}
            onChange={setView}
          />
          <div className="gr-Roster-step">
            <IconButton icon={ChevronLeft} label={words.earlier[view]} onPress={() => step(-1)} />
            <strong className="gr-tabular" aria-live="polite">
              {view === 'week'
                ? words.week(format.date(days[0]!.on), format.date(days.at(-1)!.on))
                : words.month(String(Number(month.slice(5))), month.slice(0, 4))}
            </strong>
            <IconButton icon={ChevronRight} label={words.later[view]} onPress={() => step(1)} />
          </div>
          <Button variant="quiet" onPress={() => setAnchor(today)}>
            {words.today}
          </Button>
        </div>
        {view === 'week' ? (
          <>
            <p className="gr-muted gr-small">{words.howTo}</p>
            <RosterWeek {...props} />
          </>
        ) : (
          <RosterMonth {...props} month={month} first={anchor} />
        )}
        {told.length > 0 && (
          <section aria-label={words.faults}>
            <h3>{`${words.faults} (${format.count(told.length)})`}</h3>
            <ul>
              {told.map((fault) => (
                <li key={JSON.stringify(fault)}>{say(fault)}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
