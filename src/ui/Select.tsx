import './Select.css';
import { Check, ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { FieldLabel, type FieldLabelling, FieldNotes } from './FieldParts';

export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly detail?: string;
}

export interface SelectProps<Id extends string> extends FieldLabelling {
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
}

/** One of a few. */
export function Select<Id extends string>({
  label,
  isLabelHidden = false,
  hint,
  error,
  options,
  value,
  onChange,
  isDisabled = false,
}: SelectProps<Id>) {
  return (
    <AriaSelect
      className="gr-Field gr-Select"
      value={value}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option) onChange(option.id);
      }}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Button className="gr-Input gr-Select-button">
        <SelectValue className="gr-Select-value" />
        <ChevronDown aria-hidden size={16} />
      </Button>
      <FieldNotes {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })} />
      <Popover className="gr-Popover gr-Select-popover" offset={4}>
        <ListBox className="gr-ListBox">
          {options.map(({ id, title, detail }) => (
            <ListBoxItem key={id} id={id} textValue={title} className="gr-ListBoxItem">
              <span className="gr-ListBoxItem-text">
                <span>{title}</span>
                {detail && <span className="gr-ListBoxItem-detail">{detail}</span>}
              </span>
              <Check aria-hidden size={16} className="gr-ListBoxItem-check" />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
