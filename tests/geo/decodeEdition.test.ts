import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { decodeEdition, type EditionTopology } from '../../src/geo/decodeEdition';

const ROOT = resolve(import.meta.dirname, '../..');
const layer = (edition: string): EditionTopology =>
  JSON.parse(readFileSync(resolve(ROOT, `geodata/layers/edition-${edition}.json`), 'utf8'));
const [of2018, of2025] = [decodeEdition(layer('2018')), decodeEdition(layer('2025'))];
const unitOf = ({ units }: typeof of2018, code: string) =>
  units.features.map(({ properties }) => properties).find((unit) => unit.code === code);

describe('an edition opened from its layer', () => {
  it('is the one that the layer says, with its days', () => {
    expect(of2018.edition).toEqual({ id: '2018', validFrom: null, validTo: '2019-12-31' });
    expect(of2025.edition).toEqual({ id: '2025', validFrom: '2025-07-01', validTo: null });
    expect(of2018.source.isAuthoritative).toBe(false);
  });

  it('has 73 units in 2018 and 69 in 2025, 17 of them inside the three districts', () => {
    expect(of2018.units.features).toHaveLength(73);
    expect(of2025.units.features).toHaveLength(69);
    expect(of2025.units.features.filter(({ properties }) => properties.isCore)).toHaveLength(17);
    const districts = of2018.units.features.map(({ properties }) => properties.district);
    const count = (name: string): number => districts.filter((district) => district === name).length;
    expect(['Thành phố Việt Trì', 'Huyện Vĩnh Tường', 'Huyện Lập Thạch', 'Huyện Sông Lô'].map(count)).toEqual([
      23, 29, 20, 1,
    ]);
  });

  it('tells what became of a unit of 2018, and by which resolutions', () => {
    expect(unitOf(of2018, '07915')).toMatchObject({
      name: 'Phường Bến Gót',
      kind: 'phuong',
      province: 'Phú Thọ',
      code2025: '07909',
      name2025: 'Phường Thanh Miếu',
      lineageCertainty: 'resolution',
      lineage: [
        {
          effective: '2025-01-01',
          name: 'Phường Thọ Sơn',
          resolution: '1282/NQ-UBTVQH15',
          isResolutionConfirmed: true,
        },
        { effective: '2025-07-01', name: 'Phường Thanh Miếu', resolution: '1676/NQ-UBTVQH15' },
      ],
    });
    const uncertain = of2018.units.features.flatMap(({ properties }) =>
      properties.lineage.filter((step) => !step.isResolutionConfirmed).map(() => properties.name),
    );
    expect(uncertain).toEqual(['Xã Tân Cương', 'Xã Phú Thịnh']);
  });

  it('tells what a unit of 2025 was made of, with the people of its parts', () => {
    const parts = of2018.units.features.filter(({ properties }) => properties.code2025 === '08866');
    expect(unitOf(of2025, '08866')).toMatchObject({
      name: 'Xã Sơn Đông',
      predecessors: ['08857', '08860', '08863', '08866'],
      predecessorNames: ['Xã Đình Chu', 'Xã Cao Phong', 'Xã Triệu Đề', 'Xã Sơn Đông'],
      districts2018: ['Huyện Lập Thạch', 'Huyện Sông Lô'],
      province2018: 'Vĩnh Phúc',
      province: 'Phú Thọ',
      district: null,
      population2019: parts.reduce((sum, { properties }) => sum + properties.population2019!, 0),
    });
  });

  it('sums to the same people and the same area in both', () => {
    const sum = (edition: typeof of2018, of: 'population2019' | 'areaKm2'): number =>
      edition.units.features.reduce((total, { properties }) => total + (properties.isCore ? properties[of]! : 0), 0);
    expect(sum(of2018, 'population2019')).toBe(sum(of2025, 'population2019'));
    expect(sum(of2018, 'areaKm2')).toBeCloseTo(sum(of2025, 'areaKm2'), 2);
  });

  it('calls a border of 2018 exact where it parts two units of 2025, approximate inside one', () => {
    expect(of2018.exactness.get('07912-09097')).toBe('exact');
    expect(of2018.exactness.get('09094-09097')).toBe('approximate');
    expect([...of2018.exactness.values()].filter((value) => value === 'approximate')).toHaveLength(82);
    expect(new Set(of2025.exactness.values())).toEqual(new Set(['exact']));
  });

  it('closes its rings', () => {
    for (const { geometry } of [...of2018.units.features, ...of2025.units.features])
      for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())
        expect(ring[0]).toEqual(ring.at(-1));
  });

  const SOURCE = resolve(ROOT, '../shared/geodata/units-2025.geojson');
  it.skipIf(!existsSync(SOURCE))('has the very numbers of the source', () => {
    const source: FeatureCollection<Polygon | MultiPolygon> = JSON.parse(readFileSync(SOURCE, 'utf8'));
    const numbers = ({ features }: FeatureCollection<Polygon | MultiPolygon>): ReadonlySet<string> =>
      new Set(
        features.flatMap(({ geometry }) =>
          (geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)).map(String),
        ),
      );
    expect(numbers(of2025.units)).toEqual(numbers(source));
  });
});
