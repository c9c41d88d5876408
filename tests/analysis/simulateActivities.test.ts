import { describe, expect, it } from 'vitest';
import { simulateActivities } from '../../src/analysis/simulateActivities';
import type { UnitCode } from '../../src/domain';

const MEMBERS = ['09109', '09094', '09097', '08866', '07912', '07909', '07915'] as UnitCode[];
const rows = simulateActivities({ seed: 2018, memberCodes: MEMBERS });
const sum = (kind: string): number =>
  rows.filter((row) => row.kind === kind).reduce((total, { count }) => total + count, 0);

describe('the outreach of 2018', () => {
  it('adds up to what was really counted', () => {
    expect([sum('meeting'), sum('broadcast'), sum('jointPatrol')]).toEqual([24, 425, 0]);
  });

  it('falls on days after the agreement, leaves no member out, and says that it is simulated', () => {
    expect(rows.every(({ on }) => on >= '2018-01-24' && on <= '2018-12-31')).toBe(true);
    expect(new Set(rows.map(({ unitCode }) => unitCode))).toEqual(new Set(MEMBERS));
    expect(new Set(rows.map(({ source }) => source.kind))).toEqual(new Set(['simulated']));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(
      rows.every(({ id }) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
  });

  it('is the same for the same seed', () => {
    expect(simulateActivities({ seed: 2018, memberCodes: MEMBERS })).toEqual(rows);
    expect(simulateActivities({ seed: 7, memberCodes: MEMBERS })).not.toEqual(rows);
  });
});
