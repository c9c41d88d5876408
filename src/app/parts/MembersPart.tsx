import { setMemberDays } from '../../commands';
import type { Member } from '../../domain';
import { MembersSection } from '../../features/boundaries';
import { useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { useSession } from '../../store';
import { useServices } from '../services';
import { useObservable } from '../wiring/useObservable';
import { useUnitName } from '../wiring/useUnitName';
import { useView } from '../wiring/useView';

/** The cluster's members, joined to the register. */
export function MembersPart() {
  const { store } = useServices();
  const [cluster] = useObservable(store.clusters);
  const members = useObservable(store.members);
  const placed = useView('members');
  const asOf = useView('asOf');
  const messages = useMessages();
  const unitName = useUnitName();
  const editionId = useSession((session) => session.editionId);
  const select = useSession((session) => session.select);
  if (!cluster) return null;
  const homeOf = (member: Member) => placed.units.find(({ members: here }) => here.some(({ id }) => id === member.id));
  return (
    <MembersSection
      cluster={cluster}
      members={members}
      asOf={asOf}
      presentName={(member) => {
        const home = member.editionId === editionId ? undefined : homeOf(member);
        return home ? unitName(home.code) : null;
      }}
      onChoose={(member) => {
        const home = homeOf(member);
        if (home) select({ type: 'unit', id: home.code });
      }}
      onSetDays={async (member, days) => {
        const planned = setMemberDays({ member }, days);
        if (!planned.ok) return describeProblem(messages, planned.problem).title;
        const info = { command: 'setMemberDays', params: { member: member.name } };
        const result = await store.commit(planned.value, info);
        return result.ok ? null : describeProblem(messages, result.problem).title;
      }}
    />
  );
}
