import { describe, expect, it } from 'vitest';
import { parseSpokenWhen } from '../../../src/analysis/import/parseSpokenWhen';
import type { WallClock } from '../../../src/domain';

/** A Friday. */
const NOW = '2025-06-20T12:00' as WallClock;

describe('days told from today', () => {
  it.each([
    ['tối thứ Ba tuần trước', '2025-06-10T18:00', '2025-06-10T21:59'],
    ['22h thứ Ba', '2025-06-17T22:00', '2025-06-17T22:00'],
    ['thứ 6', '2025-06-20T00:00', '2025-06-20T23:59'],
    ['thứ Sáu vừa rồi', '2025-06-13T00:00', '2025-06-13T23:59'],
    ['đêm chủ nhật tuần trước', '2025-06-15T22:00', '2025-06-16T05:59'],
    ['thứ Hai tuần này', '2025-06-16T00:00', '2025-06-16T23:59'],
    ['last Tuesday evening', '2025-06-17T18:00', '2025-06-17T21:59'],
    ['đêm qua', '2025-06-19T22:00', '2025-06-20T05:59'],
    ['last night', '2025-06-19T22:00', '2025-06-20T05:59'],
    ['hôm qua 22h', '2025-06-19T22:00', '2025-06-19T22:00'],
    ['sáng nay', '2025-06-20T05:00', '2025-06-20T10:59'],
    ['từ 22h hôm qua đến 6h', '2025-06-19T22:00', '2025-06-20T06:00'],
    ['3 ngày trước', '2025-06-17T00:00', '2025-06-17T23:59'],
    ['đêm 3/5', '2025-05-03T22:00', '2025-05-04T05:59'],
    ['21:30 05/03/2025', '2025-03-05T21:30', '2025-03-05T21:30'],
  ])('reads %s', (text, from, to) => expect(parseSpokenWhen(text, NOW)).toMatchObject({ from, to }));
  it.each(['', 'hôm nào', 'tuần trước', 'thứ chín'])('does not read %s', (text) =>
    expect(parseSpokenWhen(text, NOW)).toBeNull(),
  );
});
