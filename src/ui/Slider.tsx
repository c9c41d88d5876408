import './Slider.css';
import { Slider as AriaSlider, Label, SliderFill, SliderThumb, SliderTrack } from 'react-aria-components';
import { NumberField } from './NumberField';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  /** On every move. */
  readonly onChange: (value: number) => void;
  /** Once, when the thumb is let go or the number is committed. */
  readonly onChangeEnd?: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly unit?: string;
  readonly format?: Intl.NumberFormatOptions;
  readonly isDisabled?: boolean;
}

/** A slider and, beside it, the same value as a number field. */
export function Slider({
  label,
  value,
  onChange,
  onChangeEnd,
  min,
  max,
  step = 1,
  unit,
  format,
  isDisabled = false,
}: SliderProps) {
  const formatting = format === undefined ? {} : { format };
  return (
    <div className="gr-Slider-line">
      <AriaSlider
        className="gr-Slider"
        value={value}
        onChange={onChange}
        {...(onChangeEnd ? { onChangeEnd } : {})}
        minValue={min}
        maxValue={max}
        step={step}
        isDisabled={isDisabled}
        {...(format === undefined ? {} : { formatOptions: format })}
      >
        <Label className="gr-Slider-label">{label}</Label>
        <SliderTrack className="gr-Slider-track">
          <SliderFill className="gr-Slider-fill" />
          <SliderThumb className="gr-Slider-thumb" />
        </SliderTrack>
      </AriaSlider>
      <NumberField
        label={label}
        isLabelHidden
        value={value}
        onChange={(next) => {
          if (next === null) return;
          onChange(next);
          onChangeEnd?.(next);
        }}
        min={min}
        max={max}
        step={step}
        isDisabled={isDisabled}
        {...(unit === undefined ? {} : { unit })}
        {...formatting}
      />
    </div>
  );
}
