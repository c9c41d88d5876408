import { useEffect, useState } from 'react';
import type { UnitCode } from '../../domain';
import { useServices } from '../services';
import type { BorderService } from './borderService';
import type { KnownEdition } from './useEditionUnits';

interface Holder {
  readonly code: UnitCode;
  readonly name: string;
}

/** Asks for the unit that holds a position in an edition. */
export async function findHolder(
  border: Pick<BorderService, 'worker'>,
  edition: KnownEdition,
  { lng, lat }: { readonly lng: number; readonly lat: number },
): Promise<Holder | null> {
  const api = border.worker.api.border;
  const text = (await api.knowsUnits(edition.id)) ? '' : edition.text;
  return api.unitAt({ id: edition.id, text }, lng, lat);
}

/**
 * The unit that holds a position in an edition; null where none does, undefined while it is looked for.
 */
export function useHolder(
  edition: KnownEdition | null,
  place: { readonly lng: number; readonly lat: number } | null,
): Holder | null | undefined {
  const { border } = useServices();
  const [found, setFound] = useState<{ readonly of: string; readonly holder: Holder | null } | null>(null);
  const lng = place?.lng ?? null;
  const lat = place?.lat ?? null;
  const key = edition === null || lng === null || lat === null ? null : `${edition.id} ${lng} ${lat}`;
  useEffect(() => {
    if (key === null || edition === null || lng === null || lat === null) return undefined;
    let isCurrent = true;
    findHolder(border, edition, { lng, lat }).then(
      (holder) => isCurrent && setFound({ of: key, holder }),
      (error: unknown) => console.error(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, edition, lng, lat, border]);
  if (key === null) return null;
  return found?.of === key ? found.holder : undefined;
}
