import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherHotspotIncidents } from '../../src/analysis/hotspots/gatherHotspotIncidents';
import {
  DISCOVERIES,
  emptyColumns,
  encodeIncidents,
  KINDS,
  putIncidents,
  removeIncidents,
} from '../../src/analysis/incidentColumns';
import type { FoldedNames, IncidentFilter, NumberRange } from '../../src/analysis/incidentFilter';
import { doubtOf, type IncidentFlags, isFlaggedAt, type QueryLine, sideUnitOf } from '../../src/analysis/incidentFlags';
import { queryIncidents } from '../../src/analysis/incidentQuery';
import { MAYBE_IN_ZONE, UNSURE_SIDE, UNSURE_ZONE } from '../../src/analysis/judgeCertainty';
import {
  CATEGORIES,
  foldVietnamese,
  type Incident,
  type IncidentId,
  LEVELS,
  type PlainDate,
  POSITION_METHODS,
  STATUSES,
  type UnitCode,
  type WallClock,
} from '../../src/domain';

const UNITS = 4;
const ZONE_LAYERS = 2;
const LINES: readonly QueryLine[] = [
  { level: 'commune', leftUnit: 0, rightUnit: 1 },
  { level: 'district', leftUnit: 1, rightUnit: 2 },
  { level: 'province', leftUnit: 0, rightUnit: 3 },
];

const NAMES: FoldedNames = {
  units: ['bach hac', 'ben got', 'bo sao', 'son dong'],
  lines: ['bach hac – ben got', 'ben got – bo sao', 'bach hac – son dong'],
};

interface Case {
  readonly incidents: readonly Incident[];
  readonly rows: readonly (readonly { line: number; side: number; distanceM: number; chainageM: number }[])[];
  readonly units: readonly number[];
  readonly masks: readonly number[];
  readonly certainty: readonly number[];
}

const startOf = (i: number): WallClock => `2018-0${1 + (i % 9)}-11T0${i % 10}:30` as WallClock;

function incidentNumbered(
  i: number,
  category: number,
  kind: number,
  unit: number,
  persons: number,
  more: Partial<Incident> = {},
): Incident {
  const at = startOf(i);
  return {
    id: `id-${String(i).padStart(3, '0')}` as IncidentId,
    occurred: { from: at, to: at },
    reportedOn: null,
    lng: 105 + i / 1000,
    lat: 21,
    positionAccuracyM: null,
    positionMethod: 'coordinates',
    category: CATEGORIES[category]!,
    kind: KINDS[kind]!,
    discovery: 'reported',
    personsInvolved: persons,
    unitCode: unit < 0 ? null : (String(unit) as UnitCode),
    status: 'open',
    summary: '',
    source: { kind: i % 3 === 0 ? 'simulated' : 'manual', name: '', row: null, id: null },
    rev: 1,
    ...more,
  };
}

/** A span that begins when incident `i` does. */
function lasting(i: number, minutes: number): Incident['occurred'] {
  const from = startOf(i);
  const to = new Date(Date.parse(`${from}:00Z`) + minutes * 60_000).toISOString().slice(0, 16) as WallClock;
  return { from, to };
}

const incidentArbitrary = fc.record({
  category: fc.integer({ min: 0, max: CATEGORIES.length - 1 }),
  kind: fc.integer({ min: 0, max: 1 }),
  handling: fc.integer({ min: -1, max: UNITS - 1 }),
  unit: fc.integer({ min: -1, max: UNITS - 1 }),
  persons: fc.integer({ min: 0, max: 5 }),
  mask: fc.integer({ min: 0, max: 2 ** ZONE_LAYERS - 1 }),
  summary: fc.constantFrom('', 'Trộm xe máy', 'Đánh bạc ở Bồ Sao', 'Xe tải quá tải'),
  caseNumber: fc.constantFrom(null, 'VA-17', 'xe/2018'),
  accuracyM: fc.constantFrom(null, 5, 50, 500),
  reportedOn: fc.constantFrom(null, '2018-01-05', '2018-06-30'),
  lastsMin: fc.constantFrom(0, 0, 45, 90, 600, 3_000, 12_000),
  discovery: fc.constantFrom(...DISCOVERIES),
  status: fc.constantFrom(...STATUSES),
  method: fc.constantFrom('coordinates' as const, 'place' as const, 'map' as const),
  certainty: fc.constantFrom(0, UNSURE_ZONE, UNSURE_SIDE, UNSURE_ZONE | UNSURE_SIDE, MAYBE_IN_ZONE),
  rows: fc.uniqueArray(
    fc.record({
      line: fc.integer({ min: 0, max: LINES.length - 1 }),
      side: fc.constantFrom(-1, 0, 1),
      distanceM: fc.double({ min: 0, max: 1500, noNaN: true }),
      chainageM: fc.double({ min: 0, max: 3000, noNaN: true }),
    }),
    { selector: (row) => row.line, maxLength: 3 },
  ),
});

