import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { coursesOf } from '../../src/analysis/drawZones';
import { encodeIncidents } from '../../src/analysis/incidentColumns';
import type { IncidentFilter } from '../../src/analysis/incidentFilter';
import { type SimulatedIncident, simulateIncidents } from '../../src/analysis/simulateIncidents';
import { firstCluster } from '../../src/commands';
import { CATEGORIES, type Incident, LEVELS, type Level, MAX_ZONE_M, type ZoneDistances } from '../../src/domain';
import { findBorderZones, locateOnBorders } from '../../src/geo';
import type { QueryInput, QuerySummary } from '../../src/workers/borderAnswers';
import { createBorderEngine } from '../../src/workers/borderEngine';
import { courseOf, editionText, memberNumbers, openReal } from '../analysis/support/realEditions';

const texts = { '2018': editionText('2018'), '2025': editionText('2025') };
const opened = { '2018': openReal('2018'), '2025': openReal('2025') };
type Year = keyof typeof texts;

const founderCodes = firstCluster.members.filter(({ from }) => from < '2019').map(({ unitCode }) => unitCode);
const sample = createBorderEngine().simulateSample(texts['2018'], [...new Set(founderCodes)]);
const [west, south, east, north] = opened['2018'].info.bbox;
/** More incidents than the sample, every third of them anywhere in the area and a little beyond. */
const many: readonly SimulatedIncident[] = simulateIncidents({
  seed: 7,
  units: opened['2018'].shapes,
  memberCodes: founderCodes,
  count: 1_500,
}).map((incident, i) =>
  i % 3 === 0
    ? {
        ...incident,
        lng: west + ((i * 0.754_877_666) % 1.1) * (east - west),
        lat: south + ((i * 0.569_840_296) % 1.1) * (north - south),
      }
    : incident,
);

const { zoneM } = firstCluster.cluster;
const plain: QueryInput = { zoneM, scope: 'cluster', filter: {}, sort: { key: 'occurred', descending: true } };

function engineWith(incidents: readonly Incident[], year: Year = '2018') {
  const engine = createBorderEngine();
  const result = engine.openEdition(year, texts[year]);
  if (!result.ok) throw new Error(result.problem.kind);
  engine.setMembers([...memberNumbers(opened[year])], 'cluster');
  engine.putIncidents(encodeIncidents(incidents));
  return engine;
}
type Engine = ReturnType<typeof createBorderEngine>;

function ask(engine: Engine, input: Partial<QueryInput> = {}): QuerySummary {
  const answer = engine.query({ ...plain, ...input });
  if (!answer.ok) throw new Error(answer.problem.kind);
  return answer.value;
}
const idsOf = (engine: Engine, summary: QuerySummary): string[] => engine.idsShown(0, summary.shown);

const WORLD = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [100, 10],
            [110, 10],
            [110, 30],
            [100, 30],
            [100, 10],
          ],
        ],
      },
    },
  ],
});

interface Expected {
  readonly incident: SimulatedIncident;
  readonly unit: number;
  readonly hits: readonly { readonly line: number; readonly level: Level; readonly distanceM: number }[];
}

/** What holds for each incident, found one by one, the zones by comparing distances, the unit by Turf. */
function oneByOne(
  incidents: readonly SimulatedIncident[],
  year: Year,
  { distances = zoneM, members = memberNumbers(opened[year]) as ReadonlySet<number> | null } = {},
): Expected[] {
  const { borderIndex, info, shapes } = opened[year];
  const far: ZoneDistances = { commune: MAX_ZONE_M, district: MAX_ZONE_M, province: MAX_ZONE_M };
  return incidents.map((incident) => {
    const rows = findBorderZones(borderIndex, Float64Array.of(incident.lng, incident.lat), { zoneM: far });
    if (!rows.ok) throw new Error(rows.problem.kind);
    const hits = Array.from(rows.value.line, (line, r) => ({
      line,
      level: info.lines[line]!.level,
      distanceM: rows.value.distanceM[r]!,
    })).filter(({ line, level, distanceM }) => {
      const { leftUnit, rightUnit } = info.lines[line]!;
      return distanceM <= distances[level] && (members === null || members.has(leftUnit) || members.has(rightUnit));
    });
    const unit = shapes.features.findIndex((shape) => booleanPointInPolygon([incident.lng, incident.lat], shape));
    return { incident, unit, hits };
  });
}

const flaggedOf = (expected: readonly Expected[]): string[] =>
  expected.flatMap(({ incident, hits }) => (hits.length > 0 ? [incident.id] : [])).sort();

