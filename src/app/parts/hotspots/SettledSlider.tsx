import { useContext, useState } from 'react';
import { Slider, type SliderProps } from '../../../ui';
import { OnlyDraws } from './onlyDraws';

export interface SettledSliderProps extends Omit<SliderProps, 'onChange' | 'onChangeEnd'> {
  readonly onSettled: (value: number) => void;
}

/** A slider whose value counts once it stands: for what takes seconds to compute. */
export function SettledSlider({ value, onSettled, ...slider }: SettledSliderProps) {
  const [draft, setDraft] = useState<number | null>(null);
  if (useContext(OnlyDraws)) return null;
  return (
    <Slider
      {...slider}
      value={draft ?? value}
      onChange={setDraft}
      onChangeEnd={(next) => {
        setDraft(null);
        onSettled(next);
      }}
    />
  );
}
