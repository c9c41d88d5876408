import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Cluster, Member, PlainDate } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { Button, Dialog, Disclosure, IconButton, InlineMessage, TextField } from '../../ui';

export interface MembersSectionProps {
  readonly cluster: Cluster;
  readonly members: readonly Member[];
  readonly asOf: PlainDate | null;
  /** What a member's unit is called in the edition shown, where that differs; null where it is the same. */
  readonly presentName: (member: Member) => string | null;
  readonly onChoose: (member: Member) => void;
  /** Gives null when the days were saved, else what is wrong, in words. */
  readonly onSetDays: (
    member: Member,
    days: { readonly from: string; readonly to: string | null },
  ) => Promise<string | null>;
}

/** The cluster: who takes part, since when, and the days to be set right. */
export function MembersSection({ cluster, members, asOf, presentName, onChoose, onSetDays }: MembersSectionProps) {
  const { boundaries } = useMessages();
  const format = useFormat();
  const [edited, setEdited] = useState<Member | null>(null);
  const days = ({ from, to }: Member): string =>
    to === null ? boundaries.memberSince(format.date(from)) : boundaries.memberSpan(format.date(from), format.date(to));
  return (
    <Disclosure title={boundaries.membersTitle} level={2}>
      <p className="gr-muted gr-small">
        {cluster.name}
        {cluster.agreedOn && ` · ${boundaries.agreedOn(format.date(cluster.agreedOn))}`}
        {asOf && ` · ${boundaries.membersAsOf(format.date(asOf))}`}
      </p>
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
      {edited && <DaysDialog member={edited} onSetDays={onSetDays} onClose={() => setEdited(null)} />}
    </Disclosure>
  );
}

function DaysDialog({
  member,
  onSetDays,
  onClose,
}: {
  readonly member: Member;
  readonly onSetDays: MembersSectionProps['onSetDays'];
  readonly onClose: () => void;
}) {
  const { boundaries, common } = useMessages();
  const [from, setFrom] = useState<string>(member.from);
  const [to, setTo] = useState<string>(member.to ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = (): void => {
    onSetDays(member, { from, to: to === '' ? null : to }).then(
      (problem) => (problem === null ? onClose() : setWrong(problem)),
      (error: unknown) => setWrong(String(error)),
    );
  };
  return (
    <Dialog
      title={boundaries.editDays(member.name)}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={save}>
            {boundaries.saveDays}
          </Button>
        </>
      }
    >
      <div className="gr-Section">
        <TextField label={boundaries.firstDay} type="date" value={from} onChange={setFrom} autoFocus />
        <TextField label={boundaries.lastDay} type="date" value={to} onChange={setTo} hint={boundaries.emptyLastDay} />
        {wrong && <InlineMessage tone="error" title={wrong} isLive />}
      </div>
    </Dialog>
  );
}
