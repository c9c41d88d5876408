import { describe, expect, it } from 'vitest';
import { fitTicks } from '../../../src/app/field/fitTicks';
import { telephoneOf } from '../../../src/app/field/telephoneOf';
import type { ListedStop } from '../../../src/formats/patrols/stopList';

const stops = (...keys: string[]): ListedStop[] =>
  keys.map((key) => ({ name: key, at: [105, 21], end: null, startMinute: 0, leaveMinute: 0, key, posts: [] }));
const tick = (stop: number, key: string) => ({ stop, key, atMinute: 1_100 });

describe('ticks of a list that was sent anew', () => {
  it('stay where their stop is as it was', () => {
    const kept = [tick(1, 'b'), tick(0, 'a')];
    expect(fitTicks(stops('a', 'b', 'c'), kept)).toEqual({ placed: kept, stray: [] });
  });

  it('go with their stop, each to one of its own', () => {
    expect(fitTicks(stops('c', 'a', 'b', 'a'), [tick(0, 'a'), tick(1, 'b'), tick(3, 'a')])).toEqual({
      placed: [tick(3, 'a'), tick(1, 'a'), tick(2, 'b')],
      stray: [],
    });
  });

  it('are kept where their stop is no more', () => {
    expect(fitTicks(stops('a'), [tick(0, 'a'), tick(1, 'a'), tick(2, 'x')])).toEqual({
      placed: [tick(0, 'a')],
      stray: [tick(1, 'a'), tick(2, 'x')],
    });
  });
});

describe('a contact', () => {
  it('is dialled by its first number only', () => {
    expect(telephoneOf('0210 384 6702 hoặc 0912.345.678')).toBe('02103846702');
    expect(telephoneOf('+84 210-384-670, kênh 5')).toBe('+84210384670');
    expect(telephoneOf('Kênh 12, tần số 145')).toBeNull();
  });
});
