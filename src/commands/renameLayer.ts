import { type ChangeSet, fail, type Layer, type LayerId, type Problem, type Result } from '../domain';
import { updateLayer } from './updateLayer';

/**
 * Gives a layer another name, trimmed and in NFC.
 * @problem emptyName
 * @problem notFound  there is no such layer
 */
export function renameLayer(
  { layers }: { readonly layers: readonly Layer[] },
  { id, name }: { readonly id: LayerId; readonly name: string },
): Result<ChangeSet, Problem> {
  const clean = name.normalize('NFC').trim();
  return clean === '' ? fail({ kind: 'emptyName' }) : updateLayer(layers, id, { name: clean });
}
