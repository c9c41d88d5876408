import { type ChangeSet, fail, type Member, type Problem, parsePlainDate, type Result, succeed } from '../domain';
import { updating } from './changeOf';

/**
 * Sets the first and last day of a membership, both inclusive, and the member's name. What a user sets is no longer provisional.
 * @param input  days as `YYYY-MM-DD`; `to` null: still a member; `name` left out: it stays
 * @problem emptyName
 * @problem invalidDay  the calendar has no such day
 * @problem membershipEndsBeforeStart
 */
export function setMemberDays(
  { member }: { readonly member: Member },
  { from, to, name = member.name }: { readonly from: string; readonly to: string | null; readonly name?: string },
): Result<ChangeSet, Problem> {
  const first = parsePlainDate(from);
  if (first === null) return fail({ kind: 'invalidDay', text: from });
  const last = to === null ? null : parsePlainDate(to);
  if (to !== null && last === null) return fail({ kind: 'invalidDay', text: to });
  if (last !== null && last < first) return fail({ kind: 'membershipEndsBeforeStart' });
  const clean = name.normalize('NFC').trim();
  if (clean === '') return fail({ kind: 'emptyName' });
  // Who is only called otherwise has no other days than before.
  const isProvisional =
    member.fromIsProvisional && first === member.from && last === member.to && clean !== member.name;
  const set = { ...member, name: clean, from: first, to: last, fromIsProvisional: isProvisional };
  return succeed({ members: updating([[member, set]]) });
}
