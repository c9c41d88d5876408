import { LEVELS, MAX_ZONE_M, type ZoneDistances } from '../domain';
import type { NearestByLevel } from './findNearestByLevel';

/** In a zone, but its circle of accuracy reaches out of every zone that counts. */
export const UNSURE_ZONE = 1;
/** In the zone of a line that its circle reaches across, so it may lie on either side. */
export const UNSURE_SIDE = 2;
/** In no zone, but its circle reaches into one. */
export const MAYBE_IN_ZONE = 4;

/** Whether an incident is flagged, but not surely, or not flagged, but may have to be. */
export const isUnsure = (bits: number): boolean => (bits & (UNSURE_ZONE | UNSURE_SIDE)) !== 0;
export const isMaybe = (bits: number): boolean => (bits & MAYBE_IN_ZONE) !== 0;

/**
 * How sure the flag of each incident is, by the circle in which it lies: it is surely in a zone where the whole circle is (distance + accuracy
 * ≤ zone), and maybe where a part is (distance − accuracy ≤ zone); its side is sure where the circle does not reach the
 * line. What has no accuracy is taken as it stands. The zone is inclusive, as in flagging.
 *
 * Only the incident's own accuracy counts. That a line itself is approximate (±150 m) is said beside the line: added here it would make almost
 * everything near such a line unsure, and the sign would say nothing any more. The user's own zones are judged by the point alone, so
 * what lies in one is surely flagged.
 * @param nearest  as `findNearestByLevel` found it, in reach of `zoneM`
 * @param options  `count`: n incidents; `zoneM` in metres; `zoneLayers`: n bits of the user's zones that hold it
 * @returns n sets of bits: `UNSURE_ZONE`, `UNSURE_SIDE`, `MAYBE_IN_ZONE`
 */
export function judgeCertainty(
  nearest: NearestByLevel,
  options: { readonly count: number; readonly zoneM: ZoneDistances; readonly zoneLayers: ArrayLike<number> },
): Uint8Array {
  const { count, zoneM, zoneLayers } = options;
  const limitM = LEVELS.map((level) => zoneM[level]);
  const bits = new Uint8Array(count);
  const { slots, accuracyM, distanceM } = nearest;
  for (let k = 0; k < slots.length; k += 1) {
    const radiusM = accuracyM[k]!;
    let [isIn, isSure, mayBe, isAcross] = [false, false, false, false];
    for (let level = 0; level < limitM.length; level += 1) {
      const limit = limitM[level]!;
      const distance = distanceM[limitM.length * k + level]!;
      if (distance <= limit) {
        isIn = true;
        if (distance < radiusM) isAcross = true;
        if (distance + radiusM <= limit) isSure = true;
      } else if (distance - radiusM <= limit || (distance === Infinity && limit + radiusM > MAX_ZONE_M)) {
        // Beyond the index's cap no line is known, so none can be ruled out.
        mayBe = true;
      }
    }
    const isInLayer = zoneLayers[slots[k]!] !== 0;
    const zone = isIn ? (isSure ? 0 : UNSURE_ZONE) : mayBe ? MAYBE_IN_ZONE : 0;
    bits[slots[k]!] = (isInLayer ? 0 : zone) | (isAcross ? UNSURE_SIDE : 0);
  }
  return bits;
}
