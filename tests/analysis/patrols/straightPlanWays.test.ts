import { describe, expect, it } from 'vitest';
import { straightPlanWays } from '../../../src/analysis/patrols/straightPlanWays';
import { geodesicLengthM } from '../../../src/geo/geodesicLength';
import { post, task } from '../../support/patrols';

const path = [
  [105.43, 21.3],
  [105.44, 21.31],
  [105.45, 21.3],
] as const;
const posts = [post(1), post(2)];
const tasks = [task(1), task(2, { place: { kind: 'stretch', path } })];

describe('getting about without roads', () => {
  const travel = straightPlanWays({ posts, tasks }, { modes: ['foot', 'motorbike'], detourFactor: 1.4 }).travel;
  const places = posts.length + 2 * tasks.length;

  it('takes the straight line times the factor, at the speed of the mode', () => {
    const straightM = geodesicLengthM([posts[0]!.lng, posts[0]!.lat], [posts[1]!.lng, posts[1]!.lat]);
    expect(travel.metres[0]![1]! / straightM).toBeCloseTo(1.4, 3);
    expect(travel.minutes[0]![1]! / (travel.metres[0]![1]! / (5_000 / 60))).toBeCloseTo(1, 9);
    expect(travel.minutes[1]![1]! / travel.minutes[0]![1]!).toBeCloseTo(5 / 30, 9);
    // From a post to the near and the far end of the stretch.
    const [near, far] = [travel.metres[0]![4]!, travel.metres[0]![5]!];
    expect(near / geodesicLengthM([posts[0]!.lng, posts[0]!.lat], path[0])).toBeCloseTo(1.4, 3);
    expect(far / geodesicLengthM([posts[0]!.lng, posts[0]!.lat], path[2])).toBeCloseTo(1.4, 3);
    expect(travel.metres[0]).toHaveLength(places * places);
  });

  it('goes along a stretch by its own length, slowly, and stays at a place', () => {
    const lengthM = geodesicLengthM(path[0], path[1]) + geodesicLengthM(path[1], path[2]);
    expect(travel.alongM[0]![1]! / lengthM).toBeCloseTo(1, 4);
    expect(travel.along[1]![1]! / (lengthM / (15_000 / 60))).toBeCloseTo(1, 4);
    expect(travel.along[0]![0]).toBe(0);
    expect(travel.alongM[0]![0]).toBe(0);
  });

  it('goes round a barrier by the crossing, and draws it so', () => {
    const options = { modes: ['foot'], detourFactor: 1 } as const;
    const barriers = [[[105.415, 21.2] as const, [105.415, 21.4] as const]];
    const crossings = [[105.415, 21.305] as const];
    const straight = straightPlanWays({ posts, tasks }, options);
    const barred = straightPlanWays({ posts, tasks }, { ...options, barriers, crossings });
    const legs = [
      geodesicLengthM([posts[0]!.lng, posts[0]!.lat], crossings[0]!),
      geodesicLengthM(crossings[0]!, [posts[1]!.lng, posts[1]!.lat]),
    ];
    expect(barred.travel.metres[0]![1]! / (legs[0]! + legs[1]!)).toBeCloseTo(1, 3);
    expect(straight.travel.metres[0]![1]!).toBeLessThan(barred.travel.metres[0]![1]!);
    const course = barred.leg(0, 0, 1)!;
    expect([...course].map((degrees) => Number(degrees.toFixed(6)))).toEqual([
      105.41, 21.3, 105.415, 21.305, 105.42, 21.3,
    ]);
    // Without a crossing the only way leads round the barrier's end.
    const closed = straightPlanWays({ posts, tasks }, { ...options, barriers });
    expect(closed.travel.metres[0]![1]!).toBeGreaterThan(20_000);
  });

  it('has nothing to say where there is nothing', () => {
    const nothing = straightPlanWays({ posts: [], tasks: [] }, { modes: ['car'], detourFactor: 1 }).travel;
    expect(nothing.minutes[0]).toHaveLength(0);
  });
});