describe('the sample of 2018', () => {
  const engine = engineWith(sample);
  const summary = ask(engine);

  it('has the real totals: 15 cases with 19 persons, 46 violations with 63', () => {
    expect(summary).toMatchObject({ total: 61, totalSimulated: 61, shown: 61, shownSimulated: 61, shownPersons: 82 });
    expect(Array.from(summary.facets.kind)).toEqual([15, 46]);
    expect(ask(engine, { filter: { kind: ['criminal'] } })).toMatchObject({ shown: 15, shownPersons: 19 });
    expect(ask(engine, { filter: { kind: ['administrative'] } })).toMatchObject({ shown: 46, shownPersons: 63 });
  });

  it('spans the days of its incidents', () => {
    const days = summary.span!.map((minutes) => new Date(minutes * 60_000).toISOString().slice(0, 16));
    const starts = sample.map(({ occurred }) => occurred.from).sort();
    expect(days).toEqual([starts[0], starts.at(-1)]);
  });
});

describe.each(['2018', '2025'] as const)('an answer on the edition of %s', (year) => {
  const engine = engineWith(many, year);
  const expected = oneByOne(many, year);
  const { info } = opened[year];

  it('counts what was found one by one', () => {
    const { facets, ...summary } = ask(engine);
    const flagged = expected.filter(({ hits }) => hits.length > 0);
    expect(summary).toMatchObject({ total: many.length, shown: many.length, shownFlagged: flagged.length });
    expect([facets.flagged, facets.unflagged]).toEqual([flagged.length, many.length - flagged.length]);
    expect(Array.from(facets.line)).toEqual(
      info.lines.map((_line, line) => expected.filter(({ hits }) => hits.some((hit) => hit.line === line)).length),
    );
    expect(Array.from(facets.level)).toEqual(
      LEVELS.map((level) => expected.filter(({ hits }) => hits.some((hit) => hit.level === level)).length),
    );
    expect(Array.from(facets.unit)).toEqual(
      info.units.map((_unit, unit) => expected.filter((one) => one.unit === unit).length),
    );
    expect(Array.from(summary.unitFlagged)).toEqual(
      info.units.map((_unit, unit) => flagged.filter((one) => one.unit === unit).length),
    );
    expect(flagged.length).toBeGreaterThan(100);
    expect(flagged.length).toBeLessThan(many.length - 100);
    expect(expected.some(({ unit }) => unit < 0)).toBe(true);
  });

  it('has for each line its incidents on both sides', () => {
    const { facets, lineSides } = ask(engine);
    info.lines.forEach((_line, line) => {
      const sides = lineSides[3 * line]! + lineSides[3 * line + 1]! + lineSides[3 * line + 2]!;
      expect(sides).toBe(facets.line[line]);
    });
  });

  it('follows other distances, there and back', () => {
    for (const distances of [
      { commune: 10, district: 2_000, province: 0 },
      { commune: 5_000, district: 5_000, province: 5_000 },
      zoneM,
    ]) {
      const ids = idsOf(engine, ask(engine, { zoneM: distances, filter: { isFlagged: true } }));
      expect(ids.sort()).toEqual(flaggedOf(oneByOne(many, year, { distances })));
    }
  });

  it('takes all lines of the edition where asked to', () => {
    const ids = idsOf(engine, ask(engine, { scope: 'all', filter: { isFlagged: true } }));
    expect(ids.sort()).toEqual(flaggedOf(oneByOne(many, year, { members: null })));
    expect(idsOf(engine, ask(engine, { filter: { isFlagged: true } })).sort()).toEqual(flaggedOf(expected));
  });

  it('follows the members', () => {
    const few = new Set([...memberNumbers(opened[year])].slice(0, 2));
    const changed = engineWith(many, year);
    const before = ask(changed).shownFlagged;
    changed.setMembers([...few], 'cluster');
    const ids = idsOf(changed, ask(changed, { filter: { isFlagged: true } }));
    expect(ids.sort()).toEqual(flaggedOf(oneByOne(many, year, { members: few })));
    expect(ids.length).toBeLessThan(before);
    changed.setMembers([], 'cluster');
    expect(ask(changed).shownFlagged).toBe(0);
  });

  it('lets go of chosen incidents that a filter leaves out', () => {
    const engine = engineWith(sample);
    const { version, shown } = ask(engine);
    engine.choose(
      version,
      Uint32Array.from({ length: shown }, (_, place) => place),
    );
    const drugs = ask(engine, { filter: { category: ['drugs'] } });
    expect(drugs.shown).toBeLessThan(shown);
    expect(engine.chosenIds(0, shown)).toEqual([...idsOf(engine, drugs)].sort());
    ask(engine);
    expect(engine.chosenIds(0, shown)).toHaveLength(drugs.shown);
  });

  it('gives rows, places, ids and marks that agree', () => {
    const category = CATEGORIES[0];
    const filter: IncidentFilter = { category: [category] };
    const summary = ask(engine, { filter, sort: { key: 'distance', descending: false } });
    const ids = idsOf(engine, summary);
    const rows = engine.rows(summary.version, 0, summary.shown + 10);
    const byId = new Map(expected.map((one) => [one.incident.id as string, one]));
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(engine.rows(summary.version, 5, 8).map(({ id }) => id)).toEqual(ids.slice(5, 8));
    expect(engine.rows(summary.version - 1, 5, 8)).toEqual([]);
    expect(ids.map((id) => engine.placeOf(id))).toEqual(ids.map((_id, place) => place));
    for (const row of rows) {
      const { unit, hits, incident } = byId.get(row.id)!;
      expect([row.unit, row.isFlagged, row.hit?.line, row.hit?.distanceM]).toEqual([
        unit,
        hits.length > 0,
        hits[0]?.line,
        hits[0]?.distanceM,
      ]);
      const there = engine.describePosition(
        { lng: incident.lng, lat: incident.lat, accuracyM: null },
        zoneM,
        'cluster',
      )!;
      expect(there.zones.map(({ line, distanceM }) => [line, distanceM])).toEqual(
        hits.map(({ line, distanceM }) => [line, distanceM]),
      );
      expect(there.unit).toBe(unit);
    }
    const distances = rows.map(({ hit }) => hit?.distanceM ?? Infinity);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    const hidden = many.find((one) => one.category !== category)!;
    expect([engine.placeOf(hidden.id), engine.placeOf('nobody')]).toEqual([-1, -1]);
    engine.choose(summary.version, Uint32Array.from([0, 2]));
    engine.toggleChosen(ids[1]!, null);
    engine.toggleChosen(ids[0]!, null);
    const marks = engine.marks({ bbox: [100, 15, 110, 25], zoom: 19 });
    const lit = marks.filter(({ isChosen }) => isChosen).map(({ id }) => id);
    expect(lit.sort()).toEqual([ids[1]!, ids[2]!].sort());
    engine.forgetChosen();
    expect(engine.marks({ bbox: [100, 15, 110, 25], zoom: 19 }).some(({ isChosen }) => isChosen)).toBe(false);
    expect(marks.map(({ id }) => id).sort()).toEqual(ids.toSorted());
  });

  it('describes many positions as it does each', () => {
    const some = many.slice(0, 200);
    const positions = Float64Array.from(some.flatMap(({ lng, lat }) => [lng, lat]));
    const accuracyM = new Float64Array(positions.length / 2).fill(Number.NaN);
    const all = engine.describePositions({ positions, accuracyM }, zoneM, 'cluster')!;
    some.forEach(({ lng, lat }, i) => {
      const one = engine.describePosition({ lng, lat, accuracyM: null }, zoneM, 'cluster')!;
      const from = all.zones.start[i]!;
      expect(one.zones.map(({ foot: _foot, ...hit }) => hit)).toEqual(
        one.zones.map((_hit, r) => ({
          line: all.zones.line[from + r],
          distanceM: all.zones.distanceM[from + r],
          chainageM: all.zones.chainageM[from + r],
          side: all.zones.side[from + r],
        })),
      );
      expect(all.zones.start[i + 1]! - from).toBe(one.zones.length);
      expect(all.unit[i]).toBe(one.unit);
    });
  });

  it('gives the nearest line of all, in scope or not', () => {
    const { lng, lat } = many[1]!;
    const located = locateOnBorders(opened[year].borderIndex, Float64Array.of(lng, lat));
    expect(engine.describePosition({ lng, lat, accuracyM: null }, zoneM, 'cluster')!.nearest).toEqual({
      line: located.line[0],
      distanceM: located.distanceM[0],
      chainageM: located.chainageM[0],
      side: located.side[0],
    });
    expect(engine.describePosition({ lng: 100, lat: 15, accuracyM: null }, zoneM, 'cluster')).toMatchObject({
      zones: [],
      nearest: null,
      unit: -1,
    });
  });

  it('hands out the courses of the lines that count', () => {
    const members = memberNumbers(opened[year]);
    const own = info.lines.flatMap(({ level, leftUnit, rightUnit }, line) =>
      members.has(leftUnit) || members.has(rightUnit) ? [{ level, coordinates: courseOf(opened[year], line) }] : [],
    );
    expect(coursesOf(engine.linesInScope('cluster'))).toEqual(own);
    expect(engine.linesInScope('all').levels).toHaveLength(info.lines.length);
  });
});

