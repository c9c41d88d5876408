import { dayOfMinutes } from '../../../analysis/incidentColumns';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { ComparePeriod } from './ComparePeriod';

const ALPHA = 0.05;

/** Whether methods foretell more than chance and than a plain map of counts, in sentences. */
export function EvaluationPanel({ evaluation }: { readonly evaluation: NonNullable<HotspotResults['evaluation']> }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const { byArea, byLength, areaP, lengthP, fit } = evaluation;
  const against = (p: number | null): string =>
    p === null
      ? words.sameAsCounts
      : p <= ALPHA
        ? words.differsFromCounts(format.decimal(p, 3))
        : words.noBetterThanCounts(format.decimal(p, 3));
  return (
    <>
      {[
        { title: words.byArea, methods: byArea, p: areaP },
        { title: words.byLength, methods: byLength, p: lengthP },
      ].map(({ title, methods, p }) => (
        <section key={title} className="gr-Section">
          <h2>{title}</h2>
          {methods.slice(0, 1).map(({ id, isBetterThanChance }) => (
            <p key={id}>
              {isBetterThanChance
                ? words.betterThanChance(words.methods[id])
                : words.noBetterThanChance(words.methods[id])}{' '}
              {against(p)}
            </p>
          ))}
        </section>
      ))}
      <p className="gr-muted gr-small">
        {words.fitBasis(
          format.count(fit.count),
          format.date(dayOfMinutes(fit.fromMin)),
          format.date(dayOfMinutes(fit.toMin - 1)),
        )}
      </p>
      <ComparePeriod />
    </>
  );
}
