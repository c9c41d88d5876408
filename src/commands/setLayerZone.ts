import {
  type ChangeSet,
  fail,
  type Layer,
  type LayerId,
  MAX_ZONE_LAYERS,
  MAX_ZONE_M,
  MIN_ZONE_M,
  type Problem,
  type Result,
} from '../domain';
import { updateLayer } from './updateLayer';

/**
 * Makes a layer a zone that flags incidents, or a mere drawing again.
 * @param input  `zoneM` in metres from lines or points; polygons flag what they hold, so theirs is 0 whatever is given; null: no zone
 * @problem distanceOutOfRange  of a line or point layer
 * @problem tooManyZones  as many layers serve as zones already as can
 * @problem notFound  there is no such layer
 */
export function setLayerZone(
  { layers }: { readonly layers: readonly Layer[] },
  { id, zoneM }: { readonly id: LayerId; readonly zoneM: number | null },
): Result<ChangeSet, Problem> {
  const others = layers.filter((layer) => layer.id !== id && layer.zoneM !== null);
  if (zoneM !== null && others.length >= MAX_ZONE_LAYERS) return fail({ kind: 'tooManyZones', limit: MAX_ZONE_LAYERS });
  const holds = layers.find((layer) => layer.id === id)?.geometry === 'polygon';
  if (zoneM === null || holds) return updateLayer(layers, id, { zoneM: zoneM === null ? null : 0 });
  if (!(zoneM >= MIN_ZONE_M && zoneM <= MAX_ZONE_M)) {
    return fail({ kind: 'distanceOutOfRange', valueM: zoneM, minM: MIN_ZONE_M, maxM: MAX_ZONE_M });
  }
  return updateLayer(layers, id, { zoneM });
}
