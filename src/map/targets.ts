import { layerIdOf, userSourceId } from './layers/userLayers';
import type { MapTarget } from './types';

/** Where a target's feature is in the map's sources. */
export interface FeatureAddress {
  readonly source: string;
  readonly id: string | number;
}

/** The feature that a target stands for. */
export function addressOf(target: MapTarget): FeatureAddress {
  switch (target.type) {
    case 'unit':
      return { source: 'units', id: target.id };
    case 'line':
      return { source: 'lines', id: target.id };
    case 'incident':
    case 'cluster':
      return { source: 'marks', id: target.id };
    case 'heat':
      return { source: 'heat', id: target.id };
    case 'stretch':
      return { source: 'stretches', id: target.id };
    case 'layer':
      return { source: userSourceId(target.layerId), id: Number(target.id) };
  }
}

/**
 * What a feature of a source stands for.
 * @param id  the feature's id, as promoted or generated
 * @returns null for a source that holds nothing to point at
 */
export function targetOf(
  source: string,
  id: string | number | undefined,
  properties: Readonly<Record<string, unknown>>,
): MapTarget | null {
  if (id === undefined) return null;
  const name = String(id);
  if (source === 'units') return { type: 'unit', id: name };
  if (source === 'lines') return { type: 'line', id: name };
  if (source === 'marks') return { type: 'count' in properties ? 'cluster' : 'incident', id: name };
  if (source === 'heat') return { type: 'heat', id: name };
  if (source === 'stretches') return { type: 'stretch', id: name };
  const layerId = layerIdOf(source);
  return layerId === null ? null : { type: 'layer', layerId, id: name };
}

export const isSameTarget = (a: MapTarget | null, b: MapTarget | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.type === b.type &&
    a.id === b.id &&
    (a.type !== 'layer' || (b.type === 'layer' && a.layerId === b.layerId)));
