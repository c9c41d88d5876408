import {
  type CategoryId,
  type Discovery,
  foldVietnamese,
  type IncidentKind,
  LEVELS,
  type Level,
  POSITION_METHODS,
  type PositionMethod,
  type StatusId,
} from '../domain';
import { DISCOVERIES, type IncidentColumns, KINDS, searchTextAt } from './incidentColumns';
import { DOUBTS, type Doubt, type IncidentFlags } from './incidentFlags';
import { touchesWeekHours, weekHourMask } from './weekHours';

/** Numbers from one to another, both included; an end that is absent is open. */
export interface NumberRange {
  readonly from?: number;
  readonly to?: number;
}

/** A piece of a line, by its number in the network; both ends included. */
export interface LineSpan {
  readonly line: number;
  readonly fromM: number;
  readonly toM: number;
}

/** What passes, by dimension; what is absent does not filter. Of several values of one dimension any will do. */
export interface IncidentFilter {
  readonly isFlagged?: boolean;
  readonly doubt?: readonly Doubt[];
  readonly level?: readonly Level[];
  /** Numbers of lines in the network. */
  readonly line?: readonly number[];
  /** Pieces of lines, metres along each; an incident in the zone of a line is on the piece that its chainage falls into. */
  readonly stretch?: readonly LineSpan[];
  /** Numbers of units on whose side of a line the incident lies. */
  readonly sideUnit?: readonly number[];
  readonly category?: readonly CategoryId[];
  readonly kind?: readonly IncidentKind[];
  readonly status?: readonly StatusId[];
  readonly discovery?: readonly Discovery[];
  readonly method?: readonly PositionMethod[];
  /** Codes of handling units as numbers, −1 where it is not said. */
  readonly handling?: readonly number[];
  /** Numbers of units that hold the incident. */
  readonly unit?: readonly number[];
  /** Numbers of the user's zone layers that hold the incident. */
  readonly zoneLayer?: readonly number[];
  readonly persons?: NumberRange;
  /** From the nearest line in whose zone it lies, in metres; one in no zone is in no range. */
  readonly distanceM?: NumberRange;
  readonly accuracyM?: NumberRange;
  /** Days since 1970 on which it began. */
  readonly occurredDay?: NumberRange;
  /** Hours of the day, 0 to 23, that its span touches. */
  readonly hour?: readonly number[];
  /** Days of the week that its span touches, Monday 0 to Sunday 6. */
  readonly weekday?: readonly number[];
  /** Days since 1970 on which it was reported. */
  readonly reportedDay?: NumberRange;
  /** Words, each in the summary, the case number, or the name of the handling unit or of the nearest line. */
  readonly text?: string;
  /** Words that are all in the summary; in the case number. */
  readonly summary?: string;
  readonly caseNumber?: string;
}

/** What units and lines are called, folded, in the edition's order. */
export interface FoldedNames {
  readonly units: readonly string[];
  readonly lines: readonly string[];
}

/** Dimensions of which a row can fail several. A row that fails just one still counts for that one's own values. */
export const FAILS = {
  flagged: 1,
  rows: 2,
  category: 4,
  kind: 8,
  unit: 16,
  zoneLayer: 32,
  doubt: 64,
  status: 128,
  discovery: 256,
  method: 512,
  handling: 1024,
  /** Ranges and texts: their values are not counted. */
  other: 2048,
  occurred: 4096,
  /** Hours and days of the week, which one span can only pass together. */
  week: 8192,
} as const;

/** One bit per code that is wanted; null: all are. */
export type Wanted = Uint8Array | null;

function wanted<T>(values: readonly T[] | undefined, size: number, codeOf: (value: T) => number): Wanted {
  if (!values) return null;
  const mask = new Uint8Array(size);
  for (const value of values) {
    const code = codeOf(value);
    if (code >= 0 && code < size) mask[code] = 1;
  }
  return mask;
}

const isIn = (value: number, { from, to }: NumberRange): boolean =>
  // NaN is in no range.
  value >= (from ?? -Infinity) && value <= (to ?? Infinity);

const wordsOf = (text: string): string[] => foldVietnamese(text).split(' ').filter(Boolean);

/** A test of one slot, and the number of its handling unit in the edition. */
type SlotTest = (slot: number, handling: number) => boolean;

