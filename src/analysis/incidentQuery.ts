import { LEVELS, POSITION_METHODS } from '../domain';
import { DISCOVERIES, type IncidentColumns, KINDS } from './incidentColumns';
import { compileFilter, FAILS, type FoldedNames, type IncidentFilter } from './incidentFilter';
import { doubtOf, type IncidentFlags, isFlaggedAt, type QueryLine, sideUnitOf } from './incidentFlags';
import { type IncidentSort, sortSlots } from './incidentSort';

/** Counts of incidents. An incident in the zones of several lines counts once for each of them, and once for each level and side. */
export interface IncidentFacets {
  readonly flagged: number;
  readonly unflagged: number;
  readonly unsure: number;
  readonly maybe: number;
  /** In the order of `LEVELS`. */
  readonly level: Uint32Array;
  readonly line: Uint32Array;
  readonly sideUnit: Uint32Array;
  /** In the order of the columns' `categories` and `statuses`. */
  readonly category: Uint32Array;
  readonly status: Uint32Array;
  readonly kind: Uint32Array;
  readonly discovery: Uint32Array;
  /** In the order of `POSITION_METHODS`. */
  readonly method: Uint32Array;
  readonly unit: Uint32Array;
  /** By the code of the handling unit as a number, −1 where it is not said; only those that there are. */
  readonly handling: ReadonlyMap<number, number>;
  readonly zoneLayer: Uint32Array;
}

export interface IncidentAnswer {
  /** Slots that pass the whole filter, sorted. */
  readonly order: Uint32Array;
  readonly flaggedInOrder: number;
  /** Of those flagged how many are not surely so; and how many are not flagged but may have to be. */
  readonly unsureInOrder: number;
  readonly maybeInOrder: number;
  readonly personsInOrder: number;
  /** How many of the answer are simulated. */
  readonly simulatedInOrder: number;
  /** Each dimension is counted under the filters of all others, so that its own values can be compared. */
  readonly facets: IncidentFacets;
  /**
   * Three counts a line: incidents in its zone to the left, to the right, and on it with no side to belong to. Under
   * all filters but those of level, line, piece of line and side.
   */
  readonly lineSides: Uint32Array;
  /** Flagged incidents inside each unit, under all filters but that of the unit; so of each category and each kind. */
  readonly unitFlagged: Uint32Array;
  readonly categoryFlagged: Uint32Array;
  readonly kindFlagged: Uint32Array;
  /** Null unless it was asked for. */
  readonly timing: IncidentTiming | null;
}

/** What charts of time show, each under all filters but its own. */
export interface IncidentTiming {
  /** Slots that pass all filters but that of days. */
  readonly anyDay: Uint32Array;
  /** Slots that pass all filters but those of hours and days of the week. */
  readonly anyHour: Uint32Array;
  /** Slots that pass all filters but those of days and pieces of lines, and for each 1 where it passes the latter, too. */
  readonly anyStretch: Uint32Array;
  readonly isOnStretch: Uint8Array;
  /** For each of those the first of its zone rows that passes the filters of level, line and side; −1: it has none. */
  readonly row: Int32Array;
}

const LEVEL = 1;
const LINE = 2;
const SIDE = 4;
const STRETCH = 8;
/** Codes of units have five digits. */
const UNIT_CODES = 100_000;

