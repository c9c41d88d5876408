import type { Member, PatrolTask, PatrolVisit, PlainDate, Post, Team } from '../../domain';
import { MEET_MINUTES } from '../patrols/plannedVisits';

/** Visits that were truly made, by the unit of the member whose team it was. */
export interface PatrolsMade {
  readonly visits: readonly {
    readonly on: PlainDate;
    /** The unit as its member is named; null: the team or its member is not known any more. */
    readonly unit: Pick<Member, 'unitCode' | 'editionId'> | null;
  }[];
  /** The day of each meeting of teams of different members at a task. */
  readonly meetings: readonly PlainDate[];
}

const minutesOf = (moment: string): number => Date.parse(`${moment}:00Z`) / 60_000;

/**
 * Recorded patrol visits as a review counts them. Teams of different members met where their visits of one task overlap, or begin within a quarter of an
 * hour of each other.
 */
export function patrolsMade({
  visits,
  teams,
  posts,
  members,
}: {
  readonly visits: readonly Pick<PatrolVisit, 'taskId' | 'teamId' | 'at' | 'minutes'>[];
  readonly teams: readonly Pick<Team, 'id' | 'postId'>[];
  readonly posts: readonly Pick<Post, 'id' | 'memberId'>[];
  readonly members: readonly Pick<Member, 'id' | 'unitCode' | 'editionId'>[];
}): PatrolsMade {
  const memberOfPost = new Map(posts.map(({ id, memberId }) => [id, memberId]));
  const memberOfTeam = new Map(teams.map(({ id, postId }) => [id, memberOfPost.get(postId)]));
  const memberOf = new Map(members.map((member) => [member.id, member]));
  const ofTask = new Map<PatrolTask['id'], { from: number; to: number; on: PlainDate; member: string }[]>();
  const made = visits.map(({ taskId, teamId, at, minutes }) => {
    const memberId = memberOfTeam.get(teamId);
    const member = memberId === undefined ? undefined : memberOf.get(memberId);
    const on = at.slice(0, 10) as PlainDate;
    if (member) {
      const from = minutesOf(at);
      const visit = { from, to: from + Math.max(minutes ?? 0, MEET_MINUTES), on, member: member.id as string };
      const own = ofTask.get(taskId);
      if (own) own.push(visit);
      else ofTask.set(taskId, [visit]);
    }
    return { on, unit: member ? { unitCode: member.unitCode, editionId: member.editionId } : null };
  });
  const meetings: PlainDate[] = [];
  for (const own of ofTask.values()) {
    let group: { to: number; on: PlainDate; members: Set<string> } | null = null;
    for (const { from, to, on, member } of own.sort((a, b) => a.from - b.from)) {
      if (group && from <= group.to) {
        // One meeting, however many come.
        if (group.members.size === 1 && !group.members.has(member)) meetings.push(group.on);
        group.members.add(member);
        group.to = Math.max(group.to, to);
      } else group = { to, on, members: new Set([member]) };
    }
  }
  return { visits: made, meetings };
}
