import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOfEditions, placesOfFile } from '../../../src/analysis/places/gatherPlaces';
import { differsByOne, indexPlaces } from '../../../src/analysis/places/indexPlaces';
import { makePlaceFinder } from '../../../src/analysis/places/makePlaceFinder';
import { metresBetween } from '../../../src/analysis/places/metresBetween';
import { placesOfUser } from '../../../src/analysis/places/placesOfUser';
import type { Place, PlaceId, UnitCode } from '../../../src/domain';
import { decodeEdition } from '../../../src/geo/decodeEdition';
import { editionText } from '../support/realEditions';

const decoded = (id: '2018' | '2025') => decodeEdition(JSON.parse(editionText(id)));
const [old, now] = [decoded('2018'), decoded('2025')];
const shipped = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../geodata/layers/places.json'), 'utf8'));
const bridge: Place = { id: 'b' as PlaceId, name: 'Cầu Việt Trì', lng: 105.4401, lat: 21.2976, accuracyM: 150, rev: 0 };
const SHIPPED = [...placesOfEditions([old, now]), ...placesOfFile(shipped)];
const find = makePlaceFinder(SHIPPED);
const findOwn = makePlaceFinder([...SHIPPED, ...placesOfUser([bridge])]);
const at2018 = { day: '2018-05-03T22:00', unitCode: null };
const at2025 = { day: '2025-09-01', unitCode: null };
const unit2018 = (name: string) => {
  const entry = SHIPPED.find((one) => one.kind === 'unit' && one.name === name && one.id.startsWith('unit:2018'));
  if (!entry) throw new Error(name);
  return entry;
};

