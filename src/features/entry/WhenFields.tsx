import { entryWords } from '../../i18n/entryWords';
import { useWords } from '../../i18n/useWords';
import { SegmentedControl, TextField } from '../../ui';
import type { EntryDraft } from './entryDraft';

export interface WhenFieldsProps {
  readonly draft: EntryDraft;
  readonly onChange: (change: Partial<EntryDraft>) => void;
  readonly error: string | null;
}

/** When it happened: a moment, a day, or between two moments. */
export function WhenFields({ draft, onChange, error }: WhenFieldsProps) {
  const words = useWords(entryWords);
  const { whenMode } = draft;
  const isSpan = whenMode === 'span';
  return (
    <fieldset className="gr-Entry-group">
      <legend className="gr-Field-label">{words.when}</legend>
      <SegmentedControl
        label={words.when}
        isLabelHidden
        segments={(['moment', 'day', 'span'] as const).map((id) => ({ id, title: words.whenModes[id] }))}
        value={whenMode}
        onChange={(mode) => onChange({ whenMode: mode })}
      />
      <div className="gr-Entry-pair">
        <TextField
          label={isSpan ? words.dayFrom : words.day}
          type="date"
          value={draft.day}
          onChange={(day) => onChange({ day })}
          error={error}
        />
        {whenMode !== 'day' && (
          <TextField
            label={isSpan ? words.timeFrom : words.time}
            type="time"
            value={draft.time}
            onChange={(time) => onChange({ time })}
          />
        )}
      </div>
      {isSpan && (
        <div className="gr-Entry-pair">
          <TextField label={words.dayTo} type="date" value={draft.dayTo} onChange={(dayTo) => onChange({ dayTo })} />
          <TextField
            label={words.timeTo}
            type="time"
            value={draft.timeTo}
            onChange={(timeTo) => onChange({ timeTo })}
          />
        </div>
      )}
    </fieldset>
  );
}
