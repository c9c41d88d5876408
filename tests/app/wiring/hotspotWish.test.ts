import { describe, expect, it } from 'vitest';
import { questionOf } from '../../../src/app/wiring/hotspotWish';
import type { PlainDate } from '../../../src/domain';

const minutesOf = (day: string): number => Date.parse(day) / 60_000;
const span = [minutesOf('2018-01-27') + 75, minutesOf('2018-12-30') + 1_200] as const;
const on = (today: string) => ({ withDiscovered: false, today: today as PlainDate });

describe('the period of a question', () => {
  it('goes over whole months where the filter leaves it open', () => {
    expect(questionOf(undefined, span, on('2026-05-05')).period).toEqual({
      fromMin: minutesOf('2018-01-01'),
      toMin: minutesOf('2019-01-01'),
    });
  });

  it('does not go beyond today, nor end before the last record', () => {
    expect(questionOf(undefined, span, on('2018-12-30')).period?.toMin).toBe(minutesOf('2018-12-31'));
    expect(questionOf(undefined, span, on('2018-06-01')).period?.toMin).toBe(minutesOf('2018-12-31'));
  });

  it('is that of the filter where that says it, and none where it is turned round', () => {
    const days = { from: '2018-03-03' as PlainDate, to: '2018-03-09' as PlainDate };
    expect(questionOf(days, span, on('2026-05-05')).period).toEqual({
      fromMin: minutesOf('2018-03-03'),
      toMin: minutesOf('2018-03-10'),
    });
    expect(questionOf({ from: '2018-03-03' as PlainDate }, span, on('2026-05-05')).period).toEqual({
      fromMin: minutesOf('2018-03-03'),
      toMin: minutesOf('2019-01-01'),
    });
    expect(questionOf({ from: days.to, to: days.from }, span, on('2026-05-05')).period).toBeNull();
    expect(questionOf(undefined, null, on('2026-05-05')).period).toBeNull();
  });
});
