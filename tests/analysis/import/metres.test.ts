import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recogniseIncidents } from '../../../src/analysis/import';
import { areMetres, type Meridian } from '../../../src/analysis/import/readMetres';
import type { Cell } from '../../../src/domain';
import { OPTIONS, sheet } from './support';

/** Pairs from PROJ: survey coordinates of a zone and the position that they name. */
const PAIRS = readFileSync(resolve(import.meta.dirname, '../../reference/vn2000/vn2000.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [epsg, easting = 0, northing = 0, lat = 0, lng = 0] = line.split(',').map(Number);
    return { meridian: (epsg === 9208 ? 104.75 : 105) as Meridian, easting, northing, lat, lng };
  });
const of = (meridian: Meridian) => PAIRS.filter((pair) => pair.meridian === meridian);

function recognise(header: readonly string[], rows: readonly (readonly Cell[])[], meridian: Meridian | null = null) {
  const read = recogniseIncidents(sheet(header, ...rows), 'a.csv', { ...OPTIONS, meridian });
  if (!read.ok) throw new Error(read.problem.kind);
  return read.value;
}

describe('positions in metres of VN-2000', () => {
  it.each([104.75, 105] as const)('are read in the zone of %d that is chosen, within 1 cm of PROJ', (meridian) => {
    const pairs = of(meridian);
    expect(pairs.length).toBeGreaterThan(2);
    // On sheets of Vietnam X is the northing; files have either.
    for (const header of [
      ['Ngày', 'X', 'Y'],
      ['Ngày', 'Toạ độ Y', 'Toạ độ X'],
    ]) {
      const rows = pairs.map(({ easting, northing }) => ['05/03/2018', northing, easting]);
      const { incidents, metric } = recognise(header, rows, meridian);
      expect(metric).toMatchObject({ rows: pairs.length, meridian });
      expect(incidents).toHaveLength(pairs.length);
      for (const [i, { lat, lng }] of pairs.entries()) {
        expect(Math.abs((incidents[i]?.lat ?? 0) - lat) * 111_000).toBeLessThan(0.01);
        expect(Math.abs((incidents[i]?.lng ?? 0) - lng) * 104_000).toBeLessThan(0.01);
      }
    }
  });

  it('are read in one cell, as texts with a comma', () => {
    const [{ easting, northing, lat } = { easting: 0, northing: 0, lat: 0 }] = of(105);
    const { incidents } = recognise(['Ngày', 'Toạ độ'], [['05/03/2018', `${northing},00; ${easting},00`]], 105);
    expect(incidents[0]?.lat).toBeCloseTo(lat, 6);
  });

  it('are counted in each zone, and read in the one with more of them in the area until another is chosen', () => {
    // In the west of the area by the zone of 105°00′; by the other one 26 km farther west and outside.
    const rows = [0, 1, 2].map((i) => ['05/03/2018', 2_355_000 + 100 * i, 530_000]);
    const { metric, incidents } = recognise(['Ngày', 'X', 'Y'], rows);
    expect(metric).toEqual({
      rows: 3,
      inside: [
        { meridian: 104.75, rows: 0 },
        { meridian: 105, rows: 3 },
      ],
      meridian: 105,
    });
    expect(incidents).toHaveLength(3);
    const other = recognise(['Ngày', 'X', 'Y'], rows, 104.75);
    expect(other.metric?.meridian).toBe(104.75);
    expect((incidents[0]?.lng ?? 0) - (other.incidents[0]?.lng ?? 0)).toBeCloseTo(0.25, 3);
  });

  it('far from the area are listed as such, with the numbers of the file', () => {
    const { rejected } = recognise(
      ['Ngày', 'X', 'Y'],
      [
        ['05/03/2018', 2_100_000, 530_000],
        ['05/03/2018', 2_355_000, 530_000],
      ],
    );
    expect(rejected).toEqual([{ row: 2, reason: 'outsideArea', text: expect.stringContaining('2100000') }]);
  });

  it('are none where a file is in degrees', () => {
    expect(recognise(['Ngày', 'Vĩ độ', 'Kinh độ'], [['05/03/2018', 21.3, 105.4]]).metric).toBeNull();
    expect(areMetres(21.3, 105.4)).toBe(false);
    expect(areMetres(530_000, 530_000)).toBe(false);
    expect(areMetres(Number.NaN, 530_000)).toBe(false);
  });
});