describe('another edition', () => {
  it('keeps the incidents and changes their flags; back again they are as before', () => {
    const engine = engineWith(many);
    const before = ask(engine);
    const flagged = idsOf(engine, ask(engine, { filter: { isFlagged: true } }));
    expect(engine.openEdition('2025', texts['2025'])).toMatchObject({ ok: true });
    engine.setMembers([...memberNumbers(opened['2025'])], 'cluster');
    const other = ask(engine);
    expect(other.total).toBe(before.total);
    expect(idsOf(engine, ask(engine, { filter: { isFlagged: true } })).sort()).toEqual(
      flaggedOf(oneByOne(many, '2025')),
    );
    expect([engine.hasEdition('2018'), engine.hasEdition('2031')]).toEqual([true, false]);
    engine.openEdition('2018', '');
    engine.setMembers([...memberNumbers(opened['2018'])], 'cluster');
    expect({ ...ask(engine), version: 0, contents: 0 }).toEqual({ ...before, version: 0, contents: 0 });
    expect(idsOf(engine, ask(engine, { filter: { isFlagged: true } }))).toEqual(flagged);
  });
});

describe('incidents without a position', () => {
  it('are counted and listed, lie in no unit and no zone, and are on no map', () => {
    const unplaced = sample.slice(0, 5).map((incident) => ({ ...incident, lng: null, lat: null }));
    const engine = engineWith(sample.slice(5));
    const before = ask(engine);
    const marksBefore = engine.marks({ bbox: [-180, -85, 180, 85], zoom: 18 }).length;
    engine.putIncidents(encodeIncidents(unplaced));
    const after = ask(engine);
    expect([after.total, after.shown, after.shownFlagged]).toEqual([61, 61, before.shownFlagged]);
    expect([...after.facets.line]).toEqual([...before.facets.line]);
    expect([...after.facets.unit]).toEqual([...before.facets.unit]);
    expect(engine.marks({ bbox: [-180, -85, 180, 85], zoom: 18 })).toHaveLength(marksBefore);
    const rows = engine.rows(after.version, 0, 61).filter(({ id }) => unplaced.some((one) => one.id === id));
    expect(rows.map(({ isFlagged, hit, unit }) => [isFlagged, hit, unit])).toEqual(
      unplaced.map(() => [false, null, -1]),
    );
    expect(
      engine.describePosition({ lng: Number.NaN, lat: Number.NaN, accuracyM: null }, zoneM, 'cluster'),
    ).toMatchObject({
      isFlagged: false,
      zones: [],
      nearest: null,
      unit: -1,
      zoneLayers: [],
    });
    engine.setZoneLayers([{ id: 'a', geojson: WORLD, radiusM: 0 }]);
    expect(ask(engine).facets.zoneLayer[0]).toBe(56);
  });
});

