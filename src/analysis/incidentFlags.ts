import type { Level } from '../domain';
import { isMaybe, isUnsure } from './judgeCertainty';

/** What the lines of a network are to a query: units are numbers in the edition's order, −1 for none. */
export interface QueryLine {
  readonly level: Level;
  readonly leftUnit: number;
  readonly rightUnit: number;
}

/** What the kernel found for every incident, in the order of the columns. */
export interface IncidentFlags {
  /** Every line in range, as compressed rows, nearest first. */
  readonly start: Uint32Array;
  readonly line: Int32Array;
  readonly distanceM: Float64Array;
  readonly chainageM: Float64Array;
  /** +1 left of the line's direction, −1 right, 0 on it. */
  readonly side: Int8Array;
  /** The unit that holds the incident, −1: none. */
  readonly unit: Int32Array;
  /** One bit per zone layer of the user that holds the incident, in the order of those layers. */
  readonly zoneLayers: Uint32Array;
  /** How sure the flag is: bits of `judgeCertainty`. */
  readonly certainty: Uint8Array;
}

/** An incident is flagged when it lies in the zone of a border line, or in a zone that the user brought. */
export function isFlaggedAt(flags: IncidentFlags, slot: number): boolean {
  return flags.start[slot + 1]! > flags.start[slot]! || flags.zoneLayers[slot] !== 0;
}

/** A flag that is not sure: in a zone by its position, but not by all of the circle in which it lies; or out of all zones, but maybe in one. */
export const DOUBTS = ['unsure', 'maybe'] as const;
export type Doubt = (typeof DOUBTS)[number];

export const doubtOf = (bits: number): Doubt | null => (isUnsure(bits) ? 'unsure' : isMaybe(bits) ? 'maybe' : null);

/** The unit on whose side of the line a row lies: on the line itself the handling unit's, if it is one of the two. */
export function sideUnitOf(line: QueryLine, side: number, handlingUnit: number): number {
  if (side > 0) return line.leftUnit;
  if (side < 0) return line.rightUnit;
  return handlingUnit === line.leftUnit || handlingUnit === line.rightUnit ? handlingUnit : -1;
}
