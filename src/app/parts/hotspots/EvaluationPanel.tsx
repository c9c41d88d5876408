import { ALPHA } from '../../../analysis/hotspots/alpha';
import { type AgainstCounts, MAIN_SHARE } from '../../../analysis/hotspots/scoreMethods';
import { dayOfMinutes } from '../../../analysis/incidentColumns';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { useP } from './useP';

/** Whether methods foretell more than chance and than a plain map of counts, in sentences. */
export function EvaluationPanel({ evaluation }: { readonly evaluation: NonNullable<HotspotResults['evaluation']> }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const sayP = useP();
  const { byArea, byLength, areaAgainstCounts, lengthAgainstCounts, fit } = evaluation;
  const sayAgainst = (found: AgainstCounts | null): string => {
    if (!found) return words.sameAsCounts;
    if (found.p > ALPHA) return words.noBetterThanCounts(sayP(found.p));
    return found.isBetter ? words.betterThanCounts(sayP(found.p)) : words.worseThanCounts(sayP(found.p));
  };
  return (
    <>
      {[
        { title: words.byArea, methods: byArea, against: areaAgainstCounts },
        { title: words.byLength, methods: byLength, against: lengthAgainstCounts },
      ].map(({ title, methods, against }) => (
        <section key={title} className="gr-Section">
          <h2>{title}</h2>
          {methods.slice(0, 1).map(({ id, isBetterThanChance }) => (
            <p key={id}>
              {isBetterThanChance
                ? words.betterThanChance(words.methods[id], format.percent(MAIN_SHARE))
                : words.noBetterThanChance(words.methods[id], format.percent(MAIN_SHARE))}{' '}
              {sayAgainst(against)}
            </p>
          ))}
        </section>
      ))}
      <p className="gr-muted gr-small">
        {words.fitBasis(
          format.count(fit.count),
          format.date(dayOfMinutes(fit.fromMin)),
          format.date(dayOfMinutes(fit.toMin - 1)),
        )}{' '}
        {words.fitWith(format.metres(evaluation.bandwidthM), format.metres(evaluation.cellM))}
      </p>
    </>
  );
}