/** The tests of ranges and texts; what is not filtered costs nothing. */
function restOf(
  columns: IncidentColumns,
  flags: IncidentFlags,
  filter: IncidentFilter,
  names: FoldedNames,
): readonly SlotTest[] {
  const tests: SlotTest[] = [];
  const { persons, distanceM, accuracyM, reportedDay } = filter;
  if (persons) tests.push((i) => isIn(columns.persons[i]!, persons));
  if (distanceM) {
    tests.push((i) => {
      const row = flags.start[i]!;
      return flags.start[i + 1]! > row && isIn(flags.distanceM[row]!, distanceM);
    });
  }
  if (accuracyM) tests.push((i) => isIn(columns.accuracyM[i]!, accuracyM));
  if (reportedDay) tests.push((i) => columns.reportedDay[i]! >= 0 && isIn(columns.reportedDay[i]!, reportedDay));
  for (const word of wordsOf(filter.summary ?? '')) {
    tests.push((i) => {
      const text = searchTextAt(columns, i);
      const at = text.indexOf(word);
      return at >= 0 && at < text.indexOf('\n');
    });
  }
  for (const word of wordsOf(filter.caseNumber ?? '')) {
    tests.push((i) => {
      const text = searchTextAt(columns, i);
      return text.indexOf(word, text.indexOf('\n')) >= 0;
    });
  }
  for (const word of wordsOf(filter.text ?? '')) {
    const inUnit = names.units.map((name) => name.includes(word));
    const inLine = names.lines.map((name) => name.includes(word));
    tests.push((i, handling) => {
      const row = flags.start[i]!;
      return (
        searchTextAt(columns, i).includes(word) ||
        inUnit[handling] === true ||
        (flags.start[i + 1]! > row && inLine[flags.line[row]!] === true)
      );
    });
  }
  return tests;
}

/** The pieces of each line. */
function spansByLine(spans: readonly LineSpan[]): ReadonlyMap<number, readonly LineSpan[]> {
  const byLine = new Map<number, LineSpan[]>();
  for (const span of spans) byLine.set(span.line, [...(byLine.get(span.line) ?? []), span]);
  return byLine;
}

/**
 * A filter made ready to be asked for many slots.
 * @param columns  n incidents
 * @param flags    what the kernel found for them
 * @param options  how many units, lines and zone layers there are, and what they are called
 * @returns codes that are wanted on the rows of lines, and `failed`: the bits of `FAILS` that one slot fails but for its rows
 */
export function compileFilter(
  columns: IncidentColumns,
  flags: IncidentFlags,
  options: {
    readonly filter: IncidentFilter;
    readonly unitCount: number;
    readonly lineCount: number;
    readonly zoneLayerCount: number;
    readonly names: FoldedNames;
  },
) {
  const { filter, unitCount, lineCount, zoneLayerCount, names } = options;
  const itself = (number: number): number => number;
  const placeIn =
    <T>(list: readonly T[]) =>
    (value: T): number =>
      list.indexOf(value);
  const category = wanted(filter.category, columns.categories.length, placeIn(columns.categories));
  const status = wanted(filter.status, columns.statuses.length, placeIn(columns.statuses));
  const kind = wanted(filter.kind, KINDS.length, placeIn(KINDS));
  const discovery = wanted(filter.discovery, DISCOVERIES.length, placeIn(DISCOVERIES));
  const method = wanted(filter.method, POSITION_METHODS.length, placeIn(POSITION_METHODS));
  const doubts = wanted(filter.doubt, DOUBTS.length, placeIn(DOUBTS));
  const unit = wanted(filter.unit, unitCount, itself);
  const { occurredDay } = filter;
  const week = filter.hour || filter.weekday ? weekHourMask(filter.hour, filter.weekday) : null;
  const handlingCodes = filter.handling && new Set(filter.handling);
  // The bit of a layer that is not there would be another's: shifts count modulo 32.
  const zones = filter.zoneLayer
    ?.filter((layer) => layer >= 0 && layer < zoneLayerCount)
    .reduce((bits, layer) => bits | (1 << layer), 0);
  const rest = restOf(columns, flags, filter, names);

  return {
    level: wanted(filter.level, LEVELS.length, placeIn(LEVELS)),
    line: wanted(filter.line, lineCount, itself),
    stretch: filter.stretch ? spansByLine(filter.stretch) : null,
    sideUnit: wanted(filter.sideUnit, unitCount, itself),
    failed(i: number, isFlagged: boolean, doubt: Doubt | null, handling: number): number {
      let bits = 0;
      if (filter.isFlagged !== undefined && filter.isFlagged !== isFlagged) bits |= FAILS.flagged;
      if (doubts && !(doubt !== null && doubts[DOUBTS.indexOf(doubt)])) bits |= FAILS.doubt;
      if (category && !category[columns.category[i]!]) bits |= FAILS.category;
      if (kind && !kind[columns.kind[i]!]) bits |= FAILS.kind;
      if (status && !status[columns.status[i]!]) bits |= FAILS.status;
      if (discovery && !discovery[columns.discovery[i]!]) bits |= FAILS.discovery;
      if (method && !method[columns.method[i]!]) bits |= FAILS.method;
      if (handlingCodes && !handlingCodes.has(columns.unitCode[i]!)) bits |= FAILS.handling;
      if (unit && !unit[flags.unit[i]!]) bits |= FAILS.unit;
      if (zones !== undefined && (flags.zoneLayers[i]! & zones) === 0) bits |= FAILS.zoneLayer;
      if (occurredDay && !isIn(Math.floor(columns.occurredMin[i]! / 1440), occurredDay)) bits |= FAILS.occurred;
      if (week && !touchesWeekHours(columns.occurredMin[i]!, columns.occurredToMin[i]!, week)) bits |= FAILS.week;
      for (const test of rest) {
        if (!test(i, handling)) {
          bits |= FAILS.other;
          break;
        }
      }
      return bits;
    },
  };
}
