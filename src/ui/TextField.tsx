import type { HTMLInputTypeAttribute, KeyboardEvent } from 'react';
import { TextField as AriaTextField, Input, TextArea } from 'react-aria-components';
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

export function TextField({
  label,
  isLabelHidden = false,
  hint,
  error,
  placeholder,
  isMultiline = false,
  ...field
}: TextFieldProps) {
  const input = { className: 'gr-Input', ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <AriaTextField {...field} className="gr-Field" isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      {isMultiline ? <TextArea {...input} /> : <Input {...input} />}
      <FieldNotes {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })} />
    </AriaTextField>
  );
}
