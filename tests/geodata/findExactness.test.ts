import { describe, expect, it } from 'vitest';
import { bordersOf, findExactness } from '../../geodata/findExactness';
import { soundCoverage, unit } from './coverageFixtures';

/** The older edition: the lower unit of the sound coverage is still two, parted from top to bottom. */
const older = [
  soundCoverage[0]!,
  soundCoverage[1]!,
  unit('00003', [0, 0], [8, 0], [8, 10], [0, 10]),
  unit('00004', [8, 0], [20, 0], [20, 10], [10, 10], [8, 10]),
];
const newer = soundCoverage;

describe('the exactness of a border', () => {
  it('names every pair that shares one', () => {
    expect(bordersOf(newer).map(({ key }) => key)).toEqual(['00001-00002', '00001-00003', '00002-00003']);
  });

  it('is exact where the newer edition has it too, even if a new corner cuts its edge', () => {
    const cut = [unit('00001', [0, 10], [8, 10], [10, 10], [10, 20], [0, 20]), ...older.slice(1)];
    expect(Object.fromEntries(findExactness(cut, newer))).toEqual({
      '00001-00002': 'exact',
      '00001-00003': 'exact',
      '00001-00004': 'exact',
      '00002-00004': 'exact',
      '00003-00004': 'approximate',
    });
  });

  it('refuses a border that is only partly in the newer edition', () => {
    const bent = [
      unit('00001', [0, 10], [5, 11], [10, 10], [10, 20], [0, 20]),
      soundCoverage[1]!,
      unit('00003', [0, 0], [20, 0], [20, 10], [10, 10], [5, 11], [0, 10]),
    ];
    const reference = [
      unit('00001', [0, 10], [5, 11], [7, 12], [10, 10], [10, 20], [0, 20]),
      soundCoverage[1]!,
      unit('00003', [0, 0], [20, 0], [20, 10], [10, 10], [7, 12], [5, 11], [0, 10]),
    ];
    expect(() => findExactness(bent, reference)).toThrow('Border 00001-00003: 1 of 2 edges');
  });
});
