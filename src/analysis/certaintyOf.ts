import type { ZoneDistances } from '../domain';
import type { BorderIndex } from '../geo';
import { findNearestByLevel } from './findNearestByLevel';
import { judgeCertainty } from './judgeCertainty';

/**
 * How sure the flags of some positions are, as `judgeCertainty` says; nothing is unsure where the distances cannot be asked for.
 * @param of  n positions, WGS 84 degrees, NaN where there is none; n radii in metres, NaN where not known; n bits of the user's zones
 * @param options  `zoneM` in metres, `inScope` is 1 where a line counts
 * @returns n sets of bits
 */
export function certaintyOf(
  index: BorderIndex,
  of: {
    readonly positions: Float64Array;
    readonly accuracyM: ArrayLike<number>;
    readonly zoneLayers: ArrayLike<number>;
  },
  { zoneM, inScope }: { readonly zoneM: ZoneDistances; readonly inScope: Uint8Array },
): Uint8Array {
  const { positions, accuracyM, zoneLayers } = of;
  const count = positions.length / 2;
  const nearest = findNearestByLevel(index, positions, { accuracyM, reachM: zoneM, inScope });
  return nearest.ok ? judgeCertainty(nearest.value, { count, zoneM, zoneLayers }) : new Uint8Array(count);
}
