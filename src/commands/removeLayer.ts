import {
  type ChangeSet,
  fail,
  type Layer,
  type LayerContent,
  type LayerId,
  type Problem,
  type Result,
  succeed,
} from '../domain';
import { removing } from './changeOf';

/**
 * Removes a layer and its content.
 * @param snapshot  all layers, and the content of the one to remove (null if it is gone)
 * @problem notFound  there is no such layer
 */
export function removeLayer(
  { layers, content }: { readonly layers: readonly Layer[]; readonly content: LayerContent | null },
  { id }: { readonly id: LayerId },
): Result<ChangeSet, Problem> {
  const layer = layers.find((candidate) => candidate.id === id);
  if (!layer) return fail({ kind: 'notFound', table: 'layers', id });
  const contents = content && content.id === layer.contentId ? [content] : [];
  return succeed({ layers: removing([layer]), layerContents: removing(contents) });
}
