import { describe, expect, it } from 'vitest';
import { paperRatio } from '../../../src/features/briefing/paperRatio';

describe('the ratio of a map on paper', () => {
  it('is that of the land to a CSS pixel, which is a 96th of an inch there', () => {
    // 10 m under 0.264583 mm
    expect(paperRatio(10)).toBe(37_800);
    expect(paperRatio(100)).toBe(378_000);
  });

  it('is told to three digits', () => {
    expect(paperRatio(17.804)).toBe(67_300);
    expect(paperRatio(0.05)).toBe(189);
  });
});
