import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dayOfMinutes } from '../../../analysis/incidentColumns';
import type { PlainDate } from '../../../domain';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { type DayRange, useSession } from '../../../store';
import { Button, Disclosure, IconButton, InlineMessage, NumberField, TextField } from '../../../ui';
import { useView } from '../../wiring/useView';

const DAY_MS = 86_400_000;
const TICK_MS = 1_200;
const WINDOW_DAYS = 30;
const STEP_DAYS = 7;
const MOST_DAYS = 3_660;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const addDays = (day: string, days: number): PlainDate =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;

/** Days and hours typed exactly, and a window of days that moves on by itself. */
export function TimeControls() {
  const words = useWords(hotspotWords);
  const filter = useSession((session) => session.filter);
  const setFilter = useSession((session) => session.setFilter);
  const { from, to } = filter.occurred ?? {};
  const day = (text: string): PlainDate | undefined => (text === '' ? undefined : (text as PlainDate));
  const setDays = (start: PlainDate | undefined, end: PlainDate | undefined): void => {
    const range: DayRange = { ...(start ? { from: start } : {}), ...(end ? { to: end } : {}) };
    setFilter('occurred', start || end ? range : undefined);
  };
  const hours = filter.hour;
  const [first, last] = hourRange(hours);
  /** Hours from one to another; over midnight where the first is later. */
  const setHours = (start: number | null, end: number | null): void => {
    if (start === null && end === null) {
      setFilter('hour', undefined);
      return;
    }
    const [low, high] = [start ?? 0, end ?? 24];
    const chosen = HOURS.filter((hour) => (low < high ? hour >= low && hour < high : hour >= low || hour < high));
    setFilter('hour', chosen.length === 24 ? undefined : chosen);
  };
  return (
    <Disclosure title={words.timeFilter} level={2}>
      <div className="gr-Stack">
        <div className="gr-Halves">
          <TextField label={words.fromDay} type="date" value={from ?? ''} onChange={(text) => setDays(day(text), to)} />
          <TextField label={words.toDay} type="date" value={to ?? ''} onChange={(text) => setDays(from, day(text))} />
        </div>
        {from && to && from > to && <InlineMessage tone="warn" title={words.backwardsDays} />}
        <div className="gr-Halves">
          <NumberField
            label={words.hourFrom}
            value={first}
            onChange={(hour) => setHours(hour, last)}
            min={0}
            max={23}
          />
          <NumberField label={words.hourTo} value={last} onChange={(hour) => setHours(first, hour)} min={1} max={24} />
        </div>
        <Playback />
      </div>
    </Disclosure>
  );
}

/** One run of hours, which may go over midnight; none where there are several. */
function hourRange(hours: readonly number[] | undefined): readonly [first: number | null, last: number | null] {
  if (!hours || hours.length === 0) return [null, null];
  const starts = hours.filter((hour) => !hours.includes((hour + 23) % 24));
  const ends = hours.filter((hour) => !hours.includes((hour + 1) % 24));
  return starts.length === 1 && ends.length === 1 ? [starts[0]!, ends[0]! + 1] : [null, null];
}

function Playback() {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const isPlaying = useSession((session) => session.isPlaying);
  const setPlaying = useSession((session) => session.setPlaying);
  const occurred = useSession((session) => session.filter.occurred);
  const setFilter = useSession((session) => session.setFilter);
  const timing = useView('summary')?.timing ?? null;
  const [windowDays, setWindowDays] = useState(WINDOW_DAYS);
  const [stepDays, setStepDays] = useState(STEP_DAYS);
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const ends = timing && timing.months.length > 0 ? monthSpan(timing.firstMonth, timing.months.length) : null;

  const step = (days: number): boolean => {
    if (!ends) return false;
    const { from } = useSession.getState().filter.occurred ?? {};
    const start = from === undefined ? ends.from : addDays(from, days);
    if (start > ends.to || addDays(start, windowDays - 1) < ends.from) return false;
    setFilter('occurred', { from: start, to: addDays(start, windowDays - 1) });
    return true;
  };
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isStill) {
      step(stepDays);
      setPlaying(false);
      return undefined;
    }
    const timer = setInterval(() => {
      if (!step(stepDays)) setPlaying(false);
    }, TICK_MS);
    return () => clearInterval(timer);
  });
  useEffect(() => () => setPlaying(false), [setPlaying]);
  return (
    <fieldset className="gr-Playback">
      <legend>{words.playback}</legend>
      <div className="gr-Halves">
        <NumberField
          label={words.playWindow}
          value={windowDays}
          onChange={(days) => days !== null && setWindowDays(days)}
          min={1}
          max={MOST_DAYS}
          unit={words.daysUnit}
        />
        <NumberField
          label={words.playStep}
          value={stepDays}
          onChange={(days) => days !== null && setStepDays(days)}
          min={1}
          max={MOST_DAYS}
          unit={words.daysUnit}
        />
      </div>
      <div className="gr-Playback-buttons">
        <IconButton icon={SkipBack} label={words.stepBack} variant="secondary" onPress={() => step(-stepDays)} />
        <Button icon={isPlaying ? Pause : Play} isDisabled={isStill || !ends} onPress={() => setPlaying(!isPlaying)}>
          {isPlaying ? words.pause : words.play}
        </Button>
        <IconButton icon={SkipForward} label={words.stepOn} variant="secondary" onPress={() => step(stepDays)} />
      </div>
      <p className="gr-muted gr-small" aria-live="off">
        {isPlaying && occurred?.from && occurred.to
          ? words.playAt(format.date(occurred.from), format.date(occurred.to))
          : isStill
            ? words.reducedHint
            : words.playHint}
      </p>
    </fieldset>
  );
}

/** The days of some months, months since January 1970. */
function monthSpan(firstMonth: number, count: number): { readonly from: PlainDate; readonly to: PlainDate } {
  const minutesOf = (month: number): number => Date.UTC(1970, month, 1) / 60_000;
  return {
    from: dayOfMinutes(minutesOf(firstMonth)) as PlainDate,
    to: dayOfMinutes(minutesOf(firstMonth + count) - 1) as PlainDate,
  };
}
