import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { nameLine } from '../../src/analysis/nameLine';
import { joinBoxes, openEdition, shortUnitName } from '../../src/analysis/openEdition';
import { LEVELS, type Level } from '../../src/domain';
import type { EditionTopology } from '../../src/geo/decodeEdition';
import { courseOf, editionText, openReal } from './support/realEditions';

const editions = { '2018': openReal('2018'), '2025': openReal('2025') };
const both = Object.entries(editions);
const levelsOf = (lines: readonly { readonly level: Level }[]) =>
  Object.fromEntries(LEVELS.map((level) => [level, lines.filter((line) => line.level === level).length]));

describe('the edition of 2018', () => {
  const { info } = editions['2018'];
  const unit = (code: string) => info.units.find((candidate) => candidate.code === code)!;

  it('has its units and lines of three levels', () => {
    expect(info.units).toHaveLength(73);
    expect(info.lines).toHaveLength(171);
    expect(levelsOf(info.lines)).toEqual({ commune: 156, district: 8, province: 7 });
  });

  it('calls the borders of 82 pairs of units approximate, none of them between two of the three districts', () => {
    const approximate = info.lines.filter(({ exactness }) => exactness === 'approximate');
    expect(new Set(approximate.map((line) => `${line.leftUnit}-${line.rightUnit}`)).size).toBe(82);
    const districts = approximate.flatMap(({ leftUnit, rightUnit, level }) =>
      level === 'commune' ? [] : [[info.units[leftUnit]!.name, info.units[rightUnit]!.district]],
    );
    expect(districts.every(([left]) => left === 'Xã Cao Phong')).toBe(true);
  });

  it('has the edge of the data only around units that lie at it', () => {
    expect(unit('07912').outerEdgeM).toBeGreaterThan(0);
    expect(info.units.filter(({ outerEdgeM }) => outerEdgeM === 0).length).toBeGreaterThan(20);
  });
});

describe('the edition of 2025', () => {
  const { info } = editions['2025'];

  it('has its units, and lines of communes and provinces only', () => {
    expect(info.units).toHaveLength(69);
    expect(info.lines).toHaveLength(175);
    expect(levelsOf(info.lines)).toEqual({ commune: 155, district: 0, province: 20 });
    expect(new Set(info.lines.map(({ exactness }) => exactness))).toEqual(new Set(['exact']));
  });

  it('opens on its core units, not on those around them', () => {
    expect(info.bbox).toEqual(joinBoxes(info.units.filter(({ isCore }) => isCore).map(({ bbox }) => bbox)));
    expect(info.bbox).not.toEqual(joinBoxes(info.units.map(({ bbox }) => bbox)));
  });
});

describe.each(both)('an opened edition, %s', (_, open) => {
  const { info, network, shapes } = open;

  it('labels every unit inside it', () => {
    const outside = info.units.filter(
      ({ label }, number) => !booleanPointInPolygon([...label], shapes.features[number]!, { ignoreBoundary: true }),
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  it('keeps the network, its facts and its shapes in step', () => {
    expect(shapes.features.map(({ properties }) => properties.code)).toEqual(info.units.map(({ code }) => code));
    info.lines.forEach((line, number) => {
      const { id, left, right, lengthM } = network.lines[number]!;
      expect([line.id, info.units[line.leftUnit]!.code, info.units[line.rightUnit]!.code, line.lengthM]).toEqual([
        id,
        left,
        right,
        lengthM,
      ]);
    });
  });

  it('boxes each line tightly', () => {
    info.lines.forEach(({ bbox }, number) => {
      const course = courseOf(open, number);
      const [lngs, lats] = [course.map(([lng]) => lng), course.map(([, lat]) => lat)];
      expect(bbox).toEqual([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]);
    });
  });

  it('sums the edge of the data by unit to the whole edge', () => {
    const ofUnits = info.units.reduce((sum, { outerEdgeM }) => sum + outerEdgeM, 0);
    const whole = network.outerEdges.reduce((sum, { lengthM }) => sum + lengthM, 0);
    expect(ofUnits).toBeCloseTo(whole, 3);
    expect(whole).toBeGreaterThan(10_000);
  });

  it('numbers the parts of a border from 1, and leaves a border of one part without a number', () => {
    const parts = new Map<string, (number | null)[]>();
    for (const { leftUnit, rightUnit, part } of info.lines) {
      const pair = `${leftUnit}-${rightUnit}`;
      parts.set(pair, [...(parts.get(pair) ?? []), part]);
    }
    for (const own of parts.values()) expect(own).toEqual(own.length === 1 ? [null] : own.map((_part, i) => i + 1));
    const names = info.lines.map((_line, number) => nameLine(info, number));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a border in two parts', () => {
  // A and B lie side by side; C sits in the middle of their border.
  const shapes: Record<string, [number, number][]> = {
    '00001': [
      [0, 0],
      [10, 0],
      [10, 4],
      [8, 4],
      [8, 6],
      [10, 6],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    '00002': [
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 10],
      [10, 6],
      [12, 6],
      [12, 4],
      [10, 4],
      [10, 0],
    ],
    '00003': [
      [8, 4],
      [10, 4],
      [12, 4],
      [12, 6],
      [10, 6],
      [8, 6],
      [8, 4],
    ],
  };
  const STEP = 1_000;
  const codes = Object.keys(shapes);
  const arcs = codes.map((code) =>
    shapes[code]!.map(([x, y], i, ring) => {
      const [px, py] = i === 0 ? [0, 0] : ring[i - 1]!;
      return [(x - px) * STEP, (y - py) * STEP];
    }),
  );
  const unit = { kind: 'xa', district: 'Huyện', province: 'Tỉnh', predecessors: [], isCore: true };
  const opened = openEdition({
    type: 'Topology',
    transform: { scale: [1e-6, 1e-6], translate: [105, 21] },
    arcs,
    objects: {
      units: {
        type: 'GeometryCollection',
        geometries: codes.map((code, i) => ({
          type: 'Polygon',
          arcs: [[i]],
          properties: { ...unit, code, name: `Xã ${code}` },
        })),
      },
    },
    giapRanh: { edition: { id: '2018', validFrom: null, validTo: null }, source: {}, exactness: {} },
  } as unknown as EditionTopology);

  it('has a number and a name for each part', () => {
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    const { info } = opened.value;
    expect(info.lines.map((_line, number) => nameLine(info, number))).toEqual([
      '00001 – 00002 (1)',
      '00001 – 00002 (2)',
      '00001 – 00003',
      '00002 – 00003',
    ]);
    expect(info.lines.map(({ part }) => part)).toEqual([1, 2, null, null]);
  });
});

describe('opening', () => {
  it('gives back what is wrong with a coverage instead of half an edition', () => {
    const topology = JSON.parse(editionText('2018'));
    const [first, second] = topology.objects.units.geometries;
    second.properties.code = first.properties.code;
    expect(openEdition(topology)).toMatchObject({ ok: false, problem: { kind: 'duplicateUnitCode' } });
  });

  it('refuses a layer file without units', () => {
    const topology = JSON.parse(editionText('2018'));
    topology.objects.units.geometries = [];
    expect(openEdition(topology)).toMatchObject({ ok: false, problem: { kind: 'emptyCoverage' } });
  });
});

describe('shortUnitName', () => {
  it('leaves out the kind and nothing else', () => {
    expect(['Phường Bạch Hạc', 'Xã Bồ Sao', 'Thị trấn Vĩnh Tường', 'Xãn'].map(shortUnitName)).toEqual([
      'Bạch Hạc',
      'Bồ Sao',
      'Vĩnh Tường',
      'Xãn',
    ]);
  });
});
