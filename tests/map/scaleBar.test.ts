import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metresPerPixel, scaleBar } from '../../src/map/scaleBar';

describe('the scale bar', () => {
  it('is the longest of 1, 2 and 5 times a power of ten that fits', () => {
    expect(scaleBar(10, 110)).toEqual({ lengthM: 1000, widthPx: 100 });
    expect(scaleBar(4, 110)).toEqual({ lengthM: 200, widthPx: 50 });
    expect(scaleBar(5, 110)).toEqual({ lengthM: 500, widthPx: 100 });
  });

  it('never grows past its place, nor under two fifths of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), (mPerPx) => {
        const { widthPx } = scaleBar(mPerPx, 110);
        expect(widthPx).toBeLessThanOrEqual(110.000_001);
        expect(widthPx).toBeGreaterThan(110 * 0.399);
      }),
    );
  });

  it('knows a pixel’s length at this latitude', () => {
    // 40 075 016.686 m × cos 21.3° ÷ (512 × 2¹²)
    expect(metresPerPixel(21.3, 12)).toBeCloseTo(17.804, 3);
  });
});
