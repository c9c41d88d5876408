import { Check } from 'lucide-react';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useMessages } from '../../i18n';
import { TextField, Tooltip } from '../../ui';
import { isHexColor, LAYER_COLORS } from './layerColors';

interface Props {
  /** `#rrggbb`. */
  readonly value: string;
  readonly onChange: (color: string) => void;
  /** Whether what stands in the field is a colour; `onChange` is only called with colours. */
  readonly onValidity: (isValid: boolean) => void;
}

/** A colour of the offered ones, or any by its code. */
export function ColorField({ value, onChange, onValidity }: Props) {
  const { layers: words } = useMessages();
  const [code, setCode] = useState(value);
  const take = (next: string): void => {
    setCode(next);
    const clean = next.trim().toLowerCase();
    onValidity(isHexColor(clean));
    if (isHexColor(clean)) onChange(clean);
  };
  return (
    <>
      <RadioGroup className="gr-Field" orientation="horizontal" value={value.toLowerCase()} onChange={take}>
        <Label className="gr-Field-label">{words.color}</Label>
        <div className="gr-Colors">
          {LAYER_COLORS.map(({ id, color }) => (
            <Tooltip key={id} text={words.colors[id]}>
              <Radio value={color} aria-label={words.colors[id]} className="gr-Color">
                <svg width={24} height={24} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                  <circle cx={12} cy={12} r={11} fill={color} />
                </svg>
                <Check aria-hidden size={14} strokeWidth={3} className="gr-Color-check" />
              </Radio>
            </Tooltip>
          ))}
        </div>
      </RadioGroup>
      <TextField
        label={words.customColor}
        hint={words.customColorHint}
        value={code}
        onChange={take}
        maxLength={9}
        error={isHexColor(code.trim()) ? null : words.customColorWrong}
      />
    </>
  );
}
