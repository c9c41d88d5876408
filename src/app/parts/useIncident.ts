import type { FeatureCollection, LineString } from 'geojson';
import { useEffect, useState } from 'react';
import { type Incident, type IncidentId, placeOf } from '../../domain';
import { useSession } from '../../store';
import type { PositionFlags } from '../../workers/borderAnswers';
import { useServices } from '../services';
import { useView } from '../wiring/useView';
import { useZoneM } from '../wiring/useZoneM';

export interface FoundIncident {
  readonly incident: Incident;
  readonly flags: PositionFlags;
  /** From the incident to the nearest point of each line in whose zone it lies. */
  readonly links: FeatureCollection<LineString, object>;
}

/** An incident with what the kernel says of its position; null while it is looked for, 'missing' where there is none. */
export function useIncident(id: IncidentId | null): FoundIncident | 'missing' | null {
  const { store, border } = useServices();
  const info = useView('info');
  const summary = useView('summary');
  const zoneM = useZoneM();
  const scope = useSession((session) => session.scope);
  const [found, setFound] = useState<FoundIncident | null>(null);
  const [missingId, setMissingId] = useState<IncidentId | null>(null);
  // Every answer may have come from another edition, other zones or other records.
  const version = summary?.version;
  useEffect(() => {
    let isCurrent = true;
    if (id === null || zoneM === null || version === undefined) {
      setFound(null);
      return undefined;
    }
    const look = async (): Promise<void> => {
      const [incident] = await store.getIncidents([id]);
      const flags = incident
        ? await border.worker.api.border.describePosition(
            incident.lng ?? Number.NaN,
            incident.lat ?? Number.NaN,
            zoneM,
            scope,
          )
        : null;
      if (!isCurrent) return;
      setMissingId(incident ? null : id);
      setFound(incident && flags ? { incident, flags, links: linksOf(incident, flags) } : null);
    };
    look().catch((error: unknown) => console.error(error));
    return () => {
      isCurrent = false;
    };
  }, [id, zoneM, scope, version, store, border]);
  if (id !== null && missingId === id) return 'missing';
  // Numbers of lines mean nothing in another edition than theirs.
  return found && found.incident.id === id && found.flags.editionId === info?.edition.id ? found : null;
}

function linksOf(incident: Incident, flags: PositionFlags): FeatureCollection<LineString, object> {
  const place = placeOf(incident);
  return {
    type: 'FeatureCollection',
    features: !place
      ? []
      : flags.zones.map(({ foot }) => ({
          type: 'Feature',
          properties: {},
          geometry: { type: 'LineString', coordinates: [[place.lng, place.lat], [...foot]] },
        })),
  };
}
