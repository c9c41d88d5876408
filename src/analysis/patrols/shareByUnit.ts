import type { MemberId, Post, Team } from '../../domain';
import type { TeamWork } from './shareWork';

/** What the teams of one member do in a plan. */
export interface UnitWork extends Omit<TeamWork, 'teamId'> {
  readonly memberId: MemberId;
  readonly teams: number;
  /** Minutes of all who go. */
  readonly personMinutes: number;
}

/**
 * How work is shared out between members: one row per member with a team, in the order of the posts.
 * @param work  what `shareWork` gave for these teams
 */
export function shareByUnit(
  teams: readonly Pick<Team, 'id' | 'postId' | 'size'>[],
  posts: readonly Pick<Post, 'id' | 'memberId'>[],
  work: readonly TeamWork[],
): UnitWork[] {
  const memberOf = new Map(posts.map(({ id, memberId }) => [id, memberId]));
  const ofTeam = new Map(work.map((each) => [each.teamId, each]));
  return [...new Set(posts.map(({ memberId }) => memberId))].flatMap((memberId): UnitWork[] => {
    const own = teams
      .filter(({ postId }) => memberOf.get(postId) === memberId)
      .flatMap(({ id, size }) => {
        const done = ofTeam.get(id);
        return done ? [{ ...done, size }] : [];
      });
    if (own.length === 0) return [];
    return [
      {
        memberId,
        teams: own.length,
        routes: own.reduce((sum, { routes }) => sum + routes, 0),
        minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
        metres: own.reduce((sum, { metres }) => sum + metres, 0),
        nights: own.reduce((sum, { nights }) => sum + nights, 0),
        personMinutes: own.reduce((sum, { minutes, size }) => sum + minutes * size, 0),
      },
    ];
  });
}
