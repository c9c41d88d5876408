import { ShieldCheck } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { nameLine } from '../../../analysis/nameLine';
import { workSpan } from '../../../analysis/patrols/workSpan';
import type { Duty, PatrolTask, PlainDate, ShiftId } from '../../../domain';
import { timeText } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { sweepWords } from '../../../i18n/sweepWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, Checkbox, Disclosure, ProgressBar, Select } from '../../../ui';
import { useServices } from '../../services';
import { patrolServiceOf } from '../../wiring/patrolService';
import { useObservable } from '../../wiring/useObservable';
import { useView } from '../../wiring/useView';
import { GroundNote } from './GroundNote';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';
import { useSince } from './useSince';

const SEARCH_LIMIT_MS = 10_000;
const PROOF_LIMIT_MS = 30_000;
const NO_LINE = '';

const lineOf = ({ chainage }: PatrolTask): string => chainage?.lineId ?? NO_LINE;

export interface SweepViewProps {
  readonly records: PatrolRecords;
  /** Duties in the period that is planned. */
  readonly duties: readonly Duty[];
  readonly seed: number;
}

/** What is swept, on which day and by whom, and how far the search is. */
export function SweepView({ records, duties, seed }: SweepViewProps) {
  const service = patrolServiceOf(useServices());
  const words = useWords(sweepWords);
  const format = useFormat();
  const draft = useObservable(service.draft);
  const info = useView('info');
  const ground = usePlanGround(records);
  const setPatrols = useSession((session) => session.setPatrols);
  const { teams, shifts, tasks } = records;
  const [wantedDay, setDay] = useState<PlainDate | null>(null);
  const [wantedShifts, setShifts] = useState<readonly ShiftId[] | null>(null);
  const [leftLines, setLeftLines] = useState<readonly string[]>([]);

  const days = useMemo(() => [...new Set(duties.map(({ on }) => on))].sort(), [duties]);
  const day = wantedDay && days.includes(wantedDay) ? wantedDay : (days[0] ?? null);
  const ofDay = useMemo(() => duties.filter(({ on }) => on === day), [duties, day]);
  const dayShifts = shifts.filter(({ id }) => ofDay.some(({ shiftId }) => shiftId === id));
  const shiftIds = wantedShifts ?? dayShifts.slice(0, 1).map(({ id }) => id);
  const own = ofDay.filter(({ teamId, shiftId }) => {
    const [team, shift] = [teams.find(({ id }) => id === teamId), shifts.find(({ id }) => id === shiftId)];
    return shiftIds.includes(shiftId) && team && shift && workSpan(team, shift);
  });
  const active = useMemo(() => tasks.filter(({ isActive }) => isActive), [tasks]);
  const lines = useMemo(() => [...new Set(active.map(lineOf))].sort(), [active]);
  const swept = active.filter((task) => !leftLines.includes(lineOf(task)));
  const lineName = (id: string): string => {
    if (id === NO_LINE) return words.noLine;
    const number = info?.lines.findIndex((line) => line.id === id) ?? -1;
    return info && number >= 0 ? nameLine(info, number) : words.unknownLine;
  };
  const missing = [
    days.length === 0 ? words.needDuties : null,
    days.length > 0 && own.length === 0 ? words.needShift : null,
    swept.length === 0 ? words.needScope : null,
  ].filter((text) => text !== null);

  const outcome = draft?.found && 'sweep' in draft.found ? draft.found.sweep : null;
  const isSweeping = draft?.isWorking === true && 'swept' in draft.request;
  const isProving = isSweeping && outcome?.phase === 'proof';
  const [provingSince, setProvingSince] = useState<number | null>(null);
  useEffect(() => setProvingSince(isProving ? performance.now() : null), [isProving]);
  const searched = useSince(isSweeping && !isProving ? draft.since : null);
  const proved = useSince(provingSince);
  const start = (): void => {
    if (!ground?.ground || !day) return;
    setPatrols({ day });
    service.plan({
      tasks: ground.ask.tasks,
      posts: ground.ask.posts,
      travel: ground.ground.travel,
      roadsId: ground.roadsId,
      teams,
      shifts,
      duties: own,
      days: [day],
      seed,
      timeLimitMs: SEARCH_LIMIT_MS,
      proofLimitMs: PROOF_LIMIT_MS,
      swept: swept.map(({ id }) => id),
    });
  };

  return (
    <div className="gr-Stack">
      {day && (
        <Select
          label={words.day}
          options={days.map((on) => ({
            id: on as string,
            title: format.date(on),
            detail: words.dayDetail(format.count(duties.filter((duty) => duty.on === on).length)),
          }))}
          value={day}
          onChange={(on) => setDay(on as PlainDate)}
        />
      )}
      {dayShifts.length > 0 && (
        <fieldset className="gr-Weekdays">
          <legend>{words.shifts}</legend>
          {dayShifts.map(({ id, name, fromMinute, minutes }) => (
            <Checkbox
              key={id}
              isSelected={shiftIds.includes(id)}
              onChange={(isChosen) => setShifts(isChosen ? [...shiftIds, id] : shiftIds.filter((each) => each !== id))}
            >
              {words.shiftTitle(
                name,
                timeText(fromMinute),
                timeText(fromMinute + minutes),
                format.count(ofDay.filter(({ shiftId }) => shiftId === id).length),
              )}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {lines.length > 1 && (
        <Disclosure title={words.scope} level={2}>
          <div className="gr-Stack">
            <Checkbox
              isSelected={swept.length === active.length}
              isIndeterminate={swept.length > 0 && swept.length < active.length}
              onChange={(isChosen) => setLeftLines(isChosen ? [] : lines)}
            >
              {words.allTasks(format.count(active.length))}
            </Checkbox>
            {lines.map((id) => (
              <Checkbox
                key={id}
                isSelected={!leftLines.includes(id)}
                onChange={(isChosen) =>
                  setLeftLines(isChosen ? leftLines.filter((each) => each !== id) : [...leftLines, id])
                }
              >
                {words.lineTasks(lineName(id), format.count(active.filter((task) => lineOf(task) === id).length))}
              </Checkbox>
            ))}
          </div>
        </Disclosure>
      )}
      {missing.length > 0 ? (
        <div>
          <p>{words.need}</p>
          <ul>
            {missing.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="gr-muted">
          {words.chosen(format.count(swept.length), format.count(own.length))}
          {swept.some(({ windows, joint }) => windows.length > 0 || joint.length > 1) && ` ${words.leavesAside}`}
        </p>
      )}
      <div className="gr-Actions">
        <Button
          icon={ShieldCheck}
          variant="primary"
          onPress={start}
          isDisabled={missing.length > 0 || !ground?.ground || draft?.isWorking === true}
        >
          {words.start}
        </Button>
      </div>
      {missing.length === 0 && <GroundNote records={records} />}
      {isSweeping && (
        <ProgressBar
          label={isProving ? words.proving : words.searching}
          share={Math.min(1, isProving ? proved / PROOF_LIMIT_MS : searched / SEARCH_LIMIT_MS)}
        />
      )}
    </div>
  );
}