const caseArbitrary = fc.array(incidentArbitrary, { maxLength: 40 }).map(
  (items): Case => ({
    incidents: items.map((item, i) => {
      const { summary, discovery, status, caseNumber: id } = item;
      return incidentNumbered(i, item.category, item.kind, item.handling, item.persons, {
        occurred: lasting(i, item.lastsMin),
        summary,
        discovery,
        status,
        positionMethod: item.method,
        positionAccuracyM: item.accuracyM,
        reportedOn: item.reportedOn as PlainDate | null,
        source: { kind: i % 3 === 0 ? 'simulated' : 'manual', name: '', row: null, id },
      });
    }),
    rows: items.map((item) => item.rows.toSorted((a, b) => a.distanceM - b.distanceM)),
    units: items.map((item) => item.unit),
    masks: items.map((item) => item.mask),
    certainty: items.map((item) => item.certainty),
  }),
);

const some = <T>(...values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const range = (...ends: readonly number[]): fc.Arbitrary<NumberRange> =>
  fc.record({ from: fc.constantFrom(...ends), to: fc.constantFrom(...ends) }, { requiredKeys: [] });
const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

const filterArbitrary: fc.Arbitrary<IncidentFilter> = fc
  .record(
    {
      isFlagged: fc.boolean(),
      doubt: some('unsure' as const, 'maybe' as const),
      level: some(...LEVELS),
      line: some(...numbers(LINES.length)),
      sideUnit: some(...numbers(UNITS)),
      stretch: some(
        { line: 0, fromM: 0, toM: 1_000 },
        { line: 0, fromM: 1_500, toM: 2_000 },
        { line: 2, fromM: 900, toM: 3_000 },
      ),
      category: some(...CATEGORIES),
      kind: some(...KINDS),
      status: some(...STATUSES),
      discovery: some(...DISCOVERIES),
      method: some('coordinates' as const, 'place' as const, 'map' as const),
      handling: some(-1, ...numbers(UNITS)),
      unit: some(...numbers(UNITS)),
      zoneLayer: some(...numbers(ZONE_LAYERS)),
      persons: range(0, 1, 3, 5),
      distanceM: range(0, 200, 900),
      accuracyM: range(5, 50, 100),
      occurredDay: range(...['2018-02-11', '2018-05-11', '2018-09-11'].map(dayNumber)),
      hour: some(0, 3, 5, 9, 21),
      weekday: some(0, 2, 6),
      reportedDay: range(...['2018-01-05', '2018-03-01', '2018-06-30'].map(dayNumber)),
      text: fc.constantFrom('', 'xe', 'XE  may', 'tai', 'bo sao', 'va-17', 'bạch hạc', 'trộm bến'),
      summary: fc.constantFrom('xe', 'đánh', '2018'),
      caseNumber: fc.constantFrom('2018', 'VA', 'may'),
    },
    // Few at a time, or nothing is left to tell apart.
    { requiredKeys: [] },
  )
  .chain((whole) =>
    fc
      .subarray(Object.keys(whole) as (keyof IncidentFilter)[], { maxLength: 4 })
      .map((keys) => Object.fromEntries(keys.map((key) => [key, whole[key]])) as IncidentFilter),
  );

function flagsOf(given: Case): IncidentFlags {
  const flat = given.rows.flat();
  const start = new Uint32Array(given.rows.length + 1);
  given.rows.forEach((rows, i) => {
    start[i + 1] = start[i]! + rows.length;
  });
  return {
    start,
    line: Int32Array.from(flat, (row) => row.line),
    distanceM: Float64Array.from(flat, (row) => row.distanceM),
    chainageM: Float64Array.from(flat, (row) => row.chainageM),
    side: Int8Array.from(flat, (row) => row.side),
    unit: Int32Array.from(given.units),
    zoneLayers: Uint32Array.from(given.masks),
    certainty: Uint8Array.from(given.certainty),
  };
}

function run(given: Case, filter: IncidentFilter) {
  const columns = emptyColumns();
  putIncidents(columns, encodeIncidents(given.incidents));
  return queryIncidents(columns, flagsOf(given), {
    lines: LINES,
    unitCount: UNITS,
    zoneLayerCount: ZONE_LAYERS,
    unitNumberOf: new Map([0, 1, 2, 3].map((unit) => [unit, unit])),
    names: NAMES,
    filter,
    sort: { key: 'occurred', descending: false },
    timing: true,
  });
}

/** Whether incident `i` passes a filter, read off its definition. */
function passes(given: Case, i: number, filter: IncidentFilter): boolean {
  const incident = given.incidents[i]!;
  const rows = given.rows[i]!;
  const handling = incident.unitCode === null ? -1 : Number(incident.unitCode);
  const isFlagged = rows.length > 0 || given.masks[i]! > 0;
  if (filter.isFlagged !== undefined && filter.isFlagged !== isFlagged) return false;
  const among = <T>(values: readonly T[] | undefined, value: T): boolean => !values || values.includes(value);
  const within = (ends: NumberRange | undefined, value: number | null): boolean =>
    !ends || (value !== null && (ends.from ?? -1e9) <= value && value <= (ends.to ?? 1e9));
  const words = (text: string | undefined): string[] =>
    foldVietnamese(text ?? '')
      .split(' ')
      .filter((word) => word !== '');
  const [summary, number] = [incident.summary, incident.source.id ?? ''].map(foldVietnamese) as [string, string];
  const doubt = doubtOf(given.certainty[i]!);
  if (filter.doubt && !(doubt && filter.doubt.includes(doubt))) return false;
  if (!among(filter.category, incident.category) || !among(filter.kind, incident.kind)) return false;
  if (!among(filter.status, incident.status) || !among(filter.discovery, incident.discovery)) return false;
  if (!among(filter.method, incident.positionMethod) || !among(filter.handling, handling)) return false;
  if (!among(filter.unit, given.units[i]!)) return false;
  if (filter.zoneLayer && !filter.zoneLayer.some((layer) => given.masks[i]! & (1 << layer))) return false;
  if (!within(filter.persons, incident.personsInvolved) || !within(filter.accuracyM, incident.positionAccuracyM))
    return false;
  if (!within(filter.distanceM, rows[0]?.distanceM ?? null)) return false;
  if (!within(filter.occurredDay, dayNumber(incident.occurred.from.slice(0, 10)))) return false;
  const minutes = minutesOf(incident.occurred);
  const isTouched = minutes.some(
    (date) => among(filter.hour, date.getUTCHours()) && among(filter.weekday, (date.getUTCDay() + 6) % 7),
  );
  if (!isTouched) return false;
  if (!within(filter.reportedDay, incident.reportedOn && dayNumber(incident.reportedOn))) return false;
  if (!words(filter.summary).every((word) => summary.includes(word))) return false;
  if (!words(filter.caseNumber).every((word) => number.includes(word))) return false;
  const searched = [summary, number, NAMES.units[handling] ?? '', rows[0] ? NAMES.lines[rows[0].line]! : ''];
  if (!words(filter.text).every((word) => searched.some((text) => text.includes(word)))) return false;
  const { level, line, sideUnit, stretch } = filter;
  if (!level && !line && !sideUnit && !stretch) return true;
  return rows.some(
    (row) =>
      among(filter.level, LINES[row.line]!.level) &&
      among(filter.line, row.line) &&
      (!stretch ||
        stretch.some((span) => span.line === row.line && span.fromM <= row.chainageM && row.chainageM <= span.toM)) &&
      among(filter.sideUnit, sideUnitOf(LINES[row.line]!, row.side, handling)),
  );
}

/** Every minute of a span, its end left out unless it is a moment. */
function minutesOf({ from, to }: Incident['occurred']): Date[] {
  const [start, end] = [from, to].map((wall) => Date.parse(`${wall}:00Z`)) as [number, number];
  return Array.from({ length: Math.max(1, (end - start) / 60_000) }, (_, i) => new Date(start + i * 60_000));
}

const countPassing = (given: Case, filter: IncidentFilter): number =>
  given.incidents.filter((_, i) => passes(given, i, filter)).length;

describe('queryIncidents', () => {
  it('keeps just what passes every filter, and counts each dimension as if only its own filter were changed', () => {
    fc.assert(
      fc.property(caseArbitrary, filterArbitrary, (given, filter) => {
        const answer = run(given, filter);
        const expected = given.incidents.flatMap((_, i) => (passes(given, i, filter) ? [i] : []));
        expect(Array.from(answer.order).toSorted((a, b) => a - b)).toEqual(expected);
        expect(answer.personsInOrder).toBe(expected.reduce((sum, i) => sum + given.incidents[i]!.personsInvolved, 0));
        const { facets } = answer;
        const { isFlagged: _f, ...noFlagged } = filter;
        expect(facets.flagged).toBe(countPassing(given, { ...noFlagged, isFlagged: true }));
        expect(facets.unflagged).toBe(countPassing(given, { ...noFlagged, isFlagged: false }));
        const { doubt: _d, ...noDoubt } = filter;
        expect(facets.unsure).toBe(countPassing(given, { ...noDoubt, doubt: ['unsure'] }));
        expect(facets.maybe).toBe(countPassing(given, { ...noDoubt, doubt: ['maybe'] }));
        const doubts = expected.map((i) => doubtOf(given.certainty[i]!));
        expect(answer.unsureInOrder).toBe(doubts.filter((doubt) => doubt === 'unsure').length);
        expect(answer.maybeInOrder).toBe(doubts.filter((doubt) => doubt === 'maybe').length);
        LEVELS.forEach((level, k) => {
          expect(facets.level[k]).toBe(countPassing(given, { ...filter, level: [level] }));
        });
        LINES.forEach((_, line) => {
          expect(facets.line[line]).toBe(countPassing(given, { ...filter, line: [line] }));
        });
        for (let unit = 0; unit < UNITS; unit += 1) {
          expect(facets.sideUnit[unit]).toBe(countPassing(given, { ...filter, sideUnit: [unit] }));
          expect(facets.unit[unit]).toBe(countPassing(given, { ...filter, unit: [unit] }));
        }
        CATEGORIES.forEach((category, k) => {
          expect(facets.category[k]).toBe(countPassing(given, { ...filter, category: [category] }));
        });
        KINDS.forEach((kind, k) => {
          expect(facets.kind[k]).toBe(countPassing(given, { ...filter, kind: [kind] }));
        });
        STATUSES.forEach((status, k) => {
          expect(facets.status[k]).toBe(countPassing(given, { ...filter, status: [status] }));
        });
        DISCOVERIES.forEach((discovery, k) => {
          expect(facets.discovery[k]).toBe(countPassing(given, { ...filter, discovery: [discovery] }));
        });
        POSITION_METHODS.forEach((method, k) => {
          expect(facets.method[k]).toBe(countPassing(given, { ...filter, method: [method] }));
        });
        for (const code of [-1, ...numbers(UNITS)]) {
          expect(facets.handling.get(code) ?? 0).toBe(countPassing(given, { ...filter, handling: [code] }));
        }
        const { level: _l, line: _n, sideUnit: _s, stretch: _t, ...noRows } = filter;
        const { unit: _u, ...noUnit } = filter;
        LINES.forEach((line, k) => {
          const holding = given.incidents.flatMap((incident, i) =>
            passes(given, i, noRows)
              ? given.rows[i]!.filter((row) => row.line === k).map((row) => {
                  const handling = incident.unitCode === null ? -1 : Number(incident.unitCode);
                  return sideUnitOf(line, row.side, handling);
                })
              : [],
          );
          const counts = [line.leftUnit, line.rightUnit, -1].map((unit) => holding.filter((h) => h === unit).length);
          expect(Array.from(answer.lineSides.slice(3 * k, 3 * k + 3))).toEqual(counts);
        });
        const { category: _c, ...noCategory } = filter;
        const { kind: _k, ...noKind } = filter;
        const flaggedOf = (rest: IncidentFilter, is: (incident: Incident) => boolean): number =>
          given.incidents.filter(
            (incident, i) =>
              is(incident) && (given.rows[i]!.length > 0 || given.masks[i]! > 0) && passes(given, i, rest),
          ).length;
        expect(Array.from(answer.categoryFlagged)).toEqual(
          CATEGORIES.map((category) => flaggedOf(noCategory, (incident) => incident.category === category)),
        );
        expect(Array.from(answer.kindFlagged)).toEqual(
          KINDS.map((kind) => flaggedOf(noKind, (incident) => incident.kind === kind)),
        );
        for (let unit = 0; unit < UNITS; unit += 1) {
          const inside = given.incidents.filter(
            (_, i) =>
              given.units[i] === unit && (given.rows[i]!.length > 0 || given.masks[i]! > 0) && passes(given, i, noUnit),
          );
          expect(answer.unitFlagged[unit]).toBe(inside.length);
        }
        const { occurredDay: _o, ...noDay } = filter;
        const { hour: _h, weekday: _w, ...noWeek } = filter;
        const passing = (rest: IncidentFilter): number[] =>
          given.incidents.flatMap((_, i) => (passes(given, i, rest) ? [i] : []));
        expect(Array.from(answer.timing?.anyDay ?? [])).toEqual(passing(noDay));
        expect(Array.from(answer.timing?.anyHour ?? [])).toEqual(passing(noWeek));
        for (let layer = 0; layer < ZONE_LAYERS; layer += 1) {
          expect(facets.zoneLayer[layer]).toBe(countPassing(given, { ...filter, zoneLayer: [layer] }));
        }
      }),
      { numRuns: 300 },
    );
  });

  describe('the zone row by which an incident counts', () => {
    /** In the zones of a commune's line and, further off, a district's and a province's; then in none. */
    const given: Case = {
      incidents: [incidentNumbered(0, 0, 0, -1, 1), incidentNumbered(1, 0, 0, -1, 1)],
      rows: [
        [
          { line: 0, side: 1, distanceM: 20, chainageM: 1_700 },
          { line: 1, side: -1, distanceM: 300, chainageM: 450 },
          { line: 2, side: 1, distanceM: 800, chainageM: 1_000 },
        ],
        [],
      ],
      units: [0, 0],
      masks: [0, 0],
      certainty: [0, 0],
    };
    const rowsUnder = (filter: IncidentFilter): number[] => Array.from(run(given, filter).timing?.row ?? []);

    it('is its first one where rows are not filtered, and none where it has none', () => {
      expect(rowsUnder({})).toEqual([0, -1]);
      // Then the rows are not even looked at for what fails by its day.
      expect(rowsUnder({ occurredDay: { from: dayNumber('2019-01-01') } })).toEqual([0, -1]);
    });

    it('is the first one that passes filters of line, level and side', () => {
      expect(rowsUnder({ line: [1] })).toEqual([1]);
      expect(rowsUnder({ level: ['district'] })).toEqual([1]);
      expect(rowsUnder({ sideUnit: [2] })).toEqual([1]);
      expect(rowsUnder({ level: ['district', 'province'] })).toEqual([1]);
      expect(rowsUnder({ level: ['province'], sideUnit: [0] })).toEqual([2]);
      expect(rowsUnder({ line: [1], occurredDay: { from: dayNumber('2019-01-01') } })).toEqual([1]);
    });

    it('minds no pieces of lines', () => {
      const { timing } = run(given, { stretch: [{ line: 2, fromM: 900, toM: 3_000 }] });
      expect([Array.from(timing!.row), Array.from(timing!.isOnStretch)]).toEqual([[0], [1]]);
      expect(rowsUnder({ line: [1, 2], stretch: [{ line: 2, fromM: 900, toM: 3_000 }] })).toEqual([1]);
    });

    it('says on which line, where and on which side hotspots see it', () => {
      const columns = emptyColumns();
      putIncidents(columns, encodeIncidents(given.incidents));
      const gather = (filter: IncidentFilter) => {
        const { timing } = run(given, filter);
        return gatherHotspotIncidents(columns, flagsOf(given), {
          slots: timing!.anyStretch,
          rows: timing!.row,
          isOnStretch: timing!.isOnStretch,
          lines: LINES,
          unitNumberOf: new Map(),
        });
      };
      const ofDistrict = gather({ level: ['district'] });
      const { line, distanceM, chainageM, side } = ofDistrict;
      expect([line, distanceM, chainageM, side].map((column) => Array.from(column))).toEqual([[1], [300], [450], [-1]]);
      const ofAny = gather({});
      expect([ofAny.line, ofAny.distanceM, ofAny.side].map((column) => Array.from(column))).toEqual([
        [0, -1],
        [20, NaN],
        [1, 0],
      ]);
    });

    it('is what a search through the rows finds, whatever the filter', () => {
      fc.assert(
        fc.property(caseArbitrary, filterArbitrary, (some, filter) => {
          const { timing } = run(some, filter);
          const { start } = flagsOf(some);
          const { occurredDay: _o, stretch, ...rest } = filter;
          const { level, line, sideUnit } = rest;
          const expected = some.incidents.flatMap(({ unitCode }, i) => {
            // Who filters by pieces of lines wants incidents in some line's zone.
            if (!passes(some, i, rest) || (stretch && some.rows[i]!.length === 0)) return [];
            const handling = unitCode === null ? -1 : Number(unitCode);
            const first = some.rows[i]!.findIndex(
              (row) =>
                (!level || level.includes(LINES[row.line]!.level)) &&
                (!line || line.includes(row.line)) &&
                (!sideUnit || sideUnit.includes(sideUnitOf(LINES[row.line]!, row.side, handling))),
            );
            return [[i, first < 0 ? -1 : start[i]! + first]];
          });
          expect(Array.from(timing!.anyStretch, (slot, k) => [slot, timing!.row[k]!])).toEqual(expected);
        }),
        { numRuns: 300 },
      );
    });
  });

  it('sorts the same whatever the order of loading', () => {
    fc.assert(
      fc.property(caseArbitrary, (given) => {
        const idsOf = (order: readonly number[]): string[] => {
          const columns = emptyColumns();
          const shuffled: Case = {
            incidents: order.map((i) => given.incidents[i]!),
            rows: order.map((i) => given.rows[i]!),
            units: order.map((i) => given.units[i]!),
            masks: order.map((i) => given.masks[i]!),
            certainty: order.map((i) => given.certainty[i]!),
          };
          putIncidents(columns, encodeIncidents(shuffled.incidents));
          const answer = queryIncidents(columns, flagsOf(shuffled), {
            lines: LINES,
            unitCount: UNITS,
            zoneLayerCount: ZONE_LAYERS,
            unitNumberOf: new Map(),
            names: NAMES,
            filter: {},
            sort: { key: 'distance', descending: false },
          });
          return Array.from(answer.order, (slot) => columns.ids[slot]!);
        };
        const inOrder = given.incidents.map((_, i) => i);
        expect(idsOf(inOrder.toReversed())).toEqual(idsOf(inOrder));
      }),
    );
  });

  it('gives an incident on the line to the handling unit if that is one of the two', () => {
    const line = LINES[0]!;
    expect(sideUnitOf(line, 0, 1)).toBe(1);
    expect(sideUnitOf(line, 0, 3)).toBe(-1);
    expect(sideUnitOf(line, 1, 1)).toBe(0);
    expect(sideUnitOf(line, -1, 0)).toBe(1);
  });

  it('flags by a zone of the user too', () => {
    const given: Case = {
      incidents: [incidentNumbered(0, 0, 0, -1, 1), incidentNumbered(1, 0, 0, -1, 1)],
      rows: [[], []],
      units: [-1, -1],
      masks: [2, 0],
      certainty: [0, 0],
    };
    expect([0, 1].map((i) => isFlaggedAt(flagsOf(given), i))).toEqual([true, false]);
    expect(run(given, {}).flaggedInOrder).toBe(1);
  });

  it('searches what an incident says now, not what it said when it was first found', () => {
    const columns = emptyColumns();
    const one = (i: number, summary: string): Incident => incidentNumbered(i, 0, 0, -1, 1, { summary });
    putIncidents(columns, encodeIncidents([one(0, 'Trộm xe'), one(1, 'Đánh bạc'), one(2, 'Cãi nhau')]));
    const find = (text: string): string[] => {
      const given: Case = {
        incidents: [],
        rows: [[], [], []],
        units: [-1, -1, -1],
        masks: [0, 0, 0],
        certainty: [0, 0, 0],
      };
      const { order } = queryIncidents(columns, flagsOf(given), {
        lines: LINES,
        unitCount: UNITS,
        zoneLayerCount: ZONE_LAYERS,
        unitNumberOf: new Map(),
        names: NAMES,
        filter: { text },
        sort: { key: 'occurred', descending: false },
      });
      return Array.from(order, (slot) => columns.ids[slot]!);
    };
    expect(find('trom')).toEqual(['id-000']);
    putIncidents(columns, encodeIncidents([one(0, 'Gây rối')]));
    expect([find('trom'), find('gay roi')]).toEqual([[], ['id-000']]);
    removeIncidents(columns, ['id-000']);
    // The last one has moved into the gap.
    expect([find('gay roi'), find('cai nhau'), find('danh bac')]).toEqual([[], ['id-002'], ['id-001']]);
  });
});
