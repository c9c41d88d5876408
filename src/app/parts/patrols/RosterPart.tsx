import { CalendarCheck, CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { v7 } from 'uuid';
import { fillRoster } from '../../../analysis/patrols/fillRoster';
import type { planDays } from '../../../analysis/patrols/planDays';
import { setDuties } from '../../../commands';
import type { Duty, DutyId } from '../../../domain';
import { useFormat } from '../../../i18n';
import { patrolWords } from '../../../i18n/patrolWords';
import { planDraftWords } from '../../../i18n/planDraftWords';
import { rosterWords } from '../../../i18n/rosterWords';
import { useWords } from '../../../i18n/useWords';
import { Button, NumberField } from '../../../ui';
import { useActions } from '../../wiring/useActions';
import { RosterDialog } from './RosterDialog';
import { SureDialog } from './SureDialog';
import type { PatrolRecords } from './useRecords';

export interface RosterPartProps {
  readonly records: PatrolRecords;
  /** The days that are planned, at least one, and the duties on them. */
  readonly days: ReturnType<typeof planDays>;
  readonly duties: readonly Duty[];
}

/** Fills the roster of the days that are planned, and opens the calendar. */
export function RosterPart({ records, days, duties: own }: RosterPartProps) {
  const words = useWords(patrolWords);
  const draftWords = useWords(planDraftWords);
  const calendar = useWords(rosterWords);
  const format = useFormat();
  const actions = useActions();
  const { teams, shifts, duties } = records;
  const [from, to] = [days[0]!.on, days.at(-1)!.on];
  const evenly = Math.max(1, Math.ceil(teams.length / Math.max(1, shifts.length)));
  const [teamsPerShift, setTeamsPerShift] = useState<number | null>(null);
  const [open, setOpen] = useState<'calendar' | 'refill' | null>(null);
  const close = (): void => setOpen(null);
  const isPossible = teams.length > 0 && shifts.length > 0;
  const fill = (): void => {
    const filled = fillRoster(
      { teams, shifts },
      {
        days,
        teamsPerShift: teamsPerShift ?? evenly,
        kept: duties,
      },
    );
    const instead = filled.map((assignment) => ({ ...assignment, id: v7() as DutyId, rev: 0 }));
    void actions.apply(
      setDuties({ duties }, { of: own, instead }),
      { command: 'fillRoster', params: { count: filled.length } },
      words.rosterFilled(format.count(filled.length)),
    );
  };
  return (
    <>
      <div className="gr-Halves gr-Halves-end">
        <NumberField
          label={words.teamsPerShift}
          value={teamsPerShift ?? evenly}
          onChange={setTeamsPerShift}
          min={1}
          max={Math.max(1, teams.length)}
        />
        <Button
          icon={CalendarCheck}
          onPress={() => (own.length > 0 ? setOpen('refill') : fill())}
          isDisabled={!isPossible}
        >
          {words.fillRoster}
        </Button>
      </div>
      <p className="gr-muted">{own.length > 0 ? words.duties(format.count(own.length)) : words.noDuties}</p>
      <div>
        <Button icon={CalendarDays} onPress={() => setOpen('calendar')} isDisabled={!isPossible}>
          {calendar.open}
        </Button>
      </div>
      {open === 'calendar' && <RosterDialog records={records} from={from} onClose={close} />}
      {open === 'refill' && (
        <SureDialog
          title={draftWords.refillTitle}
          text={draftWords.refillText(format.count(own.length), format.date(from), format.date(to))}
          stay={draftWords.stay}
          go={draftWords.refillDo}
          onGo={fill}
          onClose={close}
        />
      )}
    </>
  );
}
