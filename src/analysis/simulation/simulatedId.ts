import type { IncidentId } from '../../domain';
import type { Random } from './random';

const VIETNAM_AHEAD_MS = 7 * 3_600_000;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * An id shaped as a UUID v7: the milliseconds of the moment, then chance.
 * @param occurredMin  minutes of the local wall clock since 1970
 */
export function simulatedId(occurredMin: number, random: Random): IncidentId {
  const ms = hex(occurredMin * 60_000 - VIETNAM_AHEAD_MS, 12);
  const [a, b, c] = [random.bits(), random.bits(), random.bits()];
  const variant = hex(0x8000 | (b & 0x3fff), 4);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(a & 0xfff, 3)}-${variant}-${hex(a >>> 16, 4)}${hex(c, 8)}` as IncidentId;
}
