import { useState } from 'react';
import { DAY_MINUTES, type Post, type Team, TRAVEL_MODES } from '../../domain';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { NumberField, Select, Switch, TextField } from '../../ui';
import { HourFields } from './HourFields';
import { isWholeDay } from './hourText';
import { RecordForm, type RecordFormProps } from './RecordForm';
import { WeekdayPicker } from './WeekdayPicker';

export interface TeamFormProps extends Pick<RecordFormProps, 'onClose'> {
  readonly isNew: boolean;
  readonly team: Team;
  readonly posts: readonly Post[];
  readonly onSave: (team: Team) => Promise<string | null>;
}

/** The hours that a team has when it does not work all day. */
const OFFICE_HOURS = { fromMinute: 480, minutes: 540 };
const WHOLE_DAY = { fromMinute: 0, minutes: DAY_MINUTES };

/** Whose team it is, how it travels, and when it can work. */
export function TeamForm({ isNew, team: first, posts, onSave, onClose }: TeamFormProps) {
  const words = useWords(patrolWords);
  const [team, setTeam] = useState(first);
  const set = (part: Partial<Team>): void => setTeam({ ...team, ...part });
  return (
    <RecordForm title={isNew ? words.newTeam : words.edit(first.name)} onSave={() => onSave(team)} onClose={onClose}>
      <TextField label={words.name} value={team.name} onChange={(name) => set({ name })} autoFocus maxLength={200} />
      <Select
        label={words.post}
        options={posts.map(({ id, name }) => ({ id, title: name }))}
        value={team.postId}
        onChange={(postId) => set({ postId })}
      />
      <div className="gr-Halves">
        <Select
          label={words.mode}
          options={TRAVEL_MODES.map((id) => ({ id, title: words.modes[id] }))}
          value={team.mode}
          onChange={(mode) => set({ mode })}
        />
        <NumberField
          label={words.size}
          value={team.size}
          onChange={(size) => set({ size: size ?? 0 })}
          min={1}
          step={1}
        />
      </div>
      <div className="gr-Halves">
        <NumberField
          label={words.mostMinutes}
          unit={words.minuteUnit}
          value={team.mostMinutes}
          onChange={(mostMinutes) => set({ mostMinutes: mostMinutes ?? 0 })}
          min={1}
          max={DAY_MINUTES}
          step={1}
        />
        <NumberField
          label={words.restMinutes}
          unit={words.minuteUnit}
          value={team.restMinutes}
          onChange={(restMinutes) => set({ restMinutes: restMinutes ?? 0 })}
          min={0}
          step={1}
        />
      </div>
      <Switch isWide isSelected={isWholeDay(team)} onChange={(isWhole) => set(isWhole ? WHOLE_DAY : OFFICE_HOURS)}>
        {`${words.workHours}: ${words.wholeDay.toLocaleLowerCase()}`}
      </Switch>
      {!isWholeDay(team) && <HourFields value={team} onChange={set} />}
      <WeekdayPicker value={team.weekdays} onChange={(weekdays) => set({ weekdays })} />
    </RecordForm>
  );
}
