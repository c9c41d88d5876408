import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '../../../src/analysis/routing/buildRoadGraph';
import { DEFAULT_SPEEDS } from '../../../src/analysis/routing/defaultSpeeds';
import { indexRoads } from '../../../src/analysis/routing/indexRoads';
import { stretchOnRoads } from '../../../src/analysis/routing/stretchOnRoads';
import { travelCosts } from '../../../src/analysis/routing/travelCosts';
import { ALONG } from '../../../src/domain';
import { fromLocal } from '../../../src/geo/localFrame';
import { accessOf, gridNetwork } from './gridNetwork';
import { FRAME, makeWays, type Street } from './smallNetworks';

type Place = readonly [number, number];

function follow(places: readonly Place[], streets: readonly Street[], line: readonly Place[], withinM = 50) {
  const graph = buildRoadGraph(makeWays(places, streets));
  const costs = travelCosts(graph, { mode: 'motorbike' });
  const polyline = fromLocal(FRAME, Float64Array.from(line.flat()));
  return { graph, costs, stretch: stretchOnRoads(indexRoads(graph), costs, polyline, { withinM }) };
}

const along = (from: number, to: number, y: number): Place[] =>
  Array.from({ length: 1 + (to - from) / 100 }, (_, i) => [from + 100 * i, y]);
const chain = (count: number, first = 0): number[] => Array.from({ length: count }, (_, i) => first + i);

