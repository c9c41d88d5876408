import type { Degrees, Member, PatrolTask, PlannedStop, Post, Shift, Team } from '../../domain';
import type { MembersInEdition } from '../membersInEdition';
import { nameLine } from '../nameLine';
import type { EditionInfo } from '../openEdition';
import type { RouteDraft } from './readPlan';

/** A unit beside a border line, and the posts of its members. */
export interface BorderSide {
  readonly unitName: string;
  readonly posts: readonly Post[];
}

/** A stop with all that is known of it. */
export interface RouteStop extends PlannedStop {
  readonly name: string;
  readonly task: PatrolTask;
  /** As it is gone: one position of a place, at least two of a stretch. */
  readonly path: readonly Degrees[];
  /** The piece of a border line that it watches; null: none, or one of another edition. */
  readonly piece: {
    readonly line: number;
    readonly lineName: string;
    readonly fromM: number;
    readonly toM: number;
  } | null;
  /** Left and right of the line; of a task without a line those who meet there. */
  readonly sides: readonly BorderSide[];
}

export interface RouteFacts<R extends RouteDraft = RouteDraft> {
  readonly route: R;
  readonly team: Team;
  readonly shift: Shift;
  readonly post: Post;
  readonly stops: readonly RouteStop[];
}

export interface RouteRecords {
  readonly posts: readonly Post[];
  readonly teams: readonly Team[];
  readonly shifts: readonly Shift[];
  readonly tasks: readonly PatrolTask[];
  readonly members: readonly Member[];
}

/** What is known of borders; null while it is read. */
export interface RouteBorders {
  readonly info: EditionInfo;
  readonly members: MembersInEdition;
}

/**
 * A route in full: what its ids mean, the borders that it watches, and whom the team can call on both sides.
 * @returns null where its team, shift or post is gone; stops whose task is gone are left out
 */
export function describeRoute<R extends RouteDraft>(
  route: R,
  { posts, teams, shifts, tasks, members }: RouteRecords,
  borders: RouteBorders | null,
): RouteFacts<R> | null {
  const team = teams.find(({ id }) => id === route.teamId);
  const shift = shifts.find(({ id }) => id === route.shiftId);
  const post = posts.find(({ id }) => id === team?.postId);
  if (!team || !shift || !post) return null;
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const postsOf = (own: readonly Pick<Member, 'id'>[]): Post[] =>
    posts.filter(({ memberId }) => own.some(({ id }) => id === memberId));
  const sideOf = (unit: number, { info, members: placed }: RouteBorders): BorderSide => {
    const { code, name } = info.units[unit]!;
    return { unitName: name, posts: postsOf(placed.units.find((each) => each.code === code)?.members ?? []) };
  };
  const stops = route.stops.flatMap((stop): RouteStop[] => {
    const task = byId.get(stop.taskId);
    if (!task) return [];
    const { place, chainage } = task;
    const path = place.kind === 'place' ? [place.at] : stop.isAlong ? place.path : [...place.path].reverse();
    const line = borders && chainage ? borders.info.lines.findIndex(({ id }) => id === chainage.lineId) : -1;
    const isKnown = borders && chainage && line >= 0;
    const { leftUnit = 0, rightUnit = 0 } = borders?.info.lines[line] ?? {};
    return [
      {
        ...stop,
        name: task.name,
        task,
        path,
        piece: isKnown
          ? { line, lineName: nameLine(borders.info, line), fromM: chainage.fromM, toM: chainage.toM }
          : null,
        sides: isKnown
          ? [sideOf(leftUnit, borders), sideOf(rightUnit, borders)]
          : task.joint.map((memberId) => ({
              unitName: members.find(({ id }) => id === memberId)?.name ?? '',
              posts: postsOf([{ id: memberId }]),
            })),
      },
    ];
  });
  return { route, team, shift, post, stops };
}
