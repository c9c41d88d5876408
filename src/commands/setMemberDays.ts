import { type ChangeSet, fail, type Member, type Problem, parsePlainDate, type Result, succeed } from '../domain';
import { updating } from './changeOf';

/**
 * Sets the first and last day of a membership, both inclusive. What a user sets is no longer provisional.
 * @param input  days as `YYYY-MM-DD`; `to` null: still a member
 * @problem invalidDay  the calendar has no such day
 * @problem membershipEndsBeforeStart
 */
export function setMemberDays(
  { member }: { readonly member: Member },
  { from, to }: { readonly from: string; readonly to: string | null },
): Result<ChangeSet, Problem> {
  const first = parsePlainDate(from);
  if (first === null) return fail({ kind: 'invalidDay', text: from });
  const last = to === null ? null : parsePlainDate(to);
  if (to !== null && last === null) return fail({ kind: 'invalidDay', text: to });
  if (last !== null && last < first) return fail({ kind: 'membershipEndsBeforeStart' });
  return succeed({ members: updating([[member, { ...member, from: first, to: last, fromIsProvisional: false }]]) });
}
