import { useEffect, useState } from 'react';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { MapTheme } from '../../../map/types';
import { useServices } from '../../services';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { NO_OVERLAY } from '../../wiring/mapOverlay';
import { LevelTable } from './LevelTable';
import { SurfaceSettings, useDensityFormat } from './SurfaceSettings';

export interface DensityPanelProps {
  readonly map: NonNullable<HotspotResults['density']>;
  readonly theme: MapTheme;
}

/** How density is computed, its levels in real units, and what holds at the level that was pressed. */
export function DensityPanel({ map, theme }: DensityPanelProps) {
  const { overlay } = useServices();
  const words = useWords(hotspotWords);
  const format = useFormat();
  const density = useDensityFormat();
  const [picked, setPicked] = useState<string | null>(null);
  const { bands, levels, bandwidthM, suggestedM, highest } = map;
  useEffect(() => {
    overlay.set({ ...NO_OVERLAY, heat: bands, onPick: setPicked });
    return () => overlay.set(NO_OVERLAY);
  }, [overlay, bands]);
  const level = levels.find(({ id }) => id === picked);
  return (
    <>
      <SurfaceSettings bandwidthM={bandwidthM} suggestedM={suggestedM} />
      <LevelTable levels={levels} theme={theme} title={words.bandsTable} />
      <p className="gr-small">{words.highest(density(highest))}</p>
      {level && (
        <p role="status">
          {words.bandFacts(density(level.level), format.area(level.areaKm2), format.count(level.count))}
        </p>
      )}
    </>
  );
}
