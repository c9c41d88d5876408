import { type ChangeSet, fail, type Layer, type LayerId, type Problem, type Result, succeed } from '../domain';
import { updating } from './changeOf';

/**
 * Puts the layers in another order. Only layers whose number changes are written.
 * @param snapshot  all layers
 * @param input     ids from below to above; layers that are not named (come from elsewhere meanwhile) stay above them, in their order
 * @problem notFound  one of the ids is of no layer
 */
export function reorderLayers(
  { layers }: { readonly layers: readonly Layer[] },
  { ids }: { readonly ids: readonly LayerId[] },
): Result<ChangeSet, Problem> {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  const named = new Set(ids);
  const unknown = [...named].find((id) => !byId.has(id));
  if (unknown !== undefined) return fail({ kind: 'notFound', table: 'layers', id: unknown });
  const others = layers.filter(({ id }) => !named.has(id)).sort((a, b) => a.order - b.order);
  const ordered = [...[...named].map((id) => byId.get(id)!), ...others];
  const pairs = ordered.map((layer, i) => [layer, { ...layer, order: i + 1 }] as const);
  return succeed({ layers: updating(pairs.filter(([from, to]) => from.order !== to.order)) });
}
