import { describe, expect, it } from 'vitest';
import { makeTypedPositionReader } from '../../../src/analysis/import/readTypedPosition';
import type { PlaceEntry } from '../../../src/analysis/places';

const village = (id: string, within: string, lng: number): PlaceEntry => ({
  id,
  kind: 'place',
  name: 'Đồng Phú',
  within,
  lng,
  lat: 21.3,
  radiusM: 1_500,
  validFrom: null,
  validTo: null,
});
const own: PlaceEntry = {
  ...village('own:1', '', 105.43),
  kind: 'own',
  name: 'Cống Bà Trấn',
  within: null,
  radiusM: 50,
};
const read = makeTypedPositionReader(
  [village('a', 'Vĩnh Tường', 105.4), village('b', 'Lập Thạch', 105.5), own],
  [105.25, 21.15, 105.65, 21.55],
);
const row = { day: '2026-11-28', unitCode: null };

describe('a position typed for one incident', () => {
  it.each([
    ['21,3012; 105,4431', 'coordinates'],
    [`21°18'04"N 105°26'35"E`, 'coordinates'],
    ['2356449; 572934', 'projected'],
    ['https://www.google.com/maps?q=21.3012,105.4431', 'link'],
    ['Cống Bà Trấn', 'place'],
  ])('is read: %s', (text, method) => {
    const found = read(text, row);
    expect(found).toMatchObject({ method });
    if ('reason' in found) throw new Error(found.reason);
    expect(Math.abs(found.lng - 105.44)).toBeLessThan(0.3);
    expect(Math.abs(found.lat - 21.3)).toBeLessThan(0.1);
  });

  it.each([
    ['10,5; 106,7', 'outsideArea'],
    ['105,44; 21,30', 'swappedPosition'],
    ['https://maps.app.goo.gl/abc', 'linkWithoutPlace'],
    ['??', 'positionNotNumber'],
    ['Nơi không ai biết', 'placeUnknown'],
  ])('is refused: %s', (text, reason) => {
    expect(read(text, row)).toEqual({ reason, candidates: [] });
  });

  it('that several places may be is asked about', () => {
    const found = read('Đồng Phú', row);
    expect('reason' in found && found.candidates.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });
});
