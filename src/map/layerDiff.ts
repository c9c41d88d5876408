import type { Layer } from './styleState';

/** One step that brings a map's layers from one list to another. */
export type LayerStep =
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'add'; readonly layer: Layer; readonly before: string | undefined }
  | { readonly do: 'move'; readonly id: string; readonly before: string | undefined }
  | { readonly do: 'paint' | 'layout'; readonly id: string; readonly name: string; readonly value: unknown }
  | { readonly do: 'filter'; readonly id: string; readonly value: unknown };

/** Expressions are lists of lists; what else they hold is small. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}

const part = (layer: Layer, name: 'paint' | 'layout'): Record<string, unknown> => ({ ...layer[name] });
const fixed = (layer: Layer): unknown => [
  layer.type,
  'source' in layer ? layer.source : null,
  layer.minzoom,
  layer.maxzoom,
];

/**
 * The fewest steps from one list of layers to another: what is the same is left alone, so that a change of theme or visibility
 * rebuilds nothing.
 */
export function diffLayers(from: readonly Layer[], to: readonly Layer[]): LayerStep[] {
  const steps: LayerStep[] = [];
  const target = new Map(to.map((layer) => [layer.id, layer]));
  const kept: Layer[] = [];
  for (const layer of from) {
    const next = target.get(layer.id);
    if (next && isSame(fixed(next), fixed(layer))) kept.push(layer);
    else steps.push({ do: 'remove', id: layer.id });
  }

  const order = kept.map(({ id }) => id);
  for (let index = to.length - 1; index >= 0; index--) {
    const layer = to[index]!;
    const before = to[index + 1]?.id;
    const at = order.indexOf(layer.id);
    if (at < 0) {
      steps.push({ do: 'add', layer, before });
    } else if (order[at + 1] !== before) {
      steps.push({ do: 'move', id: layer.id, before });
      order.splice(at, 1);
    } else continue;
    order.splice(before === undefined ? order.length : order.indexOf(before), 0, layer.id);
  }

  for (const layer of kept) {
    const next = target.get(layer.id)!;
    for (const name of ['paint', 'layout'] as const) {
      const [a, b] = [part(layer, name), part(next, name)];
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
        if (!isSame(a[key], b[key])) steps.push({ do: name, id: layer.id, name: key, value: b[key] });
      }
    }
    const [a, b] = ['filter' in layer ? layer.filter : undefined, 'filter' in next ? next.filter : undefined];
    if (!isSame(a, b)) steps.push({ do: 'filter', id: layer.id, value: b });
  }
  return steps;
}
