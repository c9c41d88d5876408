import { useState } from 'react';
import { DAY_MINUTES, type Member, type PatrolTask } from '../../domain';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { NumberField, Select, Switch, TextField } from '../../ui';
import { RecordForm, type RecordFormProps } from './RecordForm';
import { WindowFields } from './WindowFields';

export interface TaskFormProps extends Pick<RecordFormProps, 'onClose'> {
  readonly isNew: boolean;
  readonly task: PatrolTask;
  readonly members: readonly Member[];
  readonly onSave: (task: PatrolTask) => Promise<string | null>;
}

const NOBODY = 'none';

/** What a place or stretch is worth, how often it is wanted, and when. */
export function TaskForm({ isNew, task: first, members, onSave, onClose }: TaskFormProps) {
  const words = useWords(patrolWords);
  const [task, setTask] = useState(first);
  const set = (part: Partial<PatrolTask>): void => setTask({ ...task, ...part });
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? '';
  const pairs = members.flatMap((a, i) =>
    members
      .slice(i + 1)
      .map((b) => ({ id: `${a.id} ${b.id}`, title: words.jointWith(a.name, b.name), of: [a.id, b.id] })),
  );
  const pair = task.joint.length >= 2 ? [...task.joint].slice(0, 2) : null;
  const chosen = pair && pairs.find(({ of }) => pair.every((id) => of.includes(id)));
  return (
    <RecordForm title={isNew ? words.newTask : words.edit(first.name)} onSave={() => onSave(task)} onClose={onClose}>
      <TextField label={words.name} value={task.name} onChange={(name) => set({ name })} autoFocus maxLength={200} />
      <div className="gr-Halves">
        <NumberField
          label={words.weight}
          hint={words.weightHint}
          value={task.weight}
          onChange={(weight) => set({ weight: weight ?? Number.NaN })}
          min={0}
          format={{ maximumFractionDigits: 2 }}
        />
        <NumberField
          label={words.dwell}
          unit={words.minuteUnit}
          hint={words.dwellHint}
          value={task.dwellMinutes}
          onChange={(dwellMinutes) => set({ dwellMinutes: dwellMinutes ?? Number.NaN })}
          min={0}
          max={DAY_MINUTES}
          step={1}
        />
      </div>
      <NumberField
        label={words.visits}
        value={task.visitsPerWeek}
        onChange={(visitsPerWeek) => set({ visitsPerWeek: visitsPerWeek ?? Number.NaN })}
        min={1}
        max={100}
        step={1}
      />
      <div className="gr-Halves">
        <NumberField
          label={words.leastGap}
          unit={words.hourUnit}
          value={task.leastGapHours}
          onChange={(leastGapHours) => set({ leastGapHours: leastGapHours ?? 0 })}
          min={0}
        />
        <NumberField
          label={words.mostGap}
          unit={words.hourUnit}
          hint={words.mostGapHint}
          value={task.mostGapHours}
          onChange={(mostGapHours) => set({ mostGapHours })}
          min={1}
        />
      </div>
      <WindowFields windows={task.windows} onChange={(windows) => set({ windows })} />
      <Select
        label={words.joint}
        options={[{ id: NOBODY, title: words.jointNone }, ...pairs]}
        value={chosen?.id ?? NOBODY}
        onChange={(id) => set({ joint: pairs.find((each) => each.id === id)?.of ?? [] })}
        {...(pair && !chosen ? { hint: pair.map(nameOf).join(', ') } : {})}
      />
      <Switch
        isWide
        isSelected={task.isRequired}
        onChange={(isRequired) => set({ isRequired })}
        hint={words.requiredHint}
      >
        {words.required}
      </Switch>
      <Switch isWide isSelected={task.isActive} onChange={(isActive) => set({ isActive })}>
        {words.active}
      </Switch>
    </RecordForm>
  );
}
