import { useState } from 'react';
import {
  BRIEFING_LIMITS,
  type Briefing,
  type ChangeSet,
  type PlainDate,
  type Problem,
  type Result,
} from '../../../domain';
import { useMessages } from '../../../i18n';
import { briefingWords } from '../../../i18n/briefingWords';
import { describeProblem } from '../../../i18n/describeProblem';
import { useWords } from '../../../i18n/useWords';
import { Button, Dialog, InlineMessage, TextField } from '../../../ui';
import { useServices } from '../../services';

export interface BriefingDialogProps {
  readonly briefing: Briefing;
  readonly isNew: boolean;
  readonly plan: (briefing: Briefing) => Result<ChangeSet, Problem>;
  readonly onDone: (briefing: Briefing) => void;
  readonly onClose: () => void;
}

/** Name and period of a briefing. */
export function BriefingDialog({ briefing, isNew, plan, onDone, onClose }: BriefingDialogProps) {
  const { store } = useServices();
  const messages = useMessages();
  const words = useWords(briefingWords);
  const [edited, setEdited] = useState(briefing);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const planned = plan(edited);
    const command = isNew ? 'addBriefing' : 'changeBriefing';
    const result = planned.ok ? await store.commit(planned.value, { command }) : planned;
    if (result.ok) {
      onDone(edited);
      return;
    }
    const { title, detail, remedy } = describeProblem(messages, result.problem);
    setWrong([title, detail, remedy].filter(Boolean).join('. '));
  };
  return (
    <Dialog
      title={isNew ? words.blank : words.rename.replace('…', '')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{messages.common.cancel}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {isNew ? words.make : words.save}
          </Button>
        </>
      }
    >
      <form
        className="gr-Stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={words.name}
          value={edited.name}
          onChange={(name) => setEdited({ ...edited, name })}
          maxLength={BRIEFING_LIMITS.name}
          isRequired
          autoFocus
        />
        <TextField
          label={words.from}
          type="date"
          value={edited.from}
          onChange={(from) => setEdited({ ...edited, from: from as PlainDate })}
        />
        <TextField
          label={words.to}
          type="date"
          value={edited.to}
          onChange={(to) => setEdited({ ...edited, to: to as PlainDate })}
        />
        {wrong !== null && <InlineMessage tone="error" title={wrong} isLive />}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