describe('the contents of an answer', () => {
  it('are told apart by all that can change them, but not by their order', () => {
    const engine = engineWith(many);
    const first = ask(engine).contents;
    expect(ask(engine).contents).toBe(first);
    expect(ask(engine, { sort: { key: 'persons', descending: true } }).contents).toBe(first);
    expect(ask(engine, { filter: { isFlagged: true } }).contents).toBe(first + 1);
    expect(ask(engine, { filter: { isFlagged: true }, scope: 'all' }).contents).toBe(first + 2);
    engine.removeIncidents([many[0]!.id]);
    expect(ask(engine, { filter: { isFlagged: true }, scope: 'all' }).contents).toBe(first + 3);
    engine.setZoneLayers([]);
    expect(ask(engine, { filter: { isFlagged: true }, scope: 'all' }).contents).toBe(first + 4);
  });
});

describe('changes of the register', () => {
  it('take in what is replaced and removed, as if it had been read so', () => {
    const engine = engineWith(many);
    ask(engine);
    const moved = many.slice(100, 160).map((incident) => ({ ...incident, lng: incident.lng + 0.02 }));
    engine.putIncidents(encodeIncidents(moved));
    const gone = new Set<string>(many.slice(0, 50).map(({ id }) => id));
    engine.removeIncidents([...gone, 'nobody']);
    const left = [...many.slice(50, 100), ...moved, ...many.slice(160)];
    const [after, fresh] = [engine, engineWith(left)].map((one) => {
      const summary = ask(one);
      return {
        summary: { ...summary, version: 0, contents: 0, register: 0 },
        rows: one.rows(summary.version, 0, many.length),
      };
    });
    expect(after!.summary.total).toBe(many.length - 50);
    expect(after).toEqual(fresh);
  });

  it('leave rows, marks and places as they are until the next answer', () => {
    const engine = engineWith(sample);
    const summary = ask(engine);
    const view = { bbox: [100, 15, 110, 25], zoom: 19 } as const;
    const shown = () => [
      engine.rows(summary.version, 0, 100),
      engine.marks(view),
      engine.idsShown(0, 100),
      engine.placeOf(sample[60]!.id),
    ];
    const before = shown();
    engine.removeIncidents([sample[0]!.id, sample[7]!.id]);
    expect(shown()).toEqual(before);
    const next = ask(engine);
    expect([next.total, next.register]).toEqual([59, summary.register + 1]);
    expect(ask(engine).register).toBe(next.register);
    expect(engine.marks(view)).toHaveLength(59);
  });

  it('can empty it', () => {
    const engine = engineWith(sample);
    engine.removeIncidents(sample.map(({ id }) => id));
    expect(ask(engine)).toMatchObject({ total: 0, totalSimulated: 0, shown: 0, shownFlagged: 0, span: null });
    expect(engine.summaries(0, 100)).toEqual([]);
  });

  it('give their texts in pieces', () => {
    const engine = engineWith(sample);
    ask(engine);
    const texts = [...engine.summaries(0, 40), ...engine.summaries(40, 80)];
    expect(texts).toEqual(sample.map(({ id, summary }) => ({ id, summary })));
  });
});

