import { useMemo } from 'react';
import { useFormat } from '../../../i18n';
import { figureWords } from '../../../i18n/figureWords';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { QuerySummary } from '../../../workers/borderAnswers';
import type { ChartPicture } from '../../briefing/chartPicture';
import { BARS, drawMonths } from './drawMonths';
import { drawWeek } from './drawWeek';

/** The charts of time as pictures; null while there are none. */
export function useTimePictures(timing: QuerySummary['timing']): Record<'months' | 'week', ChartPicture> | null {
  const words = useWords(hotspotWords);
  const figures = useWords(figureWords);
  const format = useFormat();
  return useMemo(() => {
    if (!timing) return null;
    const common = { unit: words.incidents.toLocaleLowerCase(), isInternal: false, columns: 1, key: [] } as const;
    const one = (svg: SVGSVGElement) => Promise.resolve([{ title: null, svg }]);
    return {
      months: {
        ...common,
        id: 'months',
        title: words.months,
        drawings: () => one(drawMonths(timing, format)),
        native: {
          kind: 'bar',
          caption: words.months,
          categories: Array.from(timing.months, (_, k) => {
            const month = timing.firstMonth + k;
            return figures.monthName((month % 12) + 1, 1970 + Math.floor(month / 12));
          }),
          series: [{ name: words.incidents, values: Array.from(timing.months), colour: BARS }],
          categoryTitle: figures.month,
          valueTitle: words.incidents,
        },
      },
      week: {
        ...common,
        id: 'week',
        title: words.week,
        drawings: () => one(drawWeek(timing.week, { weekdays: words.weekdays, format })),
      },
    };
  }, [timing, words, figures, format]);
}
