import { describe, expect, it } from 'vitest';
import { emptyColumns, encodeIncidents, putIncidents } from '../../../src/analysis/incidentColumns';
import type { IncidentFlags } from '../../../src/analysis/incidentFlags';
import { countForPublic } from '../../../src/analysis/mask/countForPublic';
import type { Incident } from '../../../src/domain';
import { incident } from '../../formats/out/support';

/** Incidents by unit, category, kind and month; in the zone of line 4 where their unit is 1. */
function countsOf(rows: readonly (readonly [unit: number, category: string, kind: string, month: string])[]) {
  const columns = emptyColumns();
  const records = rows.map(([, category, kind, month], i) =>
    incident({
      id: `${i}` as never,
      category: category as never,
      kind: kind as Incident['kind'],
      occurred: { from: `${month}-05T21:30` as never, to: `${month}-05T21:30` as never },
    }),
  );
  putIncidents(columns, encodeIncidents(records));
  const near = rows.map(([unit]) => unit === 1);
  const start = new Uint32Array(rows.length + 1);
  near.forEach((isNear, i) => {
    start[i + 1] = start[i]! + Number(isNear);
  });
  const flags: IncidentFlags = {
    start,
    line: new Int32Array(rows.length).fill(4),
    distanceM: new Float64Array(rows.length),
    chainageM: new Float64Array(rows.length),
    side: new Int8Array(rows.length),
    unit: Int32Array.from(rows, ([unit]) => unit),
    zoneLayers: new Uint32Array(rows.length),
    certainty: new Uint8Array(rows.length),
  };
  return countForPublic(
    columns,
    flags,
    rows.map((_, i) => i),
  );
}

const times = <T>(count: number, row: T): T[] => Array.from({ length: count }, () => row);

describe('counts for the public', () => {
  it('are by unit and category, by line and kind, by month, without the small ones', () => {
    const counts = countsOf([
      ...times(5, [1, 'theft', 'criminal', '2018-11'] as const),
      ...times(1, [1, 'drugs', 'administrative', '2018-12'] as const),
      ...times(4, [-1, 'drugs', 'criminal', '2019-02'] as const),
      ...times(6, [3, 'theft', 'criminal', '2019-02'] as const),
    ]);
    expect(counts.total).toBe(16);
    expect(counts.unitCategory).toMatchObject({ units: [1, 3, -1], categories: [0, 1] });
    expect(counts.unitCategory?.table.at(-1)?.at(-1)).toBe(16);
    expect(counts.unitCategory?.table[0]?.[0]).toBeNull();
    expect(counts.lineKind).toEqual({ lines: [4], rows: [[null, null, 6]] });
    expect(counts.month).toEqual({
      months: ['2018-11', '2018-12', '2019-01', '2019-02'],
      counts: [null, null, 0, 10, 16],
    });
    const shown = counts.unitCategory!.table.flat();
    expect(shown.filter((count) => count === 1 || count === 2)).toEqual([]);
  });

  it('are none at all where there are fewer than three', () => {
    expect(countsOf(times(2, [1, 'theft', 'criminal', '2018-11'] as const))).toEqual({
      total: null,
      unitCategory: null,
      lineKind: { lines: [], rows: [] },
      month: null,
    });
  });
});
