import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { limitsOf, useSession } from '../../../store';
import { Slider } from '../../../ui';
import type { HotspotResults } from '../../wiring/hotspotWish';

const ALPHA = 0.05;

/** The steps of distance and time, and what the first of them shows in a sentence. */
export function RepeatPanel({ repeats }: { readonly repeats: NonNullable<HotspotResults['repeats']> }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const settings = useSession((session) => session.hotspots);
  const setHotspots = useSession((session) => session.setHotspots);
  const { table, distanceEdgesM, timeEdgesDays } = repeats;
  // Of the cells that stand out, the one nearest in place and time.
  const at = table.pAdjusted.findIndex((p) => p <= ALPHA);
  const distance = distanceEdgesM[Math.floor(at / table.timeBands)];
  const days = timeEdgesDays[at % table.timeBands];
  return (
    <>
      <p className="gr-Headline">
        {at < 0 || distance === undefined || days === undefined
          ? words.repeatNo
          : words.repeatYes(format.decimal(table.ratio[at]!, 1), format.metres(distance), format.count(days))}
      </p>
      <Slider
        label={words.repeatDistance}
        value={settings.repeatM}
        onChange={(repeatM) => setHotspots({ repeatM })}
        {...limitsOf('repeatM')}
        step={50}
        unit="m"
      />
      <Slider
        label={words.repeatTime}
        value={settings.repeatDays}
        onChange={(repeatDays) => setHotspots({ repeatDays })}
        {...limitsOf('repeatDays')}
        step={1}
        unit={words.daysUnit}
      />
    </>
  );
}
