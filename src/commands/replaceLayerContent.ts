import {
  type ChangeSet,
  fail,
  type Layer,
  type LayerContent,
  type LayerId,
  type LayerText,
  type Problem,
  type Result,
  succeed,
} from '../domain';
import { adding, removing, updating } from './changeOf';

/**
 * Gives a layer other features: a content never changes, so the layer gets a new one.
 * @param snapshot  all layers, and the content of the one to change (null if it is gone)
 * @param input     `contentId` is a new UUID
 * @problem notFound  there is no such layer
 */
export function replaceLayerContent(
  { layers, content }: { readonly layers: readonly Layer[]; readonly content: LayerContent | null },
  {
    id,
    contentId,
    geojson,
    ...fields
  }: Pick<Layer, 'id' | 'contentId' | 'featureCount' | 'bbox' | 'roads'> & {
    readonly id: LayerId;
    readonly geojson: LayerText;
  },
): Result<ChangeSet, Problem> {
  const layer = layers.find((candidate) => candidate.id === id);
  if (!layer) return fail({ kind: 'notFound', table: 'layers', id });
  return succeed({
    layers: updating([[layer, { ...layer, ...fields, contentId }]]),
    layerContents: {
      ...adding([{ id: contentId, geojson, rev: 0 }]),
      removed: content && content.id === layer.contentId ? removing([content]).removed : [],
    },
  });
}
