import './SegmentedControl.css';
import type { LucideIcon } from 'lucide-react';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import { FieldLabel } from './FieldParts';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly icon?: LucideIcon;
}

export interface SegmentedControlProps<Id extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
}

/** One of two to four, all in sight: the edition, the theme, the language. */
export function SegmentedControl<Id extends string>({
  label,
  isLabelHidden = false,
  segments,
  value,
  onChange,
  isDisabled = false,
}: SegmentedControlProps<Id>) {
  return (
    <AriaRadioGroup
      className="gr-Field gr-Segmented"
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      onChange={(id) => {
        const segment = segments.find((candidate) => candidate.id === id);
        if (segment) onChange(segment.id);
      }}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <div className="gr-Segmented-line">
        {segments.map(({ id, title, icon: Icon }) => (
          <Radio key={id} value={id} className="gr-Segment">
            {Icon && <Icon aria-hidden size={16} />}
            {title}
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
