import { useState } from 'react';
import { v7 } from 'uuid';
import { pathLengthM, splitStretch } from '../../../analysis/patrols/splitStretch';
import { saveTasks } from '../../../commands';
import type { PatrolTask, TaskId } from '../../../domain';
import { useFormat, useMessages } from '../../../i18n';
import { handPlanWords } from '../../../i18n/handPlanWords';
import { useWords } from '../../../i18n/useWords';
import { Button, Dialog, InlineMessage, NumberField } from '../../../ui';
import { type PatrolRecords, useSaving } from './useRecords';

export interface SplitDialogProps {
  readonly task: PatrolTask;
  readonly records: PatrolRecords;
  readonly onClose: () => void;
}

/** Cuts a stretch in two: the first part stays where plans hold it. */
export function SplitDialog({ task, records, onClose }: SplitDialogProps) {
  const words = useWords(handPlanWords);
  const { common } = useMessages();
  const format = useFormat();
  const saving = useSaving();
  const path = task.place.kind === 'stretch' ? task.place.path : [];
  const lengthM = Math.round(pathLengthM(path));
  const [atM, setAt] = useState<number | null>(Math.round(lengthM / 2));
  const [wrong, setWrong] = useState<string | null>(null);
  const { tasks } = records;
  const split = async (): Promise<void> => {
    const parts = splitStretch({ ...task, path }, atM ?? Number.NaN);
    if (!parts) {
      setWrong(words.splitOut(format.count(lengthM - 1)));
      return;
    }
    const free = (number: number): string => {
      let name = words.part(task.name, format.count(number));
      while (tasks.some((other) => other.name === name)) name = words.part(name, format.count(number));
      return name;
    };
    const [first, second] = parts;
    const made = [
      { ...task, ...first, name: free(1) },
      { ...task, ...second, name: free(2), id: v7() as TaskId, rev: 0 },
    ];
    const problem = await saving(saveTasks({ tasks }, made), {
      command: 'splitTask',
      done: words.splitDone(task.name),
    });
    setWrong(problem);
    if (problem === null) onClose();
  };
  return (
    <Dialog
      title={words.splitTitle(task.name)}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={() => void split()}>
            {words.splitDo}
          </Button>
        </>
      }
    >
      <div className="gr-Stack">
        <NumberField label={words.splitAt} unit="m" value={atM} onChange={setAt} min={1} max={lengthM - 1} />
        <p className="gr-muted gr-small">{words.splitNote(format.distance(lengthM))}</p>
        {wrong !== null && <InlineMessage tone="error" title={wrong} />}
      </div>
    </Dialog>
  );
}
