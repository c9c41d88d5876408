import { useEffect } from 'react';
import { ALPHA } from '../../../analysis/hotspots/alpha';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { limitsOf, useSession } from '../../../store';
import { Switch } from '../../../ui';
import { useServices } from '../../services';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { NO_OVERLAY } from '../../wiring/mapOverlay';
import { hotKey } from './overlayKeys';
import { SettledSlider } from './SettledSlider';

type Found = NonNullable<HotspotResults['stretches']>;

/** What is asked of the search for hot stretches, and what it says in short. */
export function StretchPanel({ found }: { readonly found: Found | null }) {
  const words = useWords(hotspotWords);
  const settings = useSession((session) => session.hotspots);
  const setHotspots = useSession((session) => session.setHotspots);
  return (
    <>
      {found && <Findings found={found} />}
      <SettledSlider
        label={words.maxStretch}
        value={settings.maxStretchM}
        onSettled={(maxStretchM) => setHotspots({ maxStretchM })}
        {...limitsOf('maxStretchM')}
        step={100}
        unit="m"
      />
      <Switch isSelected={settings.overTime} onChange={(overTime) => setHotspots({ overTime })}>
        {words.overTime}
      </Switch>
    </>
  );
}

/** How many stretches stand out; those that chance hardly explains are drawn on the map. */
function Findings({ found }: { readonly found: Found }) {
  const { overlay } = useServices();
  const words = useWords(hotspotWords);
  const format = useFormat();
  const hot = found.stretches.filter(({ p }) => p <= ALPHA).length;
  useEffect(() => {
    const features = found.drawn.features.filter((_, k) => found.stretches[k]!.p <= ALPHA);
    overlay.set({ ...NO_OVERLAY, stretches: { ...found.drawn, features }, key: hotKey(words, features.length > 0) });
    return () => overlay.set(NO_OVERLAY);
  }, [overlay, found, words]);
  return (
    <p>
      {hot === 0 ? words.noStretch : words.stretchCount(format.count(hot), format.count(found.stretches.length))}{' '}
      {words.scanned(format.count(found.scanned), format.distance(found.lengthM))}{' '}
      {words.replicates(format.count(found.replicates))}
    </p>
  );
}
