import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Cluster, Member, PlainDate } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { Button, Disclosure, IconButton } from '../../ui';
import { AddMemberDialog, type AddMemberDialogProps } from './AddMemberDialog';
import { ClusterDialog, type ClusterDialogProps } from './ClusterDialog';
import { MemberDialog, type MemberDialogProps } from './MemberDialog';

export interface MembersSectionProps extends Pick<AddMemberDialogProps, 'units' | 'editionName' | 'today' | 'onAdd'> {
  readonly cluster: Cluster;
  readonly members: readonly Member[];
  readonly asOf: PlainDate | null;
  /** What a member's unit is called in the edition shown, where that differs; null where it is the same. */
  readonly presentName: (member: Member) => string | null;
  readonly onChoose: (member: Member) => void;
  readonly onSetMember: MemberDialogProps['onSave'];
  readonly onRemove: MemberDialogProps['onRemove'];
  readonly onSetCluster: ClusterDialogProps['onSave'];
}

/** The cluster: who takes part, since when, and the days to be set right. */
export function MembersSection(props: MembersSectionProps) {
  const { cluster, members, asOf, presentName, onChoose, onSetMember, onRemove, onSetCluster } = props;
  const { units, editionName, today, onAdd } = props;
  const { boundaries } = useMessages();
  const format = useFormat();
  const [edited, setEdited] = useState<Member | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const days = ({ from, to }: Member): string =>
    to === null ? boundaries.memberSince(format.date(from)) : boundaries.memberSpan(format.date(from), format.date(to));
  return (
    <Disclosure title={boundaries.membersTitle} level={2}>
      <div className="gr-Members-head">
        <p className="gr-muted gr-small">
          {cluster.name}
          {cluster.agreedOn && ` · ${boundaries.agreedOn(format.date(cluster.agreedOn))}`}
          {asOf && ` · ${boundaries.membersAsOf(format.date(asOf))}`}
        </p>
        <IconButton icon={Pencil} size="small" label={boundaries.editCluster} onPress={() => setNaming(true)} />
      </div>
      <ul className="gr-PlainList gr-Members">
        {members.map((member) => {
          const present = presentName(member);
          return (
            <li key={member.id}>
              <div>
                <Button variant="quiet" onPress={() => onChoose(member)}>
                  {member.name}
                </Button>
                <span className="gr-muted gr-small gr-block">
                  {days(member)}
                  {member.fromIsProvisional && ` (${boundaries.memberProvisional})`}
                  {present && ` · ${boundaries.mapsTo(present)}`}
                  {member.kind === 'organisation' && ` · ${boundaries.organisation}`}
                </span>
              </div>
              <IconButton
                icon={Pencil}
                size="small"
                label={boundaries.editDays(member.name)}
                onPress={() => setEdited(member)}
              />
            </li>
          );
        })}
      </ul>
      <div>
        <Button icon={Plus} onPress={() => setAdding(true)}>
          {boundaries.addMember}
        </Button>
      </div>
      {edited && (
        <MemberDialog member={edited} onSave={onSetMember} onRemove={onRemove} onClose={() => setEdited(null)} />
      )}
      {isAdding && (
        <AddMemberDialog
          units={units}
          editionName={editionName}
          today={today}
          onAdd={onAdd}
          onClose={() => setAdding(false)}
        />
      )}
      {isNaming && <ClusterDialog cluster={cluster} onSave={onSetCluster} onClose={() => setNaming(false)} />}
    </Disclosure>
  );
}
