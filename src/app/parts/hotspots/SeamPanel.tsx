import { useEffect, useMemo } from 'react';
import { FALLBACK_BANDWIDTH_M } from '../../../analysis/hotspots/chooseBandwidth';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { pictureWords } from '../../../i18n/pictureWords';
import { useWords } from '../../../i18n/useWords';
import type { MapTheme } from '../../../map/types';
import { useSession } from '../../../store';
import { SegmentedControl } from '../../../ui';
import { useServices } from '../../services';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { NO_OVERLAY } from '../../wiring/mapOverlay';
import { LevelTable } from './LevelTable';
import { seamKey } from './overlayKeys';
import { SurfaceSettings } from './SurfaceSettings';
import { usePickedLevel } from './usePickedLevel';

type Seam = NonNullable<HotspotResults['seam']>;

export interface SeamPanelProps {
  readonly seam: Seam | null;
  readonly theme: MapTheme;
}

const MODES = ['swipe', 'difference'] as const;
/** Incidents a year below which a number would read as none. */
const LEAST_UNSEEN = 0.05;

/** How the seam is computed, and what came of it. */
export function SeamPanel({ seam, theme }: SeamPanelProps) {
  return (
    <>
      {seam && <Findings seam={seam} theme={theme} />}
      <SurfaceSettings bandwidthM={seam?.bandwidthM ?? FALLBACK_BANDWIDTH_M} suggestedM={seam?.suggestedM ?? null} />
    </>
  );
}

/** What each unit alone does not see: by swipe, as a map of the difference, and as a number at each line. */
function Findings({ seam, theme }: { readonly seam: Seam; readonly theme: MapTheme }) {
  const { overlay } = useServices();
  const words = useWords(hotspotWords);
  const pictures = useWords(pictureWords);
  const format = useFormat();
  const chosen = useSession((session) => session.hotspots.compareMode);
  const setHotspots = useSession((session) => session.setHotspots);
  const mode = chosen === 'difference' ? chosen : 'swipe';
  const numbers = useMemo(() => {
    const lineOf = new Map(seam.lines.map((each) => [each.line, each]));
    return {
      type: 'FeatureCollection' as const,
      features: seam.middles.features.flatMap(({ properties, ...feature }) => {
        const { unseen = 0, shareUnseen = null } = lineOf.get(properties.line) ?? {};
        if (unseen < LEAST_UNSEEN) return [];
        const share = shareUnseen === null ? '' : ` (${format.percent(shareUnseen)})`;
        return [{ ...feature, properties: { text: `−${format.decimal(unseen, 1)}${share}`, weight: unseen } }];
      }),
    };
  }, [seam, format]);
  const isSwipe = mode === 'swipe';
  const { picks, told } = usePickedLevel({
    left: { levels: seam.aloneLevels, title: words.seamAlone },
    right: isSwipe
      ? { levels: seam.levels, title: words.seamTogether }
      : { levels: seam.differenceLevels, title: words.differenceTitle },
  });
  useEffect(() => {
    const key = seamKey(isSwipe ? seam.levels : seam.differenceLevels, {
      title: isSwipe ? words.bandsTable : words.differenceTitle,
      words,
      format,
      unseen: pictures.marks.unseen,
    });
    overlay.set(
      isSwipe
        ? {
            ...NO_OVERLAY,
            heat: seam.together,
            numbers,
            key,
            onPick: picks.right,
            comparison: {
              heat: seam.alone,
              hasMarks: true,
              leftTitle: words.seamAlone,
              rightTitle: words.seamTogether,
              mode: 'swipe',
              onPick: picks.left,
            },
          }
        : { ...NO_OVERLAY, heat: seam.difference, numbers, key, onPick: picks.right },
    );
    return () => overlay.set(NO_OVERLAY);
  }, [overlay, seam, isSwipe, numbers, words, pictures, format, picks]);
  const { shareUnseen } = seam.whole;
  return (
    <>
      <p className="gr-Headline">
        {shareUnseen === null
          ? words.seamFew
          : words.seamHeadline(format.percent(shareUnseen), format.metres(seam.bandwidthM))}
      </p>
      <SegmentedControl
        label={words.seamShow}
        segments={MODES.map((id) => ({ id, title: words.seamModes[id] }))}
        value={mode}
        onChange={(compareMode) => setHotspots({ compareMode })}
      />
      <LevelTable
        levels={isSwipe ? seam.levels : seam.differenceLevels}
        theme={theme}
        title={isSwipe ? `${words.bandsTable}: ${words.seamTogether.toLowerCase()}` : words.differenceTitle}
      />
      {told}
    </>
  );
}
