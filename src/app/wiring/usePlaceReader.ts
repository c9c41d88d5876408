import { useCallback, useRef } from 'react';
import { placesOfUser } from '../../analysis/places/placesOfUser';
import type { PlaceReading } from '../../features/entry';
import { useServices } from '../services';
import { EDITIONS, readReferenceFile } from './referenceFiles';

interface PlaceRow {
  readonly day: string;
  readonly unitCode: Parameters<ReturnType<Reader>>[1]['unitCode'];
}
type Reader = typeof import('../../analysis/import/readTypedPosition')['makeTypedPositionReader'];

/** Understands a place that somebody types; what it needs is loaded when it is first asked. */
export function usePlaceReader(): (text: string, row: PlaceRow) => Promise<PlaceReading> {
  const { store, border } = useServices();
  const reader = useRef<Promise<(text: string, row: PlaceRow) => PlaceReading> | null>(null);
  return useCallback(
    async (text, row) => {
      reader.current ??= (async () => {
        const { makeTypedPositionReader } = await import('../../analysis/import/readTypedPosition');
        const [placesText, ...texts] = await Promise.all([
          readReferenceFile(store, 'places'),
          ...EDITIONS.map(({ file }) => readReferenceFile(store, file)),
        ]);
        const named = await border.worker.api.border.namedPlaces(texts, placesText);
        const area = border.view.getSnapshot().info?.bbox ?? [-180, -90, 180, 90];
        const read = makeTypedPositionReader([...named, ...placesOfUser(store.places.getSnapshot())], area);
        return (typed: string, where: PlaceRow) => toReading(read(typed, where));
      })();
      return (await reader.current)(text, row);
    },
    [store, border],
  );
}

function toReading(read: ReturnType<ReturnType<Reader>>): PlaceReading {
  if (!('reason' in read)) return { lng: read.lng, lat: read.lat, accuracyM: read.accuracyM, method: read.method };
  if (read.candidates.length > 0) {
    return read.candidates.map(({ id, name, within, lng, lat, radiusM }) => ({
      id,
      name,
      within,
      place: { lng, lat, accuracyM: radiusM, method: 'place' },
    }));
  }
  switch (read.reason) {
    case 'linkWithoutPlace':
      return 'linkWithoutPlace';
    case 'outsideArea':
    case 'outsideWorld':
    case 'swappedPosition':
      return 'outside';
    case 'placeUnknown':
    case 'plusCodeWithoutPlace':
      return 'notFound';
    default:
      return 'unreadable';
  }
}
