import { describe, expect, it } from 'vitest';
import { labelPoint } from '../../src/analysis/labelPoint';

describe('labelPoint', () => {
  it('is the middle of a square', () => {
    const [lng, lat] = labelPoint({
      type: 'Polygon',
      coordinates: [
        [
          [105, 21],
          [105.1, 21],
          [105.1, 21.1],
          [105, 21.1],
          [105, 21],
        ],
      ],
    });
    expect([lng, lat]).toEqual([expect.closeTo(105.05, 6), expect.closeTo(21.05, 6)]);
  });

  it('is in the arm of a horseshoe, not in its hollow', () => {
    const [lng, lat] = labelPoint({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [7, 10],
          [7, 3],
          [3, 3],
          [3, 10],
          [0, 10],
          [0, 0],
        ],
      ],
    });
    expect(lat < 3 || lng < 3 || lng > 7).toBe(true);
  });

  it('keeps out of holes, and is in the part with the greatest area however many vertices another has', () => {
    const wiggly = Array.from({ length: 40 }, (_, i): [number, number] => [20 + (i % 2) * 0.1, i / 40]);
    const [lng, lat] = labelPoint({
      type: 'MultiPolygon',
      coordinates: [
        [[...wiggly, [19, 1], [19, 0], wiggly[0]!]],
        [
          [
            [0, 0],
            [10, 0],
            [10, 10],
            [0, 10],
            [0, 0],
          ],
          [
            [2, 2],
            [2, 9],
            [9, 9],
            [9, 2],
            [2, 2],
          ],
        ],
      ],
    });
    expect(lng > 0 && lng < 10 && lat > 0 && lat < 10).toBe(true);
    expect(lng > 2 && lng < 9 && lat > 2 && lat < 9).toBe(false);
  });
});
