import './TileGroup.css';
import type { ReactNode, Ref } from 'react';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import { FieldLabel, type FieldLabelling, FieldNotes } from './FieldParts';

export interface Tile<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Drawn before the title; hidden from readers. */
  readonly picture?: ReactNode;
}

export interface TileGroupProps<Id extends string> extends FieldLabelling {
  readonly tiles: readonly Tile<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** One of up to a dozen or two, all in sight, each large enough for a finger. */
export function TileGroup<Id extends string>({
  label,
  isLabelHidden = false,
  hint,
  error,
  tiles,
  value,
  onChange,
  isDisabled = false,
  ref,
}: TileGroupProps<Id>) {
  return (
    <AriaRadioGroup
      className="gr-Field"
      value={value}
      onChange={(id) => {
        const tile = tiles.find((candidate) => candidate.id === id);
        if (tile) onChange(tile.id);
      }}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      {...(ref ? { ref } : {})}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <div className="gr-Tiles">
        {tiles.map(({ id, title, picture }) => (
          <Radio key={id} value={id} className="gr-Tile">
            {picture}
            <span>{title}</span>
          </Radio>
        ))}
      </div>
      <FieldNotes {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })} />
    </AriaRadioGroup>
  );
}