describe('stretchOnRoads', () => {
  it('drives a way that runs beside the line from end to end', () => {
    const { stretch } = follow(
      along(-500, 2_500, 20),
      [{ nodes: chain(31) }],
      [
        [0, 0],
        [2_000, 0],
      ],
    );
    expect(stretch).toMatchObject({ wayShare: 1, drivenShare: 1, fromM: 0 });
    expect(stretch.toM).toBeCloseTo(2_000, 0);
    expect(stretch.path!.metres).toBeCloseTo(2_000, 0);
    expect(stretch.path!.seconds).toBeCloseTo((stretch.path!.metres / DEFAULT_SPEEDS.motorbike.residential) * 3.6, 6);
    expect(stretch.gapsM.length).toBe(0);
    expect(stretch.path!.arcs.length).toBe(1);
  });

  it('tells where no way is, and goes round there', () => {
    const places: Place[] = [...along(0, 800, 10), ...along(1_500, 2_000, 10), [800, 400], [1_500, 400]];
    const streets = [{ nodes: chain(9) }, { nodes: chain(6, 9) }, { nodes: [8, 15, 16, 9] }];
    const { stretch } = follow(places, streets, [
      [0, 0],
      [2_000, 0],
    ]);
    expect(stretch.wayShare).toBeGreaterThan(0.66);
    expect(stretch.wayShare).toBeLessThan(0.73);
    expect(stretch.gapsM.length).toBe(2);
    expect(Math.abs(stretch.gapsM[0]! - 849)).toBeLessThan(25);
    expect(Math.abs(stretch.gapsM[1]! - 1_451)).toBeLessThan(25);
    expect(stretch.path!.metres).toBeCloseTo(2_000 + 2 * 390, 0);
    expect(stretch.drivenShare).toBeCloseTo(stretch.wayShare, 1);
  });

  it('keeps to the near way where a far one is shorter in time', () => {
    const places: Place[] = [...along(0, 2_000, 10), ...along(0, 2_000, 300)];
    const streets: Street[] = [
      { nodes: chain(21), kind: 'path' },
      { nodes: chain(21, 21), kind: 'primary' },
      { nodes: [0, 21] },
      { nodes: [20, 41] },
    ];
    const { stretch, graph } = follow(places, streets, [
      [0, 0],
      [2_000, 0],
    ]);
    expect(stretch.drivenShare).toBe(1);
    expect([...stretch.path!.arcs].map((arc) => graph.edgeWays[arc >> 1])).toEqual([0]);
  });

  it('drives all round a line that ends where it begins', () => {
    const square: Place[] = [
      [0, 0],
      [600, 0],
      [600, 600],
      [0, 600],
    ];
    const line: Place[] = [
      [-20, -20],
      [620, -20],
      [620, 620],
      [-20, 620],
      [-20, -20],
    ];
    const { stretch } = follow(square, [{ nodes: [0, 1, 2, 3, 0] }], line);
    expect(stretch.path!.metres).toBeGreaterThan(2_300);
    expect(stretch.path!.metres).toBeLessThan(2_450);
    expect(stretch.drivenShare).toBeGreaterThan(0.98);
  });

  it('obeys one-ways, so that the way back may be another', () => {
    const places: Place[] = [...along(0, 1_000, 10), [0, 200], [1_000, 200]];
    const streets: Street[] = [{ nodes: chain(11), access: accessOf(ALONG) }, { nodes: [0, 11, 12, 10] }];
    const there = follow(places, streets, [
      [0, 0],
      [1_000, 0],
    ]);
    const back = follow(places, streets, [
      [1_000, 0],
      [0, 0],
    ]);
    expect(there.stretch.path!.metres).toBeCloseTo(1_000, 0);
    expect(back.stretch.path!.metres).toBeCloseTo(1_380, 0);
    for (const { stretch, costs } of [there, back])
      for (const arc of stretch.path!.arcs) expect(costs.seconds[arc]).toBeLessThan(Infinity);
  });

  it('does not turn into side streets', () => {
    const places: Place[] = [
      ...along(0, 2_000, 0),
      ...Array.from({ length: 19 }, (_, i): Place => [100 * (i + 1), 60]),
    ];
    const streets: Street[] = [
      { nodes: chain(21) },
      ...Array.from({ length: 19 }, (_, i) => ({ nodes: [i + 1, 21 + i] })),
    ];
    const { stretch } = follow(places, streets, [
      [0, 30],
      [2_000, 30],
    ]);
    expect(stretch.path!.metres).toBeLessThan(2_070);
  });

  it('passes over a way near the line that leads nowhere', () => {
    const places: Place[] = [...along(0, 2_000, 40), [900, 5], [1_100, 5]];
    const { stretch } = follow(
      places,
      [{ nodes: chain(21) }, { nodes: [21, 22] }],
      [
        [0, 0],
        [2_000, 0],
      ],
    );
    expect(stretch.path!.metres).toBeCloseTo(2_000, 0);
  });

  it('has no path where no way is near, and answers for lines of one place or none', () => {
    const none = follow(
      along(0, 1_000, 500),
      [{ nodes: chain(11) }],
      [
        [0, 0],
        [1_000, 0],
      ],
    ).stretch;
    expect(none).toMatchObject({ wayShare: 0, path: null, from: null, to: null, drivenShare: 0 });
    expect([...none.gapsM]).toEqual([0, none.lengthM]);
    expect(follow(along(0, 100, 0), [{ nodes: [0, 1] }], []).stretch).toMatchObject({ lengthM: 0, path: null });
    const one = follow(along(0, 100, 0), [{ nodes: [0, 1] }], [[50, 10]]).stretch;
    expect(one).toMatchObject({ lengthM: 0, wayShare: 1 });
    expect(one.path!.metres).toBe(0);
    expect(() =>
      follow(
        [
          [0, 0],
          [1, 1],
        ],
        [{ nodes: [0, 1] }],
        [[0, 0]],
        0,
      ),
    ).toThrow(RangeError);
  });

  it('follows a line through a town, near it nearly all the way', () => {
    const graph = buildRoadGraph(gridNetwork(40));
    const costs = travelCosts(graph, { mode: 'motorbike' });
    const line = Array.from({ length: 40 }, (_, i): Place => [300 + i * 100, 2_400 + 900 * Math.sin(i / 9)]);
    const polyline = fromLocal({ lng: 105.42, lat: 21.3 }, Float64Array.from(line.flat()));
    const stretch = stretchOnRoads(indexRoads(graph), costs, polyline, { withinM: 100 });
    expect(stretch.wayShare).toBeGreaterThan(0.99);
    expect(stretch.drivenShare).toBeGreaterThan(0.7);
    expect(stretch.path!.metres).toBeLessThan(2 * stretch.lengthM);
  });
});
