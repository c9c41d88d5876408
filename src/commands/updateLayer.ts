import { type ChangeSet, fail, type Layer, type LayerId, type Problem, type Result, succeed } from '../domain';
import { updating } from './changeOf';

/** The change that turns one layer into another; what the commands on a single layer share. */
export function updateLayer(
  layers: readonly Layer[],
  id: LayerId,
  fields: Partial<Pick<Layer, 'name' | 'style' | 'isVisible' | 'zoneM' | 'roads' | 'isBarrier'>>,
): Result<ChangeSet, Problem> {
  const layer = layers.find((candidate) => candidate.id === id);
  if (!layer) return fail({ kind: 'notFound', table: 'layers', id });
  return succeed({ layers: updating([[layer, { ...layer, ...fields }]]) });
}
