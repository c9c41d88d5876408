import type { IncidentColumns } from '../incidentColumns';
import { type IncidentFlags, type QueryLine, sideUnitOf } from '../incidentFlags';

/** Incidents as hotspots take them: those that pass all filters but those of days and pieces of lines, which each method minds itself. */
export interface HotspotIncidents {
  /** Where each stands in the engine's columns. */
  readonly slot: Uint32Array;
  /** 1 where it is on a piece of line that is filtered by, or none is. */
  readonly isOnStretch: Uint8Array;
  /** WGS 84 degrees, [lng0, lat0 …]; NaN where it is not known. */
  readonly positions: Float64Array;
  readonly accuracyM: Float64Array;
  /** Minutes of the local wall clock since 1970. */
  readonly occurredMin: Float64Array;
  readonly occurredToMin: Float64Array;
  /** Codes of the engine's lists. */
  readonly category: Uint16Array;
  readonly kind: Uint8Array;
  /** 1 where a patrol came upon it. */
  readonly isDiscovered: Uint8Array;
  readonly isSimulated: Uint8Array;
  /** The unit that holds it, −1: none. */
  readonly unit: Int32Array;
  /** The nearest line that counts and is not filtered out in whose zone it lies, −1: none. */
  readonly line: Int32Array;
  readonly distanceM: Float64Array;
  readonly chainageM: Float64Array;
  /** +1 left of the line's direction, −1 right; 0 on the line with no side to belong to. */
  readonly side: Int8Array;
}

/**
 * What hotspots need of some incidents.
 * @param columns  all incidents
 * @param flags    what the kernel found for them
 * @param options  `slots`: n places in the columns; `rows`: the zone row by which each counts, −1: none; the edition's lines;
 *                 the unit's number by its code as a number
 * @returns n entries per column, in the order of `slots`
 */
export function gatherHotspotIncidents(
  columns: IncidentColumns,
  flags: IncidentFlags,
  options: {
    readonly slots: Uint32Array;
    readonly rows: Int32Array;
    readonly isOnStretch: Uint8Array;
    readonly lines: readonly QueryLine[];
    readonly unitNumberOf: ReadonlyMap<number, number>;
  },
): HotspotIncidents {
  const { slots, rows, isOnStretch, lines, unitNumberOf } = options;
  const n = slots.length;
  const positions = new Float64Array(2 * n);
  const line = new Int32Array(n).fill(-1);
  const distanceM = new Float64Array(n).fill(NaN);
  const chainageM = new Float64Array(n).fill(NaN);
  const side = new Int8Array(n);
  for (let i = 0; i < n; i += 1) {
    const slot = slots[i]!;
    positions[2 * i] = columns.positions[2 * slot]!;
    positions[2 * i + 1] = columns.positions[2 * slot + 1]!;
    const row = rows[i]!;
    if (row < 0) continue;
    const number = flags.line[row]!;
    const { leftUnit, rightUnit } = lines[number]!;
    const unit = sideUnitOf(lines[number]!, flags.side[row]!, unitNumberOf.get(columns.unitCode[slot]!) ?? -1);
    line[i] = number;
    distanceM[i] = flags.distanceM[row]!;
    chainageM[i] = flags.chainageM[row]!;
    side[i] = unit < 0 ? 0 : unit === leftUnit ? 1 : unit === rightUnit ? -1 : 0;
  }
  const pick = <A extends Float64Array | Uint8Array | Uint16Array | Int32Array>(column: A): A => {
    const picked = new (column.constructor as new (length: number) => A)(n);
    for (let i = 0; i < n; i += 1) picked[i] = column[slots[i]!]!;
    return picked;
  };
  return {
    slot: slots.slice(),
    isOnStretch: isOnStretch.slice(),
    positions,
    accuracyM: pick(columns.accuracyM),
    occurredMin: pick(columns.occurredMin),
    occurredToMin: pick(columns.occurredToMin),
    category: pick(columns.category),
    kind: pick(columns.kind),
    isDiscovered: pick(columns.discovery),
    isSimulated: pick(columns.simulated),
    unit: pick(flags.unit),
    line,
    distanceM,
    chainageM,
    side,
  };
}
