import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumns, encodeIncidents, KINDS, putIncidents } from '../../src/analysis/incidentColumns';
import {
  type IncidentFilter,
  type IncidentFlags,
  isFlaggedAt,
  type QueryLine,
  queryIncidents,
  sideUnitOf,
} from '../../src/analysis/incidentQuery';
import { CATEGORIES, type Incident, type IncidentId, LEVELS, type UnitCode, type WallClock } from '../../src/domain';

const UNITS = 4;
const ZONE_LAYERS = 2;
const LINES: readonly QueryLine[] = [
  { level: 'commune', leftUnit: 0, rightUnit: 1 },
  { level: 'district', leftUnit: 1, rightUnit: 2 },
  { level: 'province', leftUnit: 0, rightUnit: 3 },
];

interface Case {
  readonly incidents: readonly Incident[];
  readonly rows: readonly (readonly { line: number; side: number; distanceM: number }[])[];
  readonly units: readonly number[];
  readonly masks: readonly number[];
}

function incidentNumbered(i: number, category: number, kind: number, unit: number, persons: number): Incident {
  const at = `2018-0${1 + (i % 9)}-11T0${i % 10}:30` as WallClock;
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
  };
}

const incidentArbitrary = fc.record({
  category: fc.integer({ min: 0, max: CATEGORIES.length - 1 }),
  kind: fc.integer({ min: 0, max: 1 }),
  handling: fc.integer({ min: -1, max: UNITS - 1 }),
  unit: fc.integer({ min: -1, max: UNITS - 1 }),
  persons: fc.integer({ min: 0, max: 5 }),
  mask: fc.integer({ min: 0, max: 2 ** ZONE_LAYERS - 1 }),
  rows: fc.uniqueArray(
    fc.record({
      line: fc.integer({ min: 0, max: LINES.length - 1 }),
      side: fc.constantFrom(-1, 0, 1),
      distanceM: fc.double({ min: 0, max: 1500, noNaN: true }),
    }),
    { selector: (row) => row.line, maxLength: 3 },
  ),
});

const caseArbitrary = fc.array(incidentArbitrary, { maxLength: 40 }).map(
  (items): Case => ({
    incidents: items.map((item, i) => incidentNumbered(i, item.category, item.kind, item.handling, item.persons)),
    rows: items.map((item) => item.rows.toSorted((a, b) => a.distanceM - b.distanceM)),
    units: items.map((item) => item.unit),
    masks: items.map((item) => item.mask),
  }),
);

const filterArbitrary: fc.Arbitrary<IncidentFilter> = fc.record(
  {
    isFlagged: fc.boolean(),
    level: fc.constantFrom(...LEVELS),
    line: fc.integer({ min: 0, max: LINES.length - 1 }),
    sideUnit: fc.integer({ min: 0, max: UNITS - 1 }),
    category: fc.constantFrom(...CATEGORIES),
    kind: fc.constantFrom(...KINDS),
    unit: fc.integer({ min: 0, max: UNITS - 1 }),
    zoneLayer: fc.integer({ min: 0, max: ZONE_LAYERS - 1 }),
  },
  { requiredKeys: [] },
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
    chainageM: new Float64Array(flat.length),
    side: Int8Array.from(flat, (row) => row.side),
    unit: Int32Array.from(given.units),
    zoneLayers: Uint32Array.from(given.masks),
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
    filter,
    sort: { key: 'occurred', descending: false },
  });
}

/** Whether incident `i` passes a filter, read off its definition. */
function passes(given: Case, i: number, filter: IncidentFilter): boolean {
  const incident = given.incidents[i]!;
  const rows = given.rows[i]!;
  const handling = incident.unitCode === null ? -1 : Number(incident.unitCode);
  const isFlagged = rows.length > 0 || given.masks[i]! > 0;
  if (filter.isFlagged !== undefined && filter.isFlagged !== isFlagged) return false;
  if (filter.category !== undefined && filter.category !== incident.category) return false;
  if (filter.kind !== undefined && filter.kind !== incident.kind) return false;
  if (filter.unit !== undefined && filter.unit !== given.units[i]) return false;
  if (filter.zoneLayer !== undefined && !(given.masks[i]! & (1 << filter.zoneLayer))) return false;
  if (filter.level === undefined && filter.line === undefined && filter.sideUnit === undefined) return true;
  return rows.some(
    (row) =>
      (filter.level === undefined || LINES[row.line]!.level === filter.level) &&
      (filter.line === undefined || row.line === filter.line) &&
      (filter.sideUnit === undefined || sideUnitOf(LINES[row.line]!, row.side, handling) === filter.sideUnit),
  );
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
        LEVELS.forEach((level, k) => {
          expect(facets.level[k]).toBe(countPassing(given, { ...filter, level }));
        });
        LINES.forEach((_, line) => {
          expect(facets.line[line]).toBe(countPassing(given, { ...filter, line }));
        });
        for (let unit = 0; unit < UNITS; unit += 1) {
          expect(facets.sideUnit[unit]).toBe(countPassing(given, { ...filter, sideUnit: unit }));
          expect(facets.unit[unit]).toBe(countPassing(given, { ...filter, unit }));
        }
        CATEGORIES.forEach((category, k) => {
          expect(facets.category[k]).toBe(countPassing(given, { ...filter, category }));
        });
        KINDS.forEach((kind, k) => {
          expect(facets.kind[k]).toBe(countPassing(given, { ...filter, kind }));
        });
        const { level: _l, line: _n, sideUnit: _s, ...noRows } = filter;
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
        for (let layer = 0; layer < ZONE_LAYERS; layer += 1) {
          expect(facets.zoneLayer[layer]).toBe(countPassing(given, { ...filter, zoneLayer: layer }));
        }
      }),
      { numRuns: 300 },
    );
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
          };
          putIncidents(columns, encodeIncidents(shuffled.incidents));
          const answer = queryIncidents(columns, flagsOf(shuffled), {
            lines: LINES,
            unitCount: UNITS,
            zoneLayerCount: ZONE_LAYERS,
            unitNumberOf: new Map(),
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
    };
    expect([0, 1].map((i) => isFlaggedAt(flagsOf(given), i))).toEqual([true, false]);
    expect(run(given, {}).flaggedInOrder).toBe(1);
  });
});
