import { describe, expect, it } from 'vitest';
import { ROAD_CLASSES, type RoadWays } from '../../../src/domain';
import { addDrawnWay as add, NO_WAYS } from '../../../src/formats/roads/drawnWay';
import { countRoads } from '../../../src/formats/roads/finishRoads';
import { plainWays } from './support/read';

const DRAWN = { roadClass: 'unclassified', name: 'Đường làng' } as const;
/** About 10 m in degrees. */
const TEN_M = 0.0001;
const addDrawnWay = (...given: Parameters<typeof add>): RoadWays => {
  const ways = add(...given);
  if (ways === null) throw new Error('no way');
  return ways;
};
const nodesOf = ({ starts, members }: RoadWays, way: number): number[] => [
  ...members.subarray(starts[way], starts[way + 1]),
];

const first = addDrawnWay(
  NO_WAYS,
  [
    [105.4, 21.3],
    [105.41, 21.3],
    [105.42, 21.3],
  ],
  DRAWN,
);

describe('a way drawn by hand', () => {
  it('begins a network where there is none', () => {
    expect(plainWays(first)).toEqual([
      {
        roadClass: 'unclassified',
        access: 255,
        postedKmh: 0,
        name: 'Đường làng',
        places: [
          [105.4, 21.3],
          [105.41, 21.3],
          [105.42, 21.3],
        ],
      },
    ]);
  });

  it('is joined to a node that is near, and inside a way that is near', () => {
    const second = addDrawnWay(
      first,
      [
        [105.41 + TEN_M, 21.3 + TEN_M],
        [105.41, 21.35],
        [105.415, 21.3 - TEN_M],
        [105.415, 21.29],
      ],
      { roadClass: 'track', name: '' },
    );
    const [old, own] = [nodesOf(second, 0), nodesOf(second, 1)];
    expect(own).toHaveLength(4);
    expect(own[0]).toBe(nodesOf(first, 0)[1]);
    // The third point lies inside the old way, between its second and its last node.
    expect(old).toEqual([0, 1, own[2], 2]);
    const [lng, lat] = plainWays(second)[0]!.places[2]!;
    expect(lng).toBeCloseTo(105.415, 6);
    expect(lat).toBeCloseTo(21.3, 9);
    expect(ROAD_CLASSES[second.classes[1]!]).toBe('track');
    expect(countRoads(second).components.count).toBe(1);
  });

  it('stays apart from what is farther than 20 m', () => {
    const apart = addDrawnWay(
      first,
      [
        [105.41, 21.3 + 3 * TEN_M],
        [105.41, 21.31],
      ],
      DRAWN,
    );
    expect(countRoads(apart).components.count).toBe(2);
    expect(nodesOf(apart, 0)).toEqual([0, 1, 2]);
  });

  it('puts two points between the same nodes in their order along the way', () => {
    const both = addDrawnWay(
      first,
      [
        [105.418, 21.3],
        [105.416, 21.31],
        [105.413, 21.3],
      ],
      DRAWN,
    );
    const own = nodesOf(both, 1);
    expect(nodesOf(both, 0)).toEqual([0, 1, own[2], own[0], 2]);
  });

  it('is none where all its points come to lie at one place', () => {
    const short: [number, number][] = [
      [105.41, 21.3],
      [105.41 + TEN_M / 2, 21.3 + TEN_M / 2],
    ];
    expect(add(first, short, DRAWN)).toBeNull();
    expect(add(NO_WAYS, [short[0]!, short[0]!], DRAWN)).toBeNull();
    expect(add(NO_WAYS, short, DRAWN)).not.toBeNull();
  });
});
