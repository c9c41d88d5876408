import { ALPHA } from '../../../analysis/hotspots/alpha';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { limitsOf, useSession } from '../../../store';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { SettledSlider } from './SettledSlider';

type Repeats = NonNullable<HotspotResults['repeats']>;

/** The steps of distance and time, and what the first of them shows in a sentence. */
export function RepeatPanel({ repeats }: { readonly repeats: Repeats | null }) {
  const words = useWords(hotspotWords);
  const settings = useSession((session) => session.hotspots);
  const setHotspots = useSession((session) => session.setHotspots);
  return (
    <>
      {repeats && <Finding repeats={repeats} />}
      <SettledSlider
        label={words.repeatDistance}
        value={settings.repeatM}
        onSettled={(repeatM) => setHotspots({ repeatM })}
        {...limitsOf('repeatM')}
        step={50}
        unit="m"
      />
      <SettledSlider
        label={words.repeatTime}
        value={settings.repeatDays}
        onSettled={(repeatDays) => setHotspots({ repeatDays })}
        {...limitsOf('repeatDays')}
        step={1}
        unit={words.daysUnit}
      />
    </>
  );
}

/** Whether incidents follow near each other, in a sentence. */
function Finding({ repeats }: { readonly repeats: Repeats }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const { table, distanceEdgesM, timeEdgesDays } = repeats;
  // Of the cells that stand out, the one nearest in place and time.
  const at = table.pAdjusted.findIndex((p) => p <= ALPHA);
  const [band, time] = [Math.floor(at / table.timeBands), at % table.timeBands];
  const distance =
    band <= 0
      ? words.samePlace
      : words.between(format.metres(distanceEdgesM[band - 1]!), format.metres(distanceEdgesM[band]!));
  const days = words.between(
    format.count(time > 0 ? timeEdgesDays[time - 1]! : 0),
    format.count(timeEdgesDays[time] ?? 0),
  );
  return (
    <p className="gr-Headline">
      {at < 0
        ? words.repeatNo
        : words.repeatYes(format.decimal(table.ratio[at]!, 1), distance, `${days} ${words.daysUnit}`)}
    </p>
  );
}
