import {
  DAY_MINUTES,
  type Duty,
  type DutyId,
  type MemberId,
  type PostId,
  type Shift,
  type Team,
  type TeamId,
} from '../../domain';
import { planDays } from './planDays';
import type { PlanGround } from './planInstance';

/** Something that could be done differently. */
export type PlanChange =
  /** One more team goes out from a post in each shift. */
  | { readonly kind: 'team'; readonly postId: PostId }
  /** All shifts begin and end so many minutes later, or earlier. */
  | { readonly kind: 'shifts'; readonly minutes: number }
  /** No team of a member goes out. */
  | { readonly kind: 'unit'; readonly memberId: MemberId };

type Forces = Pick<PlanGround, 'teams' | 'shifts' | 'duties'>;

/**
 * The forces as they would be; places stay, so that the ways between them hold. A team more is like the post's first, or like the first of all where the
 * post has none, and can work at any time; there is one for each shift, since nobody works all of them. The duties of all others stay as they are.
 * Shifts may begin before midnight or after 24 h: their day is that of before.
 * @problem RangeError  a team more is wanted where there is none to be like
 */
export function whatIf(ground: Forces & Pick<PlanGround, 'posts' | 'days'>, change: PlanChange): Forces {
  const { teams, shifts, duties, posts, days } = ground;
  switch (change.kind) {
    case 'shifts':
      return {
        teams,
        shifts: shifts.map((shift): Shift => ({ ...shift, fromMinute: shift.fromMinute + change.minutes })),
        duties,
      };
    case 'unit': {
      const left = new Set(posts.filter(({ memberId }) => memberId === change.memberId).map(({ id }) => id));
      const stay = teams.filter(({ postId }) => !left.has(postId));
      const staying = new Set(stay.map(({ id }) => id));
      return { teams: stay, shifts, duties: duties.filter(({ teamId }) => staying.has(teamId)) };
    }
    case 'team': {
      const like = teams.find(({ postId }) => postId === change.postId) ?? teams[0];
      if (!like) throw new RangeError('there is no team to be like');
      const more = shifts.map(
        ({ id }): Team => ({
          ...like,
          id: `more ${id}` as TeamId,
          postId: change.postId,
          fromMinute: 0,
          minutes: DAY_MINUTES,
        }),
      );
      const weekdays = planDays(days[0]!, days.length);
      const theirs = shifts.flatMap((shift, i) =>
        weekdays
          .filter(({ weekday }) => shift.weekdays.includes(weekday))
          .map(
            ({ on }): Duty => ({
              id: `more ${shift.id} ${on}` as DutyId,
              teamId: more[i]!.id,
              shiftId: shift.id,
              on,
              rev: 0,
            }),
          ),
      );
      return { teams: [...teams, ...more], shifts, duties: [...duties, ...theirs] };
    }
  }
}
