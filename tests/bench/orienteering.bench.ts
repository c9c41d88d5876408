import { solveTeamOrienteering } from '../../src/analysis/orienteering/solveTeamOrienteering';
import type { OrienteeringInstance } from '../../src/analysis/orienteering/teamOrienteering';
import { makeRandom } from '../../src/analysis/simulation/random';
import { readBestKnown, readInstance } from '../analysis/orienteering/readInstance';
import type { BenchRow } from './measure';

const SECOND = 1_000;

/** 12 teams in 2 shifts each, 200 stops, 8 posts; minutes. Ways are longer in one direction, half of the stops have windows. */
function makeDay(stopCount: number): OrienteeringInstance {
  const random = makeRandom(17);
  const posts = 8;
  const placeCount = stopCount + posts;
  const x = Array.from({ length: placeCount }, () => random.next() * 60);
  const y = Array.from({ length: placeCount }, () => random.next() * 40);
  const travel = new Float64Array(placeCount ** 2);
  for (let i = 0; i < placeCount; i++)
    for (let j = 0; j < placeCount; j++)
      travel[i * placeCount + j] =
        2 * (Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) + 0.2 * Math.max(0, y[j]! - y[i]!)) + (i === j ? 0 : 1);
  const hasWindow = Array.from({ length: stopCount }, () => random.next() < 0.5);
  const opens = Float64Array.from(hasWindow, (has) => (has ? 60 * random.below(20) : 0));
  return {
    stopCount,
    placeCount,
    travel,
    scores: Float64Array.from({ length: stopCount }, () => 1 + random.below(20)),
    serviceTimes: Float64Array.from({ length: stopCount }, () => 10 + random.below(40)),
    opens,
    closes: opens.map((time, i) => (hasWindow[i] ? time + 120 + random.below(180) : 1_440)),
    teams: Array.from({ length: 24 }, (_, r) => {
      const post = stopCount + ((r >> 1) % posts);
      const leaves = r % 2 === 0 ? 360 : 1_080;
      return { start: post, end: post, opens: leaves, closes: leaves + 240 };
    }),
  };
}

/** Scores after some times, and how long the first plan took. */
function watch(instance: OrienteeringInstance, limitsMs: readonly number[]) {
  const begun = performance.now();
  let firstMs = Number.NaN;
  const scores = limitsMs.map(() => 0);
  const result = solveTeamOrienteering(instance, {
    seed: 1,
    timeLimitMs: limitsMs.at(-1)!,
    now: () => performance.now(),
    onImprovement: ({ score }) => {
      const passed = performance.now() - begun;
      if (Number.isNaN(firstMs)) firstMs = passed;
      for (const [k, limit] of limitsMs.entries()) if (passed <= limit) scores[k] = Math.max(scores[k]!, score);
      return undefined;
    },
  });
  return { firstMs, scores, result };
}

export function run({ root }: { root: string }): BenchRow[] {
  const rows: BenchRow[] = [];
  const twoDecimals = (value: number): number => Math.round(100 * value) / 100;
  const add = (what: string, figure: number, unit: string): void => {
    rows.push({ what, figure: twoDecimals(figure), unit });
  };
  const gaps: number[] = [];
  for (const known of readBestKnown(root)) {
    const { firstMs, scores } = watch(readInstance(root, known.name, known), [SECOND, 10 * SECOND]);
    const [afterOne, afterTen] = scores.map((score) => 100 * (1 - score / known.bestKnown));
    const name = `${known.name}, ${known.teams} teams`;
    add(`${name}: first plan`, firstMs, 'ms');
    add(`${name}: below the best known after 1 s`, afterOne!, '%');
    add(`${name}: below the best known after 10 s`, afterTen!, '%');
    gaps.push(afterTen!);
  }
  const worst = Math.max(...gaps);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  rows.push({ what: 'mean after 10 s', figure: twoDecimals(mean), unit: '%', goal: '≤ 1', isMet: mean <= 1 });
  rows.push({ what: 'worst after 10 s', figure: twoDecimals(worst), unit: '%', goal: '≤ 4', isMet: worst <= 4 });

  const { firstMs, scores, result } = watch(makeDay(200), [SECOND, 5 * SECOND, 10 * SECOND, 20 * SECOND]);
  const share = (k: number): number => (100 * scores[k]!) / result.score;
  rows.push({
    what: '24 teams, 200 stops: first plan',
    figure: twoDecimals(firstMs),
    unit: 'ms',
    goal: '≤ 200',
    isMet: firstMs <= 200,
  });
  for (const [k, seconds] of [1, 5, 10].entries())
    add(`24 teams, 200 stops: after ${seconds} s, of what 20 s reach`, share(k), '%');
  add('24 teams, 200 stops: iterations in a second', result.iterations / 20, '');
  const first = watch(makeDay(400), [1]).firstMs;
  rows.push({
    what: '24 teams, 400 stops: first plan',
    figure: twoDecimals(first),
    unit: 'ms',
    goal: '≤ 200',
    isMet: first <= 200,
  });
  return rows;
}
