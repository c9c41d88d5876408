import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCamera } from '../../src/map/fitCamera';

const camera = { lng: 105.44, lat: 21.3, zoom: 12, bearing: 30 };
const side = fc.integer({ min: 200, max: 4000 });
const size = fc.record({ widthPx: side, heightPx: side });

describe('the camera of a picture', () => {
  it('looks at the same place in the same direction', () => {
    const fitted = fitCamera(camera, { widthPx: 800, heightPx: 600 }, { widthPx: 1600, heightPx: 1200 });
    expect(fitted).toEqual({ ...camera, zoom: 13 });
  });

  it('shows all that was seen, and fills the picture one way', () => {
    fc.assert(
      fc.property(size, size, (seen, picture) => {
        const larger = 2 ** (fitCamera(camera, seen, picture).zoom - camera.zoom);
        expect(seen.widthPx * larger).toBeLessThanOrEqual(picture.widthPx * 1.000_001);
        expect(seen.heightPx * larger).toBeLessThanOrEqual(picture.heightPx * 1.000_001);
        const filled = Math.max((seen.widthPx * larger) / picture.widthPx, (seen.heightPx * larger) / picture.heightPx);
        expect(filled).toBeCloseTo(1, 6);
      }),
    );
  });
});
