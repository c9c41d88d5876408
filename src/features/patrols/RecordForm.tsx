import { type ReactNode, useState } from 'react';
import { useMessages } from '../../i18n';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { Button, Dialog, InlineMessage } from '../../ui';

export interface RecordFormProps {
  readonly title: string;
  /** Gives null when it was saved, else what is wrong, in words. */
  readonly onSave: () => Promise<string | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of a form for one record. */
export function RecordForm({ title, onSave, onClose, children }: RecordFormProps) {
  const { common } = useMessages();
  const words = useWords(patrolWords);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const problem = await onSave();
    setWrong(problem);
    if (problem === null) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {words.save}
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
        {children}
        {wrong !== null && <InlineMessage tone="error" title={wrong} />}
        {/* Enter saves: a form of several fields has no button of its own here. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
