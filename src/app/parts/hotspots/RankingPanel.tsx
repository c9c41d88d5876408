import { dayOfMinutes } from '../../../analysis/incidentColumns';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { EXPOSURES, limitsOf, RANK_OFS, useSession } from '../../../store';
import { SegmentedControl, Select, Slider } from '../../../ui';
import type { HotspotResults } from '../../wiring/hotspotWish';

/** What rates are taken over, and which period they are held against. */
export function RankingPanel({ ranking }: { readonly ranking: HotspotResults['ranking'] }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const { exposure, rankOf, rankedM } = useSession((session) => session.hotspots);
  const setHotspots = useSession((session) => session.setHotspots);
  const before = ranking?.before;
  return (
    <>
      <SegmentedControl
        label={words.rankOf}
        segments={RANK_OFS.map((id) => ({ id, title: words.rankOfs[id] }))}
        value={rankOf}
        onChange={(next) => setHotspots({ rankOf: next })}
      />
      {rankOf === 'stretch' && (
        <Slider
          label={words.stretchLength}
          value={rankedM}
          onChange={(next) => setHotspots({ rankedM: next })}
          {...limitsOf('rankedM')}
          step={100}
          unit="m"
        />
      )}
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
            format.count(before.used),
            format.date(dayOfMinutes(before.fromMin)),
            format.date(dayOfMinutes(before.toMin - 1)),
          )}
        </p>
      )}
    </>
  );
}
