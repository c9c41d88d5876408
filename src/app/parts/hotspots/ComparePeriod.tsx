import { useMemo } from 'react';
import type { PlainDate } from '../../../domain';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { type DayPeriod, useSession } from '../../../store';
import { InlineMessage, Select, TextField } from '../../../ui';
import { useServices } from '../../services';
import { previousPeriod, samePeriodBefore, yearBefore } from '../../wiring/otherPeriods';

const isSame = (a: DayPeriod | null, b: DayPeriod | null): boolean => a?.from === b?.from && a?.to === b?.to;

/** Which other period the one that is filtered is held against: as long, the same season, or typed. */
export function ComparePeriod() {
  const words = useWords(hotspotWords);
  const { today } = useServices();
  const occurred = useSession((session) => session.filter.occurred);
  const { compare, view } = useSession((session) => session.hotspots);
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
  const own = compare && !chosen ? compare : yearBefore(occurred?.from ?? today);
  const all = [...choices, { id: 'own', title: words.compareOwn, period: own }];
  const set = (part: Partial<DayPeriod>): void => {
    if (!compare) return;
    const next = { ...compare, ...part };
    const isWhole = next.from !== ('' as PlainDate) && next.to !== ('' as PlainDate);
    if (isWhole && next.from <= next.to) setHotspots({ compare: next });
  };
  return (
    <>
      <Select
        label={view === 'evaluation' ? words.compareFit : words.compare}
        options={all.map(({ id, title }) => ({ id, title }))}
        value={chosen?.id ?? 'own'}
        onChange={(id) => setHotspots({ compare: all.find((choice) => choice.id === id)?.period ?? null })}
      />
      {compare && occurred && (occurred.from ?? '') <= compare.to && (occurred.to ?? '9999') >= compare.from && (
        <InlineMessage tone="warn" title={words.overlap} />
      )}
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
