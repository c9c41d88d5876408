import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { solveTeamOrienteering } from '../../src/analysis/orienteering/solveTeamOrienteering';
import { planDays } from '../../src/analysis/patrols/planDays';
import { planInstance } from '../../src/analysis/patrols/planInstance';
import { roadPlanWays } from '../../src/analysis/patrols/roadPlanWays';
import { buildRoadGraph } from '../../src/analysis/routing/buildRoadGraph';
import { indexRoads } from '../../src/analysis/routing/indexRoads';
import { travelCosts } from '../../src/analysis/routing/travelCosts';
import { makeRandom } from '../../src/analysis/simulation/random';
import type { Degrees, MemberId, PlainDate, TaskId } from '../../src/domain';
import { readRoads } from '../../src/formats/roads/readRoads';
import { readRoadLayer, writeRoadLayer } from '../../src/formats/roads/roadLayer';
import { duty, post, shift, task, team } from '../support/patrols';
import type { BenchRow } from './measure';

const MODES = ['motorbike', 'car'] as const;
const [POSTS, TEAMS, STOPS] = [8, 12, 200];
const round = (value: number): number => Math.round(value);
const percent = (value: number): number => Math.round(1_000 * value) / 10;

/** A day of real size: 8 units, 12 teams, 2 shifts, 200 stops (half of them stretches of some hundred metres) on a real network. */
export async function run({ root }: { root: string }): Promise<BenchRow[]> {
  const file = resolve(root, '../shared/roads-sample/hanoi-overpass.json');
  if (!existsSync(file)) return [];
  const read = await readRoads(new Blob([readFileSync(file)]), { file: 'hanoi' });
  if (!read.ok) throw new Error(read.problem.kind);
  const { geojson } = writeRoadLayer(read.value.ways);
  const times: [string, number][] = [];
  const timed = <T>(name: string, make: () => T): T => {
    const begun = performance.now();
    const made = make();
    times.push([name, round(performance.now() - begun)]);
    return made;
  };
  const ways = timed('layer read', () => readRoadLayer(geojson));
  const index = timed('network built', () => indexRoads(buildRoadGraph(ways)));
  const random = makeRandom(5);
  const nodes = ways.nodes.length / 2;
  const somewhere = (): Degrees => {
    const node = random.below(nodes);
    return [ways.nodes[2 * node]!, ways.nodes[2 * node + 1]!];
  };
  const posts = Array.from({ length: POSTS }, (_, i) => {
    const [lng, lat] = somewhere();
    return post(i, { lng, lat, memberId: `member-${i}` as MemberId });
  });
  const tasks = Array.from({ length: STOPS }, (_, i) => {
    const at = somewhere();
    const place =
      i % 2 === 0
        ? ({ kind: 'place', at } as const)
        : ({ kind: 'stretch', path: [at, [at[0] + 0.004, at[1] + 0.002]] } as const);
    // Half of them are open for two hours of one of the shifts; every tenth wants two units.
    const fromMinute = (random.below(2) === 0 ? 480 : 1_080) + 60 * random.below(3);
    const windows = random.below(2) === 0 ? [{ fromMinute, minutes: 120 }] : [];
    const a = random.below(POSTS);
    const joint = i % 10 === 0 ? [posts[a]!.memberId, posts[(a + 1) % POSTS]!.memberId] : [];
    return task(i, { place, weight: 1 + random.below(20), visitsPerWeek: 7, dwellMinutes: 15, windows, joint });
  });
  const teams = Array.from({ length: TEAMS }, (_, i) =>
    team(i, { postId: posts[i % POSTS]!.id, mode: MODES[i % 2]!, mostMinutes: 180 }),
  );
  const shifts = [shift(0, { fromMinute: 480, minutes: 240 }), shift(1, { fromMinute: 1_080, minutes: 240 })];
  const days = planDays('2026-12-01' as PlainDate, 1).map(({ on }) => on);
  const duties = teams.flatMap(({ id }, i) =>
    shifts.map((each, j) => duty(2 * i + j, { teamId: id, shiftId: each.id, on: days[0]! })),
  );
  const costs = timed('costs of two modes', () => MODES.map((mode) => travelCosts(index.graph, { mode })));
  const found = timed('ways between 8 posts and 200 stops, two modes', () =>
    roadPlanWays({ posts, tasks }, index, { costs }),
  )!;
  const reached = found.reach[0]!.tasksM.filter((distanceM) => distanceM < Infinity).length;
  const made = planInstance({ tasks, posts, teams, shifts, duties, days, travel: found.travel });
  const begun = performance.now();
  let firstMs = Number.NaN;
  const at = new Map([1_000, 5_000, 10_000].map((limit) => [limit, 0]));
  const best = solveTeamOrienteering(made.instance, {
    seed: 1,
    timeLimitMs: 20_000,
    now: () => performance.now(),
    onImprovement: ({ score }) => {
      const passed = performance.now() - begun;
      if (Number.isNaN(firstMs)) firstMs = passed;
      for (const [limit, before] of at) if (passed <= limit) at.set(limit, Math.max(before, score));
      return undefined;
    },
  });
  const planned = new Set<TaskId>(
    best.routes.flatMap(({ stops }) => Array.from(stops, (stop) => tasks[made.taskOf[stop]!]!.id)),
  );
  const firstPlan = round(firstMs);
  return [
    { what: 'nodes of the network', figure: nodes, unit: '' },
    { what: 'of 200 stops within reach of its ways', figure: reached, unit: '' },
    ...times.map(([what, figure]) => ({ what, figure, unit: 'ms' })),
    {
      what: '24 duties, 200 stops: first plan',
      figure: firstPlan,
      unit: 'ms',
      goal: '≤ 1,000',
      isMet: firstPlan <= 1_000,
    },
    ...[...at].map(([limit, score]) => ({
      what: `after ${limit / 1_000} s, of what 20 s reach`,
      figure: percent(score / best.score),
      unit: '%',
    })),
    { what: 'stops planned', figure: planned.size, unit: '' },
    { what: 'worth, of what no plan can exceed', figure: percent(best.score / best.upperBound), unit: '%' },
  ];
}