describe('zones of the user', () => {
  const around = (lng: number, lat: number, half: number) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [lng - half, lat - half],
                [lng + half, lat - half],
                [lng + half, lat + half],
                [lng - half, lat + half],
                [lng - half, lat - half],
              ],
            ],
          },
        },
      ],
    });
  const at = sample[3]!;
  const isNear = (incident: SimulatedIncident, half: number): boolean =>
    Math.abs(incident.lng - at.lng) <= half && Math.abs(incident.lat - at.lat) <= half;
  const noZones = { commune: 0, district: 0, province: 0 };

  it('flag what they hold, beside the border lines', () => {
    const engine = engineWith(sample);
    expect(ask(engine, { zoneM: noZones }).shownFlagged).toBe(0);
    engine.setZoneLayers([
      { id: 'far', geojson: around(100, 15, 0.1), radiusM: 0 },
      { id: 'here', geojson: around(at.lng, at.lat, 0.02), radiusM: 0 },
    ]);
    const inside = sample.filter((incident) => isNear(incident, 0.02)).map(({ id }) => id as string);
    const summary = ask(engine, { zoneM: noZones });
    expect(summary.shownFlagged).toBe(inside.length);
    expect(Array.from(summary.facets.zoneLayer)).toEqual([0, inside.length]);
    expect(idsOf(engine, ask(engine, { zoneM: noZones, filter: { zoneLayer: [1] } })).sort()).toEqual(inside.sort());
    expect(
      engine.describePosition({ lng: at.lng, lat: at.lat, accuracyM: null }, noZones, 'cluster')!.zoneLayers,
    ).toEqual([1]);
    engine.setZoneLayers([]);
    expect(ask(engine, { zoneM: noZones }).shownFlagged).toBe(0);
  });

  it('are never mistaken for one another, even where there are more than can be told apart', () => {
    const engine = engineWith(sample);
    engine.setZoneLayers(
      Array.from({ length: 34 }, (_, k) => ({
        id: `${k}`,
        geojson: k === 0 || k === 31 ? around(at.lng, at.lat, 0.02) : around(100, 15, 0.1),
        radiusM: 0,
      })),
    );
    const inside = sample.filter((incident) => isNear(incident, 0.02)).length;
    const counts = Array.from(ask(engine).facets.zoneLayer);
    expect(counts).toEqual(Array.from({ length: 32 }, (_, k) => (k === 0 || k === 31 ? inside : 0)));
    expect(
      engine.describePosition({ lng: at.lng, lat: at.lat, accuracyM: null }, noZones, 'cluster')!.zoneLayers,
    ).toEqual([0, 31]);
    expect(ask(engine, { filter: { zoneLayer: [31] } }).shown).toBe(inside);
    expect(ask(engine, { filter: { zoneLayer: [32] } }).shown).toBe(0);
  });
});

