import type { ChangeSet, Layer, LayerId, LayerStyle, Problem, Result } from '../domain';
import { updateLayer } from './updateLayer';

/**
 * Gives a layer another look. What is out of bounds is brought to the nearest bound: opacity 0 to 1, width 0.5 to 20 pixels.
 * @problem notFound  there is no such layer
 */
export function styleLayer(
  { layers }: { readonly layers: readonly Layer[] },
  { id, style }: { readonly id: LayerId; readonly style: LayerStyle },
): Result<ChangeSet, Problem> {
  const { color, opacity, widthPx } = style;
  const bounded = { color, opacity: within(opacity, 0, 1), widthPx: within(widthPx, 0.5, 20) };
  return updateLayer(layers, id, { style: bounded });
}

function within(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
