import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/domain';
import { momentWithin } from '../../../src/features/patrols/hourText';

const DAYS = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'] as PlainDate[];

describe('a moment within the days of a plan', () => {
  it('tells its hour on every day, also after the third', () => {
    const moments = DAYS.map((_, day) => momentWithin(DAYS, day * 1_440 + 75));
    expect(moments).toEqual(DAYS.map((on) => ({ on, time: '01:15' })));
  });

  it('belongs to the day of the whole minute it is told by', () => {
    expect(momentWithin(DAYS, 1_439.7)).toEqual({ on: '2026-12-01', time: '00:00' });
  });

  it('is 24:00 of the last day where the days end', () => {
    expect(momentWithin(DAYS, 5 * 1_440)).toEqual({ on: '2026-12-04', time: '24:00' });
    expect(momentWithin(DAYS, 5 * 1_440 - 0.2)).toEqual({ on: '2026-12-04', time: '24:00' });
  });
});
