import { useState } from 'react';
import { lngLat } from '../domain';
import { toVn2000, VN2000_ZONES } from '../geo/vn2000';
import { type Signal, useSignal } from './signal';
import type { MapFormat, MapWords, Vn2000ZoneName } from './types';

const ZONES = Object.keys(VN2000_ZONES) as Vn2000ZoneName[];

interface Props {
  /** The last place pointed at. */
  readonly position: Signal<{ readonly lng: number; readonly lat: number } | null>;
  readonly words: MapWords;
  readonly format: MapFormat;
}

/** Where the pointer is: WGS 84, and VN-2000 with the zone to choose beside it, since the same numbers in the wrong zone lie 26 km off. */
export function CoordinateReadout({ position, words, format }: Props) {
  const [zone, setZone] = useState<Vn2000ZoneName>('Phú Thọ');
  const place = useSignal(position);
  if (!place) return null;
  const { northingM, eastingM } = toVn2000(lngLat(place.lng, place.lat), VN2000_ZONES[zone].centralMeridianDeg);
  const next = ZONES[(ZONES.indexOf(zone) + 1) % ZONES.length] ?? zone;
  return (
    <div className="map-coordinates">
      <output aria-live="off" aria-label={words.coordinates}>
        <span>{words.latLng(format.decimal(place.lat, 5), format.decimal(place.lng, 5))}</span>
        <span>{words.vn2000(format.decimal(northingM, 1), format.decimal(eastingM, 1))}</span>
      </output>
      <button type="button" onClick={() => setZone(next)} title={words.changeZone(words.zone[next])}>
        {words.zone[zone]}
      </button>
    </div>
  );
}
