import {
  type ChangeSet,
  fail,
  type Layer,
  type LayerId,
  MOST_KMH,
  type Problem,
  type Result,
  type TravelSpeeds,
} from '../domain';
import { updateLayer } from './updateLayer';

/**
 * Sets how fast teams get about on a network.
 * @param snapshot  all layers
 * @param input     km/h per mode and class, 0 where a mode does not go; null: those to begin with
 * @problem notFound  there is no such layer, or it is no network
 * @problem numberOutOfRange
 */
export function setRoadSpeeds(
  { layers }: { readonly layers: readonly Layer[] },
  { id, speeds }: { readonly id: LayerId; readonly speeds: TravelSpeeds | null },
): Result<ChangeSet, Problem> {
  const roads = layers.find((layer) => layer.id === id)?.roads;
  if (!roads) return fail({ kind: 'notFound', table: 'layers', id });
  for (const kmh of speeds ? Object.values(speeds).flatMap((perClass) => Object.values(perClass)) : [])
    if (!(kmh >= 0 && kmh <= MOST_KMH))
      return fail({ kind: 'numberOutOfRange', field: 'kmh', value: kmh, min: 0, max: MOST_KMH });
  return updateLayer(layers, id, { roads: { ...roads, speeds } });
}

/**
 * Makes lines a barrier, which nobody passes but at crossings, or mere lines again.
 * @problem notFound  there is no such layer
 */
export function setLayerBarrier(
  { layers }: { readonly layers: readonly Layer[] },
  { id, isBarrier }: { readonly id: LayerId; readonly isBarrier: boolean },
): Result<ChangeSet, Problem> {
  return updateLayer(layers, id, { isBarrier });
}
