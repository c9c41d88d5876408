import type { RefObject } from 'react';
import type { MapHandle, MapTheme } from '../../../map/types';
import HotspotChartsPart from '../HotspotChartsPart';
import HotspotsPart from '../HotspotsPart';
import { OnlyDraws } from '../hotspots/onlyDraws';

export interface SceneDrawersProps {
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
  /** Whether the charts stand beside the map anyhow. */
  readonly hasCharts: boolean;
}

/** The panels of hotspots out of sight: what they reckon is drawn on the map of a scene. */
export default function SceneDrawers({ theme, mapRef, hasCharts }: SceneDrawersProps) {
  return (
    <OnlyDraws value>
      <div hidden>
        <HotspotsPart theme={theme} />
        {!hasCharts && <HotspotChartsPart theme={theme} mapRef={mapRef} />}
      </div>
    </OnlyDraws>
  );
}
