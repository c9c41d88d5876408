import { describe, expect, it } from 'vitest';
import { classifyLines, keepRowsInScope, type ZoneRows } from '../../src/analysis/clusterLines';
import { findZoneRows, keepRowsWithin, reachFor } from '../../src/analysis/findZoneRows';
import { MAX_ZONE_M, type ZoneDistances } from '../../src/domain';
import { findBorderZones } from '../../src/geo';
import { memberNumbers, openReal } from './support/realEditions';

const open = openReal('2018');
const { borderIndex, info } = open;
const inScope = Uint8Array.from(classifyLines(info.lines, memberNumbers(open)), (line) => (line === 'none' ? 0 : 1));

function positionsIn(count: number): Float64Array {
  const [west, south, east, north] = info.bbox;
  return Float64Array.from({ length: 2 * count }, (_, i) => {
    const share = ((i >> 1) * (i % 2 === 0 ? 0.754_877_666 : 0.569_840_296)) % 1;
    return i % 2 === 0 ? west + share * (east - west) : south + share * (north - south);
  });
}

function directly(positions: Float64Array, zoneM: ZoneDistances): ZoneRows {
  const zones = findBorderZones(borderIndex, positions, { zoneM });
  if (!zones.ok) throw new Error(zones.problem.kind);
  return keepRowsInScope(zones.value, inScope);
}

describe('the rows of the lines that count', () => {
  it('are those of one call of the kernel, however many positions there are', () => {
    const zoneM = { commune: 500, district: 1_000, province: 1_500 };
    for (const count of [0, 1, 50_000, 100_001]) {
      const positions = positionsIn(count);
      expect(findZoneRows(borderIndex, positions, { zoneM, inScope })).toEqual({
        ok: true,
        value: directly(positions, zoneM),
        notes: [],
      });
    }
  });

  it('are not found for a distance that is none, be there positions or not', () => {
    for (const valueM of [-1, Number.NaN, MAX_ZONE_M + 1]) {
      const zoneM = { commune: 500, district: valueM, province: 500 };
      for (const count of [0, 10])
        expect(findZoneRows(borderIndex, positionsIn(count), { zoneM: reachFor(zoneM), inScope })).toEqual({
          ok: false,
          problem: { kind: 'invalidDistance', valueM },
        });
    }
  });

  it('within less are what the kernel finds for less', () => {
    const positions = positionsIn(5_000);
    const far = directly(positions, { commune: 1_000, district: 5_000, province: 2_500 });
    const { lineLevel } = borderIndex;
    for (const zoneM of [
      { commune: 0, district: 0, province: 0 },
      { commune: 1_000, district: 1, province: 2_499 },
      { commune: 730, district: 4_999, province: 10 },
      { commune: 1_000, district: 5_000, province: 2_500 },
    ])
      expect(keepRowsWithin(far, { lineLevel, zoneM })).toEqual(directly(positions, zoneM));
    // The distance is inclusive.
    const edge = far.distanceM[0]!;
    const kept = keepRowsWithin(far, { lineLevel, zoneM: { commune: edge, district: edge, province: edge } });
    expect(kept.distanceM[0]).toBe(edge);
  });
});

describe('the distances that rows are found for', () => {
  it('hold the asked ones and stay the same while a slider moves a little', () => {
    expect(reachFor({ commune: 501, district: 1_000, province: 4_999 })).toEqual({
      commune: 1_000,
      district: 1_000,
      province: MAX_ZONE_M,
    });
    expect(reachFor({ commune: 999, district: 600, province: 2_501 })).toEqual(
      reachFor({ commune: 501, district: 1_000, province: 4_999 }),
    );
  });
});