/**
 * Filters, counts and sorts the incidents in one pass over the columns.
 * @param columns  n incidents
 * @param flags    what the kernel found for them, n + 1 row starts
 * @param options  `lines`, `unitCount` and folded `names` of the edition; `unitNumberOf` turns a unit's code as a number into its number
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
    readonly names: FoldedNames;
    readonly filter: IncidentFilter;
    readonly sort: IncidentSort;
    /** Whether charts of time are wanted. */
    readonly timing?: boolean;
  },
): IncidentAnswer {
  const { lines, unitCount, zoneLayerCount, unitNumberOf, names, filter, sort, timing = false } = options;
  const n = columns.count;
  const counts = {
    flagged: 0,
    unflagged: 0,
    unsure: 0,
    maybe: 0,
    level: new Uint32Array(LEVELS.length),
    line: new Uint32Array(lines.length),
    sideUnit: new Uint32Array(unitCount),
    category: new Uint32Array(columns.categories.length),
    status: new Uint32Array(columns.statuses.length),
    kind: new Uint32Array(KINDS.length),
    discovery: new Uint32Array(DISCOVERIES.length),
    method: new Uint32Array(POSITION_METHODS.length),
    unit: new Uint32Array(unitCount),
    zoneLayer: new Uint32Array(zoneLayerCount),
  };
  const handlingCounts = new Uint32Array(UNIT_CODES + 1);
  const lineSides = new Uint32Array(3 * lines.length);
  const unitFlagged = new Uint32Array(unitCount);
  const categoryFlagged = new Uint32Array(columns.categories.length);
  const kindFlagged = new Uint32Array(KINDS.length);
  const lineLevel = Uint8Array.from(lines, (line) => LEVELS.indexOf(line.level));
  const wanted = compileFilter(columns, flags, { filter, unitCount, lineCount: lines.length, zoneLayerCount, names });
  const filtersRows = Boolean(wanted.level || wanted.line || wanted.sideUnit || wanted.stretch);
  const seenSide = new Int32Array(unitCount).fill(-1);
  const order = new Uint32Array(n);
  let kept = 0;
  const anyDay = new Uint32Array(timing ? n : 0);
  const anyHour = new Uint32Array(timing ? n : 0);
  const anyStretch = new Uint32Array(timing ? n : 0);
  const isOnStretch = new Uint8Array(timing ? n : 0);
  const row = new Int32Array(timing ? n : 0);
  let [dayCount, hourCount, stretchCount] = [0, 0, 0];
  let flaggedInOrder = 0;
  let unsureInOrder = 0;
  let maybeInOrder = 0;
  let personsInOrder = 0;
  let simulatedInOrder = 0;

  for (let i = 0; i < n; i += 1) {
    const from = flags.start[i]!;
    const to = flags.start[i + 1]!;
    const isFlagged = isFlaggedAt(flags, i);
    const unit = flags.unit[i]!;
    const doubt = doubtOf(flags.certainty[i]!);
    const handling = unitNumberOf.get(columns.unitCode[i]!) ?? -1;
    let failed = wanted.failed(i, isFlagged, doubt, handling);
    const zones = flags.zoneLayers[i]!;
    let rowsPass = !filtersRows;
    let rowsPassAnyStretch = !filtersRows;
    // Without filters of rows the first one passes, even where the loop is not run.
    let passingRow = !filtersRows && from < to ? from : -1;
    if (filtersRows || failed === 0) {
      let seenLevels = 0;
      for (let r = from; r < to; r += 1) {
        const number = flags.line[r]!;
        const line = lines[number]!;
        const sideUnit = sideUnitOf(line, flags.side[r]!, handling);
        let rowFailed = 0;
        if (wanted.level && !wanted.level[lineLevel[number]!]) rowFailed |= LEVEL;
        if (wanted.line && !wanted.line[number]) rowFailed |= LINE;
        if (wanted.sideUnit && !wanted.sideUnit[sideUnit]) rowFailed |= SIDE;
        if (wanted.stretch) {
          const at = flags.chainageM[r]!;
          const isOn = wanted.stretch.get(number)?.some(({ fromM, toM }) => at >= fromM && at <= toM);
          if (!isOn) rowFailed |= STRETCH;
        }
        if (rowFailed === 0) rowsPass = true;
        if ((rowFailed & ~STRETCH) === 0) {
          rowsPassAnyStretch = true;
          if (passingRow < 0) passingRow = r;
        }
        if (failed !== 0) continue;
        const place = sideUnit < 0 ? 2 : sideUnit === line.leftUnit ? 0 : 1;
        lineSides[3 * number + place]! += 1;
        if ((rowFailed & ~LEVEL) === 0 && (seenLevels & (1 << lineLevel[number]!)) === 0) {
          seenLevels |= 1 << lineLevel[number]!;
          counts.level[lineLevel[number]!]! += 1;
        }
        if ((rowFailed & ~LINE) === 0) counts.line[number]! += 1;
        if ((rowFailed & ~SIDE) === 0 && sideUnit >= 0 && seenSide[sideUnit] !== i) {
          seenSide[sideUnit] = i;
          counts.sideUnit[sideUnit]! += 1;
        }
      }
    }
    if (timing && rowsPassAnyStretch && (failed & ~FAILS.occurred) === 0) {
      anyStretch[stretchCount] = i;
      isOnStretch[stretchCount] = rowsPass ? 1 : 0;
      row[stretchCount] = passingRow;
      stretchCount += 1;
    }
    if (!rowsPass) failed |= FAILS.rows;
    if ((failed & ~FAILS.flagged) === 0) {
      if (isFlagged) counts.flagged += 1;
      else counts.unflagged += 1;
    }
    if (doubt !== null && (failed & ~FAILS.doubt) === 0) counts[doubt] += 1;
    if ((failed & ~FAILS.category) === 0) {
      counts.category[columns.category[i]!]! += 1;
      if (isFlagged) categoryFlagged[columns.category[i]!]! += 1;
    }
    if ((failed & ~FAILS.kind) === 0) {
      counts.kind[columns.kind[i]!]! += 1;
      if (isFlagged) kindFlagged[columns.kind[i]!]! += 1;
    }
    if ((failed & ~FAILS.status) === 0) counts.status[columns.status[i]!]! += 1;
    if ((failed & ~FAILS.discovery) === 0) counts.discovery[columns.discovery[i]!]! += 1;
    if ((failed & ~FAILS.method) === 0) counts.method[columns.method[i]!]! += 1;
    if ((failed & ~FAILS.handling) === 0) handlingCounts[columns.unitCode[i]! + 1]! += 1;
    if ((failed & ~FAILS.unit) === 0 && unit >= 0) {
      counts.unit[unit]! += 1;
      if (isFlagged) unitFlagged[unit]! += 1;
    }
    if ((failed & ~FAILS.zoneLayer) === 0) {
      for (let layer = 0; layer < zoneLayerCount; layer += 1) if (zones & (1 << layer)) counts.zoneLayer[layer]! += 1;
    }
    if (timing) {
      if ((failed & ~FAILS.occurred) === 0) {
        anyDay[dayCount] = i;
        dayCount += 1;
      }
      if ((failed & ~FAILS.week) === 0) {
        anyHour[hourCount] = i;
        hourCount += 1;
      }
    }
    if (failed === 0) {
      order[kept] = i;
      kept += 1;
      if (isFlagged) flaggedInOrder += 1;
      if (doubt === 'unsure') unsureInOrder += 1;
      else if (doubt === 'maybe') maybeInOrder += 1;
      personsInOrder += columns.persons[i]!;
      simulatedInOrder += columns.simulated[i]!;
    }
  }
  const slots = order.slice(0, kept);
  sortSlots(slots, columns, flags, sort);
  const handling = new Map<number, number>();
  handlingCounts.forEach((count, code) => {
    if (count > 0) handling.set(code - 1, count);
  });
  return {
    order: slots,
    flaggedInOrder,
    unsureInOrder,
    maybeInOrder,
    personsInOrder,
    simulatedInOrder,
    facets: { ...counts, handling },
    lineSides,
    unitFlagged,
    categoryFlagged,
    kindFlagged,
    timing: timing
      ? {
          anyDay: anyDay.slice(0, dayCount),
          anyHour: anyHour.slice(0, hourCount),
          anyStretch: anyStretch.slice(0, stretchCount),
          isOnStretch: isOnStretch.slice(0, stretchCount),
          row: row.slice(0, stretchCount),
        }
      : null,
  };
}