describe('an engine that cannot answer', () => {
  it('says so, without an edition or with a distance beyond the cap', () => {
    const engine = createBorderEngine();
    expect(engine.query(plain)).toEqual({ ok: false, problem: { kind: 'emptyNetwork' } });
    expect(engine.setMembers([0], 'cluster')).toBeNull();
    expect(engine.linesInScope('all').levels).toEqual([]);
    expect(engine.locate(new Float64Array(2))).toBeNull();
    expect(engine.describePosition({ lng: 105, lat: 21, accuracyM: null }, zoneM, 'all')).toBeNull();
    expect(engineWith(sample).query({ ...plain, zoneM: { ...zoneM, commune: MAX_ZONE_M + 1 } })).toEqual({
      ok: false,
      problem: { kind: 'invalidDistance', valueM: MAX_ZONE_M + 1 },
    });
  });
});

describe('incidents that may be off', () => {
  const radii = [null, 0, 30, 120, 800] as const;
  const vague = many.map((incident, i) => ({ ...incident, positionAccuracyM: radii[i % radii.length]! }));
  const engine = engineWith(vague);
  const expectedOf = (distances: ZoneDistances) => {
    const zoned = oneByOne(vague, '2018', { distances });
    const beyond = (extraM: number): ZoneDistances => ({
      commune: distances.commune + extraM,
      district: distances.district + extraM,
      province: distances.province + extraM,
    });
    const [unsure, maybe]: [string[], string[]] = [[], []];
    zoned.forEach(({ incident, hits }, i) => {
      const radiusM = vague[i]!.positionAccuracyM ?? 0;
      if (radiusM === 0) return;
      if (hits.length > 0) {
        const isSure = hits.some(({ level, distanceM }) => distanceM + radiusM <= distances[level]);
        if (!isSure || hits.some(({ distanceM }) => distanceM < radiusM)) unsure.push(incident.id);
      } else if (oneByOne([incident], '2018', { distances: beyond(radiusM) })[0]!.hits.length > 0)
        maybe.push(incident.id);
    });
    return { unsure: unsure.sort(), maybe: maybe.sort() };
  };

  it.each([300, 340, 260, 900])('are told apart in zones of %i m as when they are looked at one by one', (commune) => {
    const distances = { ...zoneM, commune };
    const { unsure, maybe } = expectedOf(distances);
    const summary = ask(engine, { zoneM: distances });
    expect(unsure.length).toBeGreaterThan(0);
    expect(maybe.length).toBeGreaterThan(0);
    expect(summary).toMatchObject({ shownUnsure: unsure.length, shownMaybe: maybe.length });
    expect(summary.facets).toMatchObject({ unsure: unsure.length, maybe: maybe.length });
    expect(summary.shownFlagged).toBe(flaggedOf(oneByOne(vague, '2018', { distances })).length);
    expect(idsOf(engine, ask(engine, { zoneM: distances, filter: { doubt: ['unsure'] } })).sort()).toEqual(unsure);
    expect(idsOf(engine, ask(engine, { zoneM: distances, filter: { doubt: ['maybe'] } })).sort()).toEqual(maybe);
  });

  it('say the same by themselves, in the table and for an export', () => {
    const summary = ask(engine);
    const rows = engine.rows(summary.version, 0, vague.length);
    const byId = new Map(vague.map((incident) => [incident.id as string, incident]));
    const positions = Float64Array.from(rows.flatMap(({ id }) => [byId.get(id)!.lng, byId.get(id)!.lat]));
    const accuracyM = Float64Array.from(rows, ({ id }) => byId.get(id)!.positionAccuracyM ?? Number.NaN);
    const all = engine.describePositions({ positions, accuracyM }, zoneM, 'cluster')!;
    expect(Array.from(all.certainty)).toEqual(rows.map(({ certainty }) => certainty));
    for (const { id, certainty } of rows.slice(0, 60)) {
      const { lng, lat, positionAccuracyM } = byId.get(id)!;
      const one = engine.describePosition({ lng, lat, accuracyM: positionAccuracyM }, zoneM, 'cluster')!;
      expect(one.certainty).toBe(certainty);
    }
  });
});
