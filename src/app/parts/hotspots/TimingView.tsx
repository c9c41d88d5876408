import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { SimpleTable } from '../../../ui';
import type { HotspotOutcome } from '../../wiring/useHotspots';
import { shownOf } from './shownOf';

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** The year's months against their days, and the last days against those before. */
export function TimingView({ outcome }: { readonly outcome: HotspotOutcome<'timing'> }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const timing = shownOf(outcome)?.value;
  if (!timing) return null;
  const { season, recent } = timing;
  const number = (value: number): string => (Number.isFinite(value) ? format.decimal(value, 2) : '–');
  return (
    <div className="gr-TimeCharts">
      <SimpleTable
        caption={words.season}
        rowKey={String}
        rows={MONTHS.filter((month) => season.expected[month]! > 0)}
        columns={[
          { id: 'month', title: words.month, isRowHeader: true, text: (month) => String(month + 1) },
          { id: 'count', title: words.incidents, align: 'end', text: (month) => format.count(season.observed[month]!) },
          {
            id: 'expected',
            title: words.days,
            align: 'end',
            text: (month) => format.decimal(season.expected[month]!, 1),
          },
          {
            id: 'index',
            title: `${words.seasonIndex} (${words.interval})`,
            align: 'end',
            text: (month) =>
              `${number(season.index[month]!)} (${number(season.lower[month]!)}–${number(season.upper[month]!)})`,
          },
        ]}
      />
      <SimpleTable
        caption={words.recent}
        rowKey={({ days }) => String(days)}
        rows={recent}
        columns={[
          {
            id: 'days',
            title: words.period,
            isRowHeader: true,
            text: ({ days }) => words.recentDays(format.count(days)),
          },
          {
            id: 'count',
            title: `${words.incidents} (${words.interval})`,
            align: 'end',
            text: ({ count, lower, upper }) => `${format.count(count)} (${number(lower)}–${number(upper)})`,
          },
          {
            id: 'mean',
            title: words.earlierMean,
            align: 'end',
            text: ({ earlierMean, earlierSpans }) => (earlierSpans > 0 ? number(earlierMean) : words.noEarlier),
          },
        ]}
      />
    </div>
  );
}
