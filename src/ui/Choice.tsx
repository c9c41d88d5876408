import './Choice.css';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  Radio,
} from 'react-aria-components';
import { classNames } from './classNames';
import { FieldLabel, type FieldLabelling, FieldNotes } from './FieldParts';

interface ToggleProps {
  readonly children: ReactNode;
  readonly hint?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

function ChoiceText({ children, hint }: { readonly children: ReactNode; readonly hint?: string | undefined }) {
  return (
    <span className="gr-Choice-text">
      <span>{children}</span>
      {hint && <span className="gr-Choice-hint">{hint}</span>}
    </span>
  );
}

export interface CheckboxProps extends ToggleProps {
  readonly isIndeterminate?: boolean;
}

export function Checkbox({ children, hint, ...toggle }: CheckboxProps) {
  return (
    <AriaCheckbox {...toggle} className="gr-Choice">
      <span className="gr-Choice-mark">
        {toggle.isIndeterminate ? <Minus aria-hidden size={12} /> : <Check aria-hidden size={12} strokeWidth={3} />}
      </span>
      <ChoiceText hint={hint}>{children}</ChoiceText>
    </AriaCheckbox>
  );
}

export interface SwitchProps extends ToggleProps {
  /** The text at the start of the line and the switch at its end. */
  readonly isWide?: boolean;
}

/** On or off, at once. */
export function Switch({ children, hint, isWide = false, ...toggle }: SwitchProps) {
  return (
    <AriaSwitch {...toggle} className={classNames('gr-Choice', isWide && 'gr-Switch-wide')}>
      <span className="gr-Switch-track" />
      <ChoiceText hint={hint}>{children}</ChoiceText>
    </AriaSwitch>
  );
}

export interface RadioOption<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly hint?: string;
}

export interface RadioGroupProps<Id extends string> extends FieldLabelling {
  readonly options: readonly RadioOption<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

export function RadioGroup<Id extends string>({
  label,
  isLabelHidden = false,
  hint,
  error,
  options,
  value,
  onChange,
  isDisabled = false,
}: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      className="gr-Field"
      value={value}
      onChange={(id) => {
        const option = options.find((candidate) => candidate.id === id);
        if (option) onChange(option.id);
      }}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <div className="gr-Choice-group">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="gr-Choice">
            <span className="gr-Choice-mark gr-Choice-round" />
            <ChoiceText hint={option.hint}>{option.title}</ChoiceText>
          </Radio>
        ))}
      </div>
      <FieldNotes {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })} />
    </AriaRadioGroup>
  );
}
