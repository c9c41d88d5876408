import { useMemo } from 'react';
import { v7 } from 'uuid';
import { addMember, changeCluster, removeMember, setMemberDays } from '../../commands';
import type { ChangeSet, Member, MemberId, Problem, Result } from '../../domain';
import { MembersSection } from '../../features/boundaries';
import { useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { type CommandInfo, useSession } from '../../store';
import { useServices } from '../services';
import { useObservable } from '../wiring/useObservable';
import { useUnitName } from '../wiring/useUnitName';
import { useView } from '../wiring/useView';

/** The cluster's members, joined to the register. */
export function MembersPart() {
  const { store, today } = useServices();
  const [cluster] = useObservable(store.clusters);
  const members = useObservable(store.members);
  const placed = useView('members');
  const asOf = useView('asOf');
  const messages = useMessages();
  const unitName = useUnitName();
  const editionId = useSession((session) => session.editionId);
  const select = useSession((session) => session.select);
  const info = useView('info');
  const units = useMemo(
    () =>
      (info?.units ?? []).map(({ code, name, district, province }) => ({
        code,
        name,
        within: [district, province].filter(Boolean).join(', '),
      })),
    [info],
  );
  if (!cluster) return null;
  const { boundaries } = messages;
  const commit = async (planned: Result<ChangeSet, Problem>, about: CommandInfo): Promise<string | null> => {
    const result = planned.ok ? await store.commit(planned.value, about) : planned;
    return result.ok ? null : describeProblem(messages, result.problem).title;
  };
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
      units={units}
      editionName={boundaries.editionName[editionId] ?? editionId}
      today={today}
      onSetMember={(member, set) =>
        commit(setMemberDays({ member }, set), { command: 'setMemberDays', params: { member: member.name } })
      }
      onRemove={(member) =>
        commit(removeMember({ member }), { command: 'removeMember', params: { member: member.name } })
      }
      onAdd={(fields) => {
        const planned = addMember({ cluster, members }, { ...fields, id: v7() as MemberId, editionId });
        return commit(planned, { command: 'addMember', params: { member: fields.name } });
      }}
      onSetCluster={(set) => commit(changeCluster({ cluster }, set), { command: 'changeCluster' })}
    />
  );
}
