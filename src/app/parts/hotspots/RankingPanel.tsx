import { dayOfMinutes } from '../../../analysis/incidentColumns';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { EXPOSURES, useSession } from '../../../store';
import { Select } from '../../../ui';
import type { HotspotResults } from '../../wiring/hotspotWish';

/** What rates are taken over, and which period they are held against. */
export function RankingPanel({ ranking }: { readonly ranking: HotspotResults['ranking'] }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const exposure = useSession((session) => session.hotspots.exposure);
  const setHotspots = useSession((session) => session.setHotspots);
  const before = ranking?.before;
  return (
    <>
      <Select
        label={words.exposure}
        options={EXPOSURES.map((id) => ({ id, title: words.exposures[id] }))}
        value={exposure}
        onChange={(next) => setHotspots({ exposure: next })}
        {...(exposure === 'population' ? { hint: words.populationNote } : {})}
      />
      {before && (
        <p className="gr-muted gr-small">
          {words.compareBasis(
            format.count(before.count),
            format.date(dayOfMinutes(before.fromMin)),
            format.date(dayOfMinutes(before.toMin - 1)),
          )}
        </p>
      )}
    </>
  );
}
