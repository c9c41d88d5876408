import type { HTMLInputTypeAttribute, KeyboardEvent } from 'react';
import { TextField as AriaTextField, Input, TextArea, useLocale } from 'react-aria-components';
import { FieldLabel, type FieldLabelling, FieldNotes } from './FieldParts';

export interface TextFieldProps extends FieldLabelling {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly placeholder?: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly isMultiline?: boolean;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
}

/** "Thứ Tư, 11/12/2019": browsers write the days of their date fields in their own order, which may be another one. */
function dayInWords(day: string, locale: string): string | null {
  const time = Date.parse(`${day}T00:00Z`);
  if (Number.isNaN(time)) return null;
  const parts = { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, parts).format(time);
}

export function TextField({
  label,
  isLabelHidden = false,
  hint,
  error,
  placeholder,
  isMultiline = false,
  ...field
}: TextFieldProps) {
  const { locale } = useLocale();
  const notes = [field.type === 'date' ? dayInWords(field.value, locale) : null, hint].filter(Boolean).join(' · ');
  const input = { className: 'gr-Input', ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <AriaTextField {...field} className="gr-Field" isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      {isMultiline ? <TextArea {...input} /> : <Input {...input} />}
      <FieldNotes {...(notes === '' ? {} : { hint: notes })} {...(error === undefined ? {} : { error })} />
    </AriaTextField>
  );
}
