import { useMemo } from 'react';
import type { PlainDate } from '../../../domain';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { type DayPeriod, useSession } from '../../../store';
import { Select, TextField } from '../../../ui';

const DAY_MS = 86_400_000;

const dayOf = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10) as PlainDate;

/** The period just before another one, as long as it. */
export function previousPeriod({ from, to }: DayPeriod): DayPeriod {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return { from: dayOf(start - (end - start) - DAY_MS), to: dayOf(start - DAY_MS) };
}

/** The same days a year before; 29 February becomes the 28th. */
export function samePeriodBefore({ from, to }: DayPeriod): DayPeriod {
  const before = (day: string): PlainDate => {
    const year = Number(day.slice(0, 4)) - 1;
    const rest = day.slice(4);
    const isLeapDay = rest === '-02-29';
    return `${year}${isLeapDay ? '-02-28' : rest}` as PlainDate;
  };
  return { from: before(from), to: before(to) };
}

const isSame = (a: DayPeriod | null, b: DayPeriod | null): boolean => a?.from === b?.from && a?.to === b?.to;

/** Which other period the one that is filtered is held against: as long, the same season, or typed. */
export function ComparePeriod() {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const occurred = useSession((session) => session.filter.occurred);
  const compare = useSession((session) => session.hotspots.compare);
  const setHotspots = useSession((session) => session.setHotspots);
  const choices = useMemo(() => {
    const { from, to } = occurred ?? {};
    const period = from && to ? { from, to } : null;
    return [
      { id: 'none', title: words.compareNone, period: null },
      ...(period
        ? [
            { id: 'previous', title: words.comparePrevious, period: previousPeriod(period) },
            { id: 'season', title: words.compareSeason, period: samePeriodBefore(period) },
          ]
        : []),
    ];
  }, [occurred, words]);
  const chosen = choices.find((choice) => isSame(choice.period, compare));
  const own =
    compare && !chosen
      ? [{ id: 'own', title: `${format.date(compare.from)} – ${format.date(compare.to)}`, period: compare }]
      : [];
  const all = [...choices, ...own];
  const set = (part: Partial<DayPeriod>): void => {
    if (!compare) return;
    const next = { ...compare, ...part };
    if (next.from !== ('' as PlainDate) && next.to !== ('' as PlainDate)) setHotspots({ compare: next });
  };
  return (
    <>
      <Select
        label={words.compare}
        options={all.map(({ id, title }) => ({ id, title }))}
        value={chosen?.id ?? 'own'}
        onChange={(id) => setHotspots({ compare: all.find((choice) => choice.id === id)?.period ?? null })}
        {...(choices.length === 1 && !compare ? { hint: words.compareNeedsPeriod } : {})}
      />
      {compare && (
        <div className="gr-Halves">
          <TextField
            label={words.fromDay}
            type="date"
            value={compare.from}
            onChange={(text) => set({ from: text as PlainDate })}
          />
          <TextField
            label={words.toDay}
            type="date"
            value={compare.to}
            onChange={(text) => set({ to: text as PlainDate })}
          />
        </div>
      )}
    </>
  );
}
