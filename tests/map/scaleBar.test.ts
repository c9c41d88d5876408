import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicLengthM } from '../../src/geo/geodesicLength';
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

  it('is as long as the way over the ground that it lies on, to half a percent, at any latitude of Vietnam', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 8.4, max: 23.4, noNaN: true }),
        fc.double({ min: 8, max: 19, noNaN: true }),
        (lat, zoom) => {
          const { lengthM, widthPx } = scaleBar(metresPerPixel(lat, zoom), 150);
          const lngSpan = (360 * widthPx) / (512 * 2 ** zoom);
          const groundM = geodesicLengthM([105 - lngSpan / 2, lat], [105 + lngSpan / 2, lat]);
          expect(Math.abs(groundM / lengthM - 1)).toBeLessThan(0.005);
        },
      ),
    );
  });
});
