import { type CategoryId, type IncidentKind, LEVELS, type Level } from '../domain';
import { type IncidentColumns, KINDS } from './incidentColumns';

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
}

/** An incident is flagged when it lies in the zone of a border line, or in a zone that the user brought. */
export function isFlaggedAt(flags: IncidentFlags, slot: number): boolean {
  return flags.start[slot + 1]! > flags.start[slot]! || flags.zoneLayers[slot] !== 0;
}

/** One value per dimension; what is absent does not filter. */
export interface IncidentFilter {
  readonly isFlagged?: boolean;
  readonly level?: Level;
  /** Number of the line in the network. */
  readonly line?: number;
  /** Number of the unit on whose side of a line the incident lies. */
  readonly sideUnit?: number;
  readonly category?: CategoryId;
  readonly kind?: IncidentKind;
  /** Number of the unit that holds the incident. */
  readonly unit?: number;
  /** Number of the user's zone layer that holds the incident. */
  readonly zoneLayer?: number;
}

export type SortKey = 'occurred' | 'category' | 'kind' | 'persons' | 'unit' | 'distance' | 'line';
export interface IncidentSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Counts of incidents. An incident in the zones of several lines counts once for each of them, and once for each level and side. */
export interface IncidentFacets {
  readonly flagged: number;
  readonly unflagged: number;
  /** In the order of `LEVELS`. */
  readonly level: Uint32Array;
  readonly line: Uint32Array;
  readonly sideUnit: Uint32Array;
  /** In the order of the columns' `categories`. */
  readonly category: Uint32Array;
  readonly kind: Uint32Array;
  readonly unit: Uint32Array;
  readonly zoneLayer: Uint32Array;
}

export interface IncidentAnswer {
  /** Slots that pass the whole filter, sorted. */
  readonly order: Uint32Array;
  readonly flaggedInOrder: number;
  readonly personsInOrder: number;
  /** How many of the answer are simulated. */
  readonly simulatedInOrder: number;
  /** Each dimension is counted under the filters of all others, so that its own values can be compared. */
  readonly facets: IncidentFacets;
  /**
   * Three counts a line: incidents in its zone to the left, to the right, and on it with no side to belong to. Under
   * all filters but those of level, line and side.
   */
  readonly lineSides: Uint32Array;
  /** Flagged incidents inside each unit, under all filters but that of the unit; so of each category and each kind. */
  readonly unitFlagged: Uint32Array;
  readonly categoryFlagged: Uint32Array;
  readonly kindFlagged: Uint32Array;
}

const FLAGGED = 1;
const ROWS = 2;
const CATEGORY = 4;
const KIND = 8;
const UNIT = 16;
const ZONE_LAYER = 32;
const LEVEL = 1;
const LINE = 2;
const SIDE = 4;

/** The unit on whose side of the line a row lies: on the line itself the handling unit's, if it is one of the two. */
export function sideUnitOf(line: QueryLine, side: number, handlingUnit: number): number {
  if (side > 0) return line.leftUnit;
  if (side < 0) return line.rightUnit;
  return handlingUnit === line.leftUnit || handlingUnit === line.rightUnit ? handlingUnit : -1;
}

/**
 * Filters, counts and sorts the incidents in one pass over the columns.
 * @param columns  n incidents
 * @param flags    what the kernel found for them, n + 1 row starts
 * @param options  `lines` and `unitCount` of the edition; `unitNumberOf` turns a unit's code as a number into its number
 * @returns slots in order, and the counts of every dimension
 * @source cross-filter counting: a row that fails exactly one filter still counts for that filter's own dimension
 */
