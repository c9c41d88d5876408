import type { Member, PlainDate } from '../domain';

/** Whether a membership holds on a day; its first and its last day count. */
export function isMemberOn(member: Pick<Member, 'from' | 'to'>, day: PlainDate): boolean {
  return member.from <= day && (member.to === null || day <= member.to);
}
