import './NumberField.css';
import { Minus, Plus } from 'lucide-react';
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components';
import { FieldLabel, type FieldLabelling, FieldNotes } from './FieldParts';

export interface NumberFieldProps extends FieldLabelling {
  /** null: empty. */
  readonly value: number | null;
  /** Called when the value is committed: by Enter, by leaving the field, by the buttons or the arrow keys. */
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Written behind the number. */
  readonly unit?: string;
  readonly format?: Intl.NumberFormatOptions;
  readonly hasButtons?: boolean;
}

/** A number in the notation of the language: 1.234,5 in Vietnamese. */
export function NumberField({
  label,
  isLabelHidden = false,
  hint,
  error,
  value,
  onChange,
  min,
  max,
  step,
  unit,
  format,
  hasButtons = false,
  isDisabled = false,
}: NumberFieldProps) {
  return (
    <AriaNumberField
      className="gr-Field gr-NumberField"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      validationBehavior="aria"
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      {...(format === undefined ? {} : { formatOptions: format })}
    >
      <FieldLabel label={unit ? `${label} (${unit})` : label} isLabelHidden={isLabelHidden} />
      <Group className="gr-NumberField-group">
        <Input
          className="gr-Input gr-tabular"
          // Room for the unit, and for what stands about it.
          {...(unit ? { style: { paddingInlineEnd: `calc(${unit.length}ch + 20px)` } } : {})}
        />
        {unit && (
          <span aria-hidden className="gr-NumberField-unit">
            {unit}
          </span>
        )}
        {hasButtons && (
          <>
            <Button slot="decrement" className="gr-NumberField-button">
              <Minus aria-hidden size={14} />
            </Button>
            <Button slot="increment" className="gr-NumberField-button">
              <Plus aria-hidden size={14} />
            </Button>
          </>
        )}
      </Group>
      <FieldNotes {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })} />
    </AriaNumberField>
  );
}
