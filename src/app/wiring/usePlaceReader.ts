import { useCallback, useRef } from 'react';
import { placesOfUser } from '../../analysis/places/placesOfUser';
import type { Place } from '../../domain';
import type { PlaceReading } from '../../features/entry';
import { useServices } from '../services';
import { EDITIONS, readReferenceFile } from './referenceFiles';
import { useObservable } from './useObservable';

interface PlaceRow {
  readonly day: string;
  readonly unitCode: Parameters<ReturnType<Reader>>[1]['unitCode'];
}
type ReadText = (text: string, row: PlaceRow) => PlaceReading;
type Reader = typeof import('../../analysis/import/readTypedPosition')['makeTypedPositionReader'];

/** Understands a place that somebody types; what it needs is loaded when it is first asked. */
export function usePlaceReader(): (text: string, row: PlaceRow) => Promise<PlaceReading> {
  const { store, border } = useServices();
  const places = useObservable(store.places);
  const reader = useRef<{ readonly places: readonly Place[]; readonly read: Promise<ReadText> } | null>(null);
  return useCallback(
    async (text, row) => {
      // Another name in the user's own gazetteer is to be understood at once.
      if (reader.current?.places !== places) reader.current = { places, read: load() };
      return (await reader.current.read)(text, row);

      async function load(): Promise<ReadText> {
        const { makeTypedPositionReader } = await import('../../analysis/import/readTypedPosition');
        const [placesText, ...texts] = await Promise.all([
          readReferenceFile(store, 'places'),
          ...EDITIONS.map(({ file }) => readReferenceFile(store, file)),
        ]);
        const named = await border.worker.api.border.namedPlaces(texts, placesText);
        const area = border.view.getSnapshot().info?.bbox ?? [-180, -90, 180, 90];
        const read = makeTypedPositionReader([...named, ...placesOfUser(places)], area);
        return (typed, where) => toReading(read(typed, where));
      }
    },
    [store, border, places],
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
