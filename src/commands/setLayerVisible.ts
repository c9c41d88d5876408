import type { ChangeSet, Layer, LayerId, Problem, Result } from '../domain';
import { updateLayer } from './updateLayer';

/**
 * Shows or hides a layer.
 * @problem notFound  there is no such layer
 */
export function setLayerVisible(
  { layers }: { readonly layers: readonly Layer[] },
  { id, isVisible }: { readonly id: LayerId; readonly isVisible: boolean },
): Result<ChangeSet, Problem> {
  return updateLayer(layers, id, { isVisible });
}
