import type { RefObject } from 'react';
import { nameLine } from '../../../analysis/nameLine';
import { StretchTable } from '../../../features/hotspots';
import type { MapHandle } from '../../../map/types';
import type { HotspotOutcome } from '../../wiring/useHotspots';
import { shownOf } from './shownOf';
import { useDrawRange } from './useDrawRange';

export interface StretchViewProps {
  readonly outcome: HotspotOutcome<'stretches'>;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** The table of hot stretches; a press on one shows it on the map. */
export function StretchView({ outcome, mapRef }: StretchViewProps) {
  const sayRange = useDrawRange();
  const shown = shownOf(outcome);
  if (!shown) return null;
  const { value: found, info } = shown;
  const show = (rank: number): void => {
    const places = found.drawn.features[rank - 1]?.geometry.coordinates.flat() ?? [];
    const lngs = places.map(([lng]) => lng!);
    const lats = places.map(([, lat]) => lat!);
    mapRef.current?.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], {
      paddingPx: 64,
      maxZoom: 15,
    });
  };
  return <StretchTable found={found} lineName={(line) => nameLine(info, line)} onShow={show} sayRange={sayRange} />;
}