export function queryIncidents(
  columns: IncidentColumns,
  flags: IncidentFlags,
  options: {
    readonly lines: readonly QueryLine[];
    readonly unitCount: number;
    readonly zoneLayerCount: number;
    readonly unitNumberOf: ReadonlyMap<number, number>;
    readonly filter: IncidentFilter;
    readonly sort: IncidentSort;
  },
): IncidentAnswer {
  const { lines, unitCount, zoneLayerCount, unitNumberOf, filter, sort } = options;
  const n = columns.count;
  const facets = {
    flagged: 0,
    unflagged: 0,
    level: new Uint32Array(LEVELS.length),
    line: new Uint32Array(lines.length),
    sideUnit: new Uint32Array(unitCount),
    category: new Uint32Array(columns.categories.length),
    kind: new Uint32Array(KINDS.length),
    unit: new Uint32Array(unitCount),
    zoneLayer: new Uint32Array(zoneLayerCount),
  };
  const lineSides = new Uint32Array(3 * lines.length);
  const unitFlagged = new Uint32Array(unitCount);
  const categoryFlagged = new Uint32Array(columns.categories.length);
  const kindFlagged = new Uint32Array(KINDS.length);
  const wantCategory = filter.category === undefined ? null : columns.categories.indexOf(filter.category);
  const wantKind = filter.kind === undefined ? -1 : KINDS.indexOf(filter.kind);
  const lineLevel = Uint8Array.from(lines, (line) => LEVELS.indexOf(line.level));
  const wantLevel = filter.level === undefined ? -1 : LEVELS.indexOf(filter.level);
  const wantLine = filter.line ?? -1;
  const wantSide = filter.sideUnit ?? -1;
  const wantUnit = filter.unit ?? -1;
  // The bit of a layer that is not there would be another's: shifts count modulo 32.
  const wantZones =
    filter.zoneLayer === undefined ? null : filter.zoneLayer < zoneLayerCount ? 1 << filter.zoneLayer : 0;
  const filtersRows = wantLevel >= 0 || wantLine >= 0 || wantSide >= 0;
  const seenSide = new Int32Array(unitCount).fill(-1);
  const order = new Uint32Array(n);
  let kept = 0;
  let flaggedInOrder = 0;
  let personsInOrder = 0;
  let simulatedInOrder = 0;

  for (let i = 0; i < n; i += 1) {
    const from = flags.start[i]!;
    const to = flags.start[i + 1]!;
    const isFlagged = isFlaggedAt(flags, i);
    const unit = flags.unit[i]!;
    let failed = 0;
    if (filter.isFlagged !== undefined && filter.isFlagged !== isFlagged) failed |= FLAGGED;
    if (wantCategory !== null && columns.category[i] !== wantCategory) failed |= CATEGORY;
    if (wantKind >= 0 && columns.kind[i] !== wantKind) failed |= KIND;
    if (wantUnit >= 0 && unit !== wantUnit) failed |= UNIT;
    const zones = flags.zoneLayers[i]!;
    if (wantZones !== null && (zones & wantZones) === 0) failed |= ZONE_LAYER;
    let rowsPass = !filtersRows;
    const handling = unitNumberOf.get(columns.unitCode[i]!) ?? -1;
    if (filtersRows || failed === 0) {
      let seenLevels = 0;
      for (let r = from; r < to; r += 1) {
        const number = flags.line[r]!;
        const line = lines[number]!;
        const sideUnit = sideUnitOf(line, flags.side[r]!, handling);
        let rowFailed = 0;
        if (wantLevel >= 0 && lineLevel[number] !== wantLevel) rowFailed |= LEVEL;
        if (wantLine >= 0 && number !== wantLine) rowFailed |= LINE;
        if (wantSide >= 0 && sideUnit !== wantSide) rowFailed |= SIDE;
        if (rowFailed === 0) rowsPass = true;
        if (failed !== 0) continue;
        const place = sideUnit < 0 ? 2 : sideUnit === line.leftUnit ? 0 : 1;
        lineSides[3 * number + place]! += 1;
        if ((rowFailed & ~LEVEL) === 0 && (seenLevels & (1 << lineLevel[number]!)) === 0) {
          seenLevels |= 1 << lineLevel[number]!;
          facets.level[lineLevel[number]!]! += 1;
        }
        if ((rowFailed & ~LINE) === 0) facets.line[number]! += 1;
        if ((rowFailed & ~SIDE) === 0 && sideUnit >= 0 && seenSide[sideUnit] !== i) {
          seenSide[sideUnit] = i;
          facets.sideUnit[sideUnit]! += 1;
        }
      }
    }
    if (!rowsPass) failed |= ROWS;
    if ((failed & ~FLAGGED) === 0) {
      if (isFlagged) facets.flagged += 1;
      else facets.unflagged += 1;
    }
    if ((failed & ~CATEGORY) === 0) {
      facets.category[columns.category[i]!]! += 1;
      if (isFlagged) categoryFlagged[columns.category[i]!]! += 1;
    }
    if ((failed & ~KIND) === 0) {
      facets.kind[columns.kind[i]!]! += 1;
      if (isFlagged) kindFlagged[columns.kind[i]!]! += 1;
    }
    if ((failed & ~UNIT) === 0 && unit >= 0) {
      facets.unit[unit]! += 1;
      if (isFlagged) unitFlagged[unit]! += 1;
    }
    if ((failed & ~ZONE_LAYER) === 0) {
      for (let layer = 0; layer < zoneLayerCount; layer += 1) if (zones & (1 << layer)) facets.zoneLayer[layer]! += 1;
    }
    if (failed === 0) {
      order[kept] = i;
      kept += 1;
      if (isFlagged) flaggedInOrder += 1;
      personsInOrder += columns.persons[i]!;
      simulatedInOrder += columns.simulated[i]!;
    }
  }
  const slots = order.slice(0, kept);
  sortSlots(slots, columns, flags, sort);
  return {
    order: slots,
    flaggedInOrder,
    personsInOrder,
    simulatedInOrder,
    facets,
    lineSides,
    unitFlagged,
    categoryFlagged,
    kindFlagged,
  };
}

/** Sorts slots by a column; equal ones by time, then by id, so that the order never depends on how rows were loaded. */
function sortSlots(slots: Uint32Array, columns: IncidentColumns, flags: IncidentFlags, sort: IncidentSort): void {
  const key = new Float64Array(columns.count);
  for (const i of slots) {
    const from = flags.start[i]!;
    const hasLine = flags.start[i + 1]! > from;
    if (sort.key === 'occurred') key[i] = columns.occurredMin[i]!;
    else if (sort.key === 'category') key[i] = columns.category[i]!;
    else if (sort.key === 'kind') key[i] = columns.kind[i]!;
    else if (sort.key === 'persons') key[i] = columns.persons[i]!;
    else if (sort.key === 'unit') key[i] = columns.unitCode[i]! < 0 ? Number.MAX_VALUE : columns.unitCode[i]!;
    else if (sort.key === 'distance') key[i] = hasLine ? flags.distanceM[from]! : Number.MAX_VALUE;
    else key[i] = hasLine ? flags.line[from]! : Number.MAX_VALUE;
  }
  const sign = sort.descending ? -1 : 1;
  slots.sort((a, b) => {
    const byKey = key[a]! - key[b]!;
    if (byKey !== 0) return sign * byKey;
    const byTime = columns.occurredMin[b]! - columns.occurredMin[a]!;
    if (byTime !== 0) return byTime;
    return columns.ids[a]! < columns.ids[b]! ? -1 : 1;
  });
}
