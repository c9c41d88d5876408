import { useEffect, useState } from 'react';
import { nameLine } from '../../analysis/nameLine';
import { MAX_ZONE_M } from '../../domain';
import { useFormat } from '../../i18n';
import { entryWords } from '../../i18n/entryWords';
import { useWords } from '../../i18n/useWords';
import { useSession } from '../../store';
import type { PositionFlags } from '../../workers/borderAnswers';
import { useServices } from '../services';
import { useView } from './useView';
import { useZoneM } from './useZoneM';

interface FallenPlace {
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number | null;
}

/**
 * What a position means, in words: the unit, the nearest line and how far, in a zone or not, and whether its accuracy makes that unsure.
 * @param holderName  the unit that holds it on the day of the incident; undefined while it is looked for
 */
export function useFalls(place: FallenPlace | null, holderName: string | null | undefined): readonly string[] {
  const { border } = useServices();
  const info = useView('info');
  const zoneM = useZoneM();
  const scope = useSession((session) => session.scope);
  const words = useWords(entryWords);
  const format = useFormat();
  const [flags, setFlags] = useState<PositionFlags | null>(null);
  const lng = place?.lng ?? null;
  const lat = place?.lat ?? null;
  const accuracyM = place?.accuracyM ?? null;
  useEffect(() => {
    setFlags(null);
    if (lng === null || lat === null || !zoneM || !info) return undefined;
    let isCurrent = true;
    border.worker.api.border.describePosition({ lng, lat, accuracyM }, zoneM, scope).then(
      (found) => isCurrent && setFlags(found),
      (error: unknown) => console.error(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [lng, lat, accuracyM, zoneM, scope, info, border]);
  // Numbers of lines mean nothing in another edition than theirs.
  if (!place || holderName === undefined || !flags || !info || !zoneM || flags.editionId !== info.edition.id) return [];
  const [nearestZone] = flags.zones;
  const zone = nearestZone
    ? words.inZone(format.distance(nearestZone.distanceM), nameLine(info, nearestZone.line))
    : flags.nearest
      ? words.notInZone(format.distance(flags.nearest.distanceM), nameLine(info, flags.nearest.line))
      : words.noLine(format.distance(MAX_ZONE_M));
  return [
    holderName === null ? words.fallsOutside : words.falls(holderName),
    ...(flags.zoneLayers.length > 0 ? [words.inZoneOfLayer] : []),
    zone,
    ...(flags.certainty !== 0 ? [words.mayDiffer] : []),
  ];
}
