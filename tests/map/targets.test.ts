import { describe, expect, it } from 'vitest';
import { addressOf, isSameTarget, targetOf } from '../../src/map/targets';
import type { MapTarget } from '../../src/map/types';

const TARGETS: readonly MapTarget[] = [
  { type: 'unit', id: '07888' },
  { type: 'line', id: '2018:07888-07900' },
  { type: 'incident', id: 'i-1' },
  { type: 'cluster', id: 'i-1' },
  { type: 'layer', layerId: 'a', id: '3' },
  { type: 'layer', layerId: 'b', id: '3' },
];

describe('targets', () => {
  it.each(TARGETS)('are found again from their feature: %o', (target) => {
    const { source, id } = addressOf(target);
    expect(targetOf(source, id, target.type === 'cluster' ? { count: 3 } : {})).toEqual(target);
  });

  it('are none for a feature without id, and for sources that hold nothing to point at', () => {
    expect(targetOf('units', undefined, {})).toBeNull();
    expect(targetOf('zones', 1, {})).toBeNull();
  });

  it('are the same only when all of them is', () => {
    for (const [i, a] of TARGETS.entries())
      for (const [j, b] of TARGETS.entries()) expect(isSameTarget(a, { ...b })).toBe(i === j);
    expect(isSameTarget(null, null)).toBe(true);
    expect(isSameTarget(TARGETS[0]!, null)).toBe(false);
  });
});