describe('places in words', () => {
  it.each([
    ['cạnh đê Bồ Sao', 'Xã Bồ Sao'],
    ['beside the Bồ Sao dyke', 'Xã Bồ Sao'],
    ['Bo Sao', 'Xã Bồ Sao'],
    ['BỒ SAO'.normalize('NFD'), 'Xã Bồ Sao'],
    ['thôn 3 xã Cao Đại', 'Xã Cao Đại'],
    ['Thôn 3, xã Cao Đại, huyện Vĩnh Tường, tỉnh Vĩnh Phúc', 'Xã Cao Đại'],
    ['khu vực giáp ranh xã Việt Xuân', 'Xã Việt Xuân'],
    ['nhà văn hoá khu 5, P. Bạch Hạc, TP Việt Trì, Phú Thọ', 'Phường Bạch Hạc'],
    ['phường Thanh Miếu', 'Phường Thanh Miếu'],
  ])('finds %s', (text, name) => {
    const { clear } = find(text, at2018);
    expect(clear).toMatchObject({ kind: 'unit', name });
    expect(clear?.id).toMatch(/^unit:2018:/);
  });

  it('gives a circle that covers the unit, wider where the words only say near', () => {
    const { lng, lat, radiusM } = unit2018('Xã Bồ Sao');
    const shape = old.units.features.find(({ properties }) => properties.name === 'Xã Bồ Sao')!.geometry;
    const vertices = shape.coordinates.flat(shape.type === 'Polygon' ? 1 : 2) as unknown as number[][];
    for (const [x, y] of vertices)
      expect(metresBetween({ lng, lat }, { lng: x!, lat: y! })).toBeLessThanOrEqual(radiusM);
    expect(radiusM).toBeLessThan(4_000);
    const radius = (text: string) => find(text, at2018).clear?.radiusM;
    expect(radius('xã Bồ Sao')).toBe(radiusM);
    expect(radius('cạnh đê Bồ Sao')).toBe(radiusM + 100);
    expect(radius('gần đê Bồ Sao')).toBe(radiusM + 500);
    expect(radius('cách UBND xã Bồ Sao 1,5 km')).toBe(radiusM + 1_500);
  });

  it('does not take a bridge for the town whose name it bears, and knows it where users named it', () => {
    for (const when of [at2018, at2025]) {
      const asked = find('gần cầu Việt Trì', when);
      expect(asked.clear).toBeNull();
      expect(asked.candidates.length).toBeGreaterThan(0);
      expect(asked.candidates.map(({ name }) => name).join()).toContain('Việt Trì');
    }
    expect(findOwn('gần cầu Việt Trì', at2018).clear).toMatchObject({
      id: 'own:b',
      lng: bridge.lng,
      lat: bridge.lat,
      radiusM: 650,
    });
  });

  it('goes by the names of the day, and still knows those of another time', () => {
    expect(find('xã Sơn Đông', at2018).clear?.id).toBe(unit2018('Xã Sơn Đông').id);
    expect(find('xã Sơn Đông', at2025).clear?.id).toMatch(/^unit:2025:/);
    expect(find('xã Bồ Sao', at2025).clear?.name).toBe('Xã Bồ Sao');
    expect(find('xã Cao Đại', { day: '2022-01-01', unitCode: null }).candidates[0]?.score).toBe(
      find('xã Cao Đại', at2018).candidates[0]?.score,
    );
  });

  it('gives several where several bear the name, and lets the words or the unit around decide', () => {
    const { candidates, clear } = find('Xóm Mới', at2018);
    expect(clear).toBeNull();
    expect(candidates.length).toBe(4);
    const wanted = candidates.find(({ lat }) => lat > 21.25 && lat < 21.3)!;
    const holder = SHIPPED.find((one) => one.kind === 'unit' && metresBetween(one, wanted) < one.radiusM)!;
    const unitCode = holder.id.split(':')[2] as UnitCode;
    expect(find('Xóm Mới', { day: '2018-05-03', unitCode }).clear?.id).toBe(wanted.id);
    expect(find(`Xóm Mới, ${holder.name}`, at2018).clear?.id).toBe(wanted.id);
  });

  it('asks about a misspelt name', () => {
    const { candidates, clear } = find('xã Thượng Trungg', at2018);
    expect(clear).toBeNull();
    expect(candidates[0]?.name).toBe('Xã Thượng Trưng');
  });

  it.each(['', 'chưa rõ', 'trên mạng', '123', '???', 'nhà ông A'])('knows nothing of %s', (text) =>
    expect(find(text, at2018)).toEqual({ candidates: [], clear: null }),
  );

  it('never takes a whole district', () => expect(find('huyện Vĩnh Tường', at2018).clear?.kind).not.toBe('district'));

  it('never throws, and gives five candidates at most, best first', () => {
    const words = ['gần', 'cầu', 'xã', 'Xóm Mới', 'Bồ Sao', 'Đồng Phú', ',', 'Việt Trì', 'huyện', '3', '\u0000', '😀'];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 30 }),
        (list) => {
          const { candidates, clear } = find(list.join(' '), at2018);
          expect(candidates.length).toBeLessThanOrEqual(5);
          candidates.forEach((one, i) => {
            expect(one.score).toBeGreaterThan(0);
            expect(one.score).toBeLessThanOrEqual(1);
            expect(one.score).toBeLessThanOrEqual(candidates[i - 1]?.score ?? 1);
          });
          if (clear) expect(candidates).toContain(clear);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** By the table of all distances, neighbours changed about counted as one. */
function distance(a: string, b: string): number {
  const row = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const least = Math.min(row(i - 1, j) + 1, row(i, j - 1) + 1, row(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]));
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return swapped ? Math.min(least, row(i - 2, j - 2) + 1) : least;
  };
  return row(a.length, b.length);
}

describe('names with one letter wrong', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
  it('are told as the table of distances tells them', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(differsByOne(a, b)).toBe(distance(a, b) === 1);
      }),
    );
  });

  it('are found by the index as by going through all names', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 6, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(long, { maxLength: 12 }), long, (names, query) => {
        const entries = names.map((name, i) => ({ ...SHIPPED[0]!, id: String(i), name }));
        const found = indexPlaces(entries)
          .find([query])
          .map(({ entry }) => entry.id);
        const same = entries.filter(({ name }) => name === query);
        const near = entries.filter(({ name }) => distance(name, query) === 1);
        expect(found.sort()).toEqual((same.length > 0 ? same : near).map(({ id }) => id).sort());
      }),
    );
  });
});
