import type { PatrolTask, Post, TravelMode } from '../../domain';
import type { PlanTravel } from './planInstance';
import type { RouteDraft } from './readPlan';

/** How a plan gets about: what it takes, and where it goes. Places are numbered as those of `PlanTravel`. */
export interface PlanWays {
  readonly travel: PlanTravel;
  /** The course from place to place, `[lng0, lat0 …]` in degrees; null where no way leads. */
  readonly leg: (mode: number, from: number, to: number) => Float64Array | null;
  /** The course of going along a stretch; null for a place, and where it cannot be gone. */
  readonly stretch: (mode: number, task: number, isAlong: boolean) => Float64Array | null;
}

/** The positions that a plan is about, `[lng0, lat0 …]` in degrees: posts, then both ends of each task; of a place both are the same. */
export function planPositions(posts: readonly Post[], tasks: readonly PatrolTask[]): Float64Array {
  const ends = tasks.flatMap(({ place }) =>
    place.kind === 'place' ? [...place.at, ...place.at] : [...place.path[0]!, ...place.path.at(-1)!],
  );
  return Float64Array.from([...posts.flatMap(({ lng, lat }) => [lng, lat]), ...ends]);
}

/** What a course is drawn for. */
export interface CourseGround {
  readonly posts: readonly Pick<Post, 'id'>[];
  readonly tasks: readonly Pick<PatrolTask, 'id' | 'place'>[];
  readonly teams: readonly { readonly id: string; readonly postId: string; readonly mode: string }[];
}

/**
 * Where a route goes, from its post and back to it. Where no way leads on, the course jumps.
 * @returns `[lng0, lat0 …]` in degrees; empty where the team or its post is not known
 */
export function routeCourse(
  ways: PlanWays,
  ground: CourseGround,
  route: Pick<RouteDraft, 'teamId' | 'stops'>,
): Float64Array<ArrayBuffer> {
  const { posts, tasks, teams } = ground;
  const team = teams.find(({ id }) => id === route.teamId);
  const post = posts.findIndex(({ id }) => id === team?.postId);
  const mode = ways.travel.modes.indexOf(team?.mode as TravelMode);
  if (post < 0 || mode < 0) return new Float64Array();
  const pieces: (Float64Array | null)[] = [];
  let at = post;
  for (const { taskId, isAlong } of route.stops) {
    const task = tasks.findIndex(({ id }) => id === taskId);
    if (task < 0) continue;
    const head = posts.length + 2 * task;
    const tail = tasks[task]!.place.kind === 'place' ? head : head + 1;
    pieces.push(ways.leg(mode, at, isAlong ? head : tail), ways.stretch(mode, task, isAlong));
    at = isAlong ? tail : head;
  }
  if (pieces.length > 0) pieces.push(ways.leg(mode, at, post));
  return Float64Array.from(pieces.flatMap((piece) => (piece ? [...piece] : [])));
}
