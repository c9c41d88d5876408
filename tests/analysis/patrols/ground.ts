import type { PlanGround } from '../../../src/analysis/patrols/planInstance';
import type { PatrolTask, PlainDate, Post } from '../../../src/domain';
import { duty, post, shift, team } from '../../support/patrols';

/** Metres a minute of every mode, in a world where a hundredth of a degree is a kilometre. */
const PACE = 500;
const KM = 100_000;

const endsOf = ({ place }: PatrolTask): [readonly [number, number], readonly [number, number]] =>
  place.kind === 'place' ? [place.at, place.at] : [place.path[0]!, place.path.at(-1)!];

/** A flat ground without roads: posts and tasks where they say, straight ways, one motorbike team unless told otherwise. */
export function flatGround(tasks: readonly PatrolTask[], set: Partial<PlanGround> = {}): PlanGround {
  const posts: readonly Post[] = set.posts ?? [post(1)];
  const places = [...posts.map(({ lng, lat }) => [lng, lat] as const), ...tasks.flatMap((task) => endsOf(task))];
  const metres = Float64Array.from(places, () => 0);
  const all = new Float64Array(metres.length * metres.length);
  places.forEach(([lng, lat], i) => {
    places.forEach(([otherLng, otherLat], j) => {
      all[i * places.length + j] = KM * Math.hypot(otherLng - lng, otherLat - lat);
    });
  });
  const lengths = Float64Array.from(tasks, (task) => {
    const [[lng, lat], [otherLng, otherLat]] = endsOf(task);
    return KM * Math.hypot(otherLng - lng, otherLat - lat);
  });
  const days = ['2026-12-01', '2026-12-02', '2026-12-03'] as unknown as readonly PlainDate[];
  return {
    tasks,
    posts,
    teams: [team(1)],
    shifts: [shift(1)],
    duties: [duty(1)],
    days,
    travel: {
      modes: ['motorbike'],
      minutes: [all.map((length) => length / PACE)],
      metres: [all],
      along: [lengths.map((length) => length / PACE)],
      against: [lengths.map((length) => length / PACE)],
      alongM: [lengths],
      againstM: [lengths],
    },
    ...set,
  };
}
