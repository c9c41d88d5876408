import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '../../domain';
import { useMessages } from '../../i18n';
import { Button, Dialog, InlineMessage, TextField } from '../../ui';

export interface MemberDialogProps {
  readonly member: Member;
  /** These give null when it was done, else what is wrong, in words. */
  readonly onSave: (
    member: Member,
    set: { readonly name: string; readonly from: string; readonly to: string | null },
  ) => Promise<string | null>;
  readonly onRemove: (member: Member) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Name and days of a member; one that was added by mistake can be removed. */
export function MemberDialog({ member, onSave, onRemove, onClose }: MemberDialogProps) {
  const { boundaries, common } = useMessages();
  const [name, setName] = useState(member.name);
  const [from, setFrom] = useState<string>(member.from);
  const [to, setTo] = useState<string>(member.to ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const settle = (work: Promise<string | null>): void => {
    work.then(
      (problem) => (problem === null ? onClose() : setWrong(problem)),
      (error: unknown) => setWrong(String(error)),
    );
  };
  if (isAsking) {
    return (
      <Dialog
        title={boundaries.removeMember(member.name)}
        isOpen
        onClose={() => setAsking(false)}
        size="small"
        role="alertdialog"
        footer={
          <>
            <Button onPress={() => setAsking(false)} autoFocus>
              {common.cancel}
            </Button>
            <Button variant="danger" onPress={() => settle(onRemove(member))}>
              {boundaries.removeMemberDo}
            </Button>
          </>
        }
      >
        <p>{boundaries.removeMemberAsk}</p>
        {wrong && <InlineMessage tone="error" title={wrong} isLive />}
      </Dialog>
    );
  }
  return (
    <Dialog
      title={boundaries.editDays(member.name)}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={() => settle(onSave(member, { name, from, to: to === '' ? null : to }))}>
            {boundaries.saveDays}
          </Button>
        </>
      }
    >
      <div className="gr-Section">
        <TextField label={boundaries.firstDay} type="date" value={from} onChange={setFrom} autoFocus />
        <TextField label={boundaries.lastDay} type="date" value={to} onChange={setTo} hint={boundaries.emptyLastDay} />
        <TextField label={boundaries.memberName} value={name} onChange={setName} maxLength={200} />
        <div>
          <Button variant="quiet" icon={Trash2} onPress={() => setAsking(true)}>
            {boundaries.addedByMistake}
          </Button>
        </div>
        {wrong && <InlineMessage tone="error" title={wrong} isLive />}
      </div>
    </Dialog>
  );
}
