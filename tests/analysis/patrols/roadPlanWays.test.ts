import { beforeAll, describe, expect, it } from 'vitest';
import { routeCourse } from '../../../src/analysis/patrols/planWays';
import { REACH_M, type RoadPlanWays, roadPlanWays } from '../../../src/analysis/patrols/roadPlanWays';
import { buildRoadGraph } from '../../../src/analysis/routing/buildRoadGraph';
import { indexRoads, type RoadIndex } from '../../../src/analysis/routing/indexRoads';
import { travelCosts } from '../../../src/analysis/routing/travelCosts';
import { geodesicLengthM } from '../../../src/geo/geodesicLength';
import { roadsOf } from '../../formats/roads/support/read';
import { gridRoads } from '../../support/gridRoads';
import { post, task, team } from '../../support/patrols';

/** The grid of roads: its south-west corner and its steps, degrees. */
const [WEST, SOUTH, LNG, LAT] = [105.26, 21.18, 0.0067, 0.0063];
const at = (column: number, row: number): [number, number] => [WEST + column * LNG, SOUTH + row * LAT];
const midst = (column: number, row: number, east: number): [number, number] => {
  const [lng, lat] = at(column, row);
  return [lng + east, lat + 0.001];
};

const lengthM = (flat: Float64Array): number => {
  let sum = 0;
  for (let i = 2; i < flat.length; i += 2)
    sum += geodesicLengthM([flat[i - 2]!, flat[i - 1]!], [flat[i]!, flat[i + 1]!]);
  return sum;
};

const posts = [
  post(1, { lng: at(10, 10)[0], lat: at(10, 10)[1] }),
  // 111 m off the road, and in the midst of a square over 300 m from all roads.
  post(2, { lng: at(12, 10)[0] + LNG / 2, lat: at(12, 10)[1] + 0.001 }),
  post(3, { lng: at(20, 20)[0] + LNG / 2, lat: at(20, 20)[1] + LAT / 2 }),
];
const tasks = [
  task(1, { place: { kind: 'place', at: at(14, 12) } }),
  // A line about 110 m beside three squares of the road.
  task(2, { place: { kind: 'stretch', path: [midst(10, 14, 0.002), midst(13, 14, 0)] } }),
  // Row 7 is one-way to the east.
  task(3, { place: { kind: 'stretch', path: [midst(10, 7, 0.002), midst(13, 7, 0)] } }),
  // Far from all ways.
  task(4, {
    place: {
      kind: 'stretch',
      path: [
        [105.9, 21.3],
        [105.91, 21.3],
      ],
    },
  }),
];
const places = posts.length + 2 * tasks.length;
const cell = (from: number, to: number): number => from * places + to;

describe('getting about by roads', () => {
  let index: RoadIndex;
  let found: RoadPlanWays;
  beforeAll(async () => {
    index = indexRoads(buildRoadGraph((await roadsOf(gridRoads())).ways));
    const costs = (['foot', 'motorbike'] as const).map((mode) => travelCosts(index.graph, { mode }));
    found = roadPlanWays({ posts, tasks }, index, { costs })!;
  });

  it('goes along the roads, at their speeds', () => {
    const { travel } = found;
    const acrossM = lengthM(Float64Array.from([...at(10, 10), ...at(14, 10), ...at(14, 12)]));
    expect(travel.metres[1]![cell(0, 3)]! / acrossM).toBeCloseTo(1, 3);
    expect(travel.minutes[1]![cell(0, 3)]).toBeLessThan(travel.minutes[0]![cell(0, 3)]!);
    expect(travel.minutes[0]![cell(0, 3)]! / (acrossM / (5_000 / 60))).toBeCloseTo(1, 3);
  });

  it('walks from the road to a post, and does not reach what is farther than it may be', () => {
    const { travel, reach } = found;
    expect(reach[1]!.postsM[1]! / 110.7).toBeCloseTo(1, 2);
    expect(reach[1]!.postsM[2]).toBe(Infinity);
    const [minutes, metres] = [travel.minutes[1]![cell(1, 3)]!, travel.metres[1]![cell(1, 3)]!];
    // Walked at 4 km/h, the rest driven at 30 km/h or faster.
    expect(minutes).toBeGreaterThan(110 / (4_000 / 60));
    expect(minutes).toBeLessThan(111 / (4_000 / 60) + (metres - 110) / (30_000 / 60) + 0.1);
    expect(travel.minutes[1]![cell(2, 0)]).toBe(Infinity);
    expect(travel.minutes[1]![cell(2, 2)]).toBe(0);
    expect(REACH_M).toBe(300);
  });

  it('goes along a stretch on the ways beside it, both ways, slowly enough to look', () => {
    const { travel } = found;
    const besideM = geodesicLengthM(midst(10, 14, 0.002), midst(13, 14, 0));
    for (const metres of [travel.alongM[1]![1]!, travel.againstM[1]![1]!])
      expect(Math.abs(metres - besideM)).toBeLessThan(REACH_M);
    expect(travel.along[1]![1]! / (travel.alongM[1]![1]! / (15_000 / 60))).toBeCloseTo(1, 9);
    expect(travel.along[1]![0]).toBe(0);
    expect(found.reach[1]!.nearShare[1]).toBeGreaterThan(0.9);
  });

  it('is led round by a one-way, but not on foot', () => {
    const { alongM, againstM } = found.travel;
    expect(againstM[1]![2]! - alongM[1]![2]!).toBeGreaterThan(500);
    expect(Math.abs(againstM[0]![2]! - alongM[0]![2]!)).toBeLessThan(1);
  });

  it('cannot go along what no way is near to', () => {
    expect(found.travel.along[1]![3]).toBe(Infinity);
    expect(found.reach[1]!.tasksM[3]).toBe(Infinity);
    expect(found.stretch(1, 3, true)).toBeNull();
  });

  it('draws a route as long as it says', () => {
    const route = {
      teamId: team(1).id,
      stops: [
        { taskId: tasks[1]!.id, isAlong: true },
        { taskId: tasks[0]!.id, isAlong: true },
      ].map((stop) => ({ ...stop, arriveMinute: 0, startMinute: 0, leaveMinute: 0, isLocked: false })),
    };
    const course = routeCourse(found, { posts, tasks, teams: [team(1)] }, route);
    const { metres, alongM } = found.travel;
    const saidM = metres[1]![cell(0, 5)]! + alongM[1]![1]! + metres[1]![cell(6, 3)]! + metres[1]![cell(3, 0)]!;
    expect(lengthM(course) / saidM).toBeCloseTo(1, 3);
    expect([...course.subarray(0, 2)].map((value) => value.toFixed(5))).toEqual(
      [...course.subarray(-2)].map((value) => value.toFixed(5)),
    );
  });

  it('tells how far it is, and ends when told to', () => {
    const shares: number[] = [];
    const costs = [travelCosts(index.graph, { mode: 'foot' })];
    roadPlanWays({ posts, tasks }, index, { costs, onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(roadPlanWays({ posts, tasks }, index, { costs, onProgress: () => false })).toBeNull();
  });
});
