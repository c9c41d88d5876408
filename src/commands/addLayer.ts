import {
  type ChangeSet,
  fail,
  type Layer,
  type LayerGeometry,
  type LayerId,
  type LayerStyle,
  type LayerText,
  MAX_ZONE_LAYERS,
  type Problem,
  type Result,
  type RoadsOrigin,
  succeed,
} from '../domain';
import { adding } from './changeOf';

export interface NewLayer {
  /** A new UUID. */
  readonly id: LayerId;
  /** A new UUID: contents are never shared between layers. */
  readonly contentId: string;
  readonly name: string;
  readonly geometry: LayerGeometry;
  readonly style: LayerStyle;
  /** And what it holds. */
  readonly geojson: LayerText;
  readonly featureCount: number;
  /** [west, south, east, north], WGS 84 degrees. */
  readonly bbox: readonly [number, number, number, number];
  /** As a zone: 0 of polygons, which flag what they hold, else metres; null or left out: it does not flag. */
  readonly zoneM?: number | null;
  /** Of a travel network. */
  readonly roads?: RoadsOrigin;
  readonly isBarrier?: boolean;
}

/**
 * Adds a layer of the user above all others, shown, and no zone yet.
 * @param snapshot  all layers
 * @problem tooManyZones  as a zone: as many serve already as can
 * @problem emptyName
 */
export function addLayer(
  { layers }: { readonly layers: readonly Layer[] },
  input: NewLayer,
): Result<ChangeSet, Problem> {
  const { id, contentId, geometry, style, geojson, featureCount, bbox } = input;
  const name = input.name.normalize('NFC').trim();
  if (name === '') return fail({ kind: 'emptyName' });
  const isZone = input.zoneM !== null && input.zoneM !== undefined;
  if (isZone && layers.filter(({ zoneM }) => zoneM !== null).length >= MAX_ZONE_LAYERS) {
    return fail({ kind: 'tooManyZones', limit: MAX_ZONE_LAYERS });
  }
  const order = layers.reduce((top, layer) => Math.max(top, layer.order), 0) + 1;
  const layer: Layer = {
    id,
    name,
    geometry,
    contentId,
    featureCount,
    bbox,
    style,
    isVisible: true,
    order,
    zoneM: input.zoneM ?? null,
    ...(input.roads ? { roads: input.roads } : {}),
    ...(input.isBarrier ? { isBarrier: true } : {}),
    rev: 0,
  };
  return succeed({ layers: adding([layer]), layerContents: adding([{ id: contentId, geojson, rev: 0 }]) });
}
