import { Crosshair } from 'lucide-react';
import { useState } from 'react';
import type { PlaceFields } from '../../commands';
import { useFormat, useMessages } from '../../i18n';
import { placesWords } from '../../i18n/placesWords';
import { useWords } from '../../i18n/useWords';
import { Button, Dialog, NumberField, TextField } from '../../ui';

export interface PlaceFormProps {
  readonly title: string;
  readonly fields: PlaceFields;
  readonly onFields: (fields: PlaceFields) => void;
  readonly onMove: () => void;
  /** Gives null when it was saved, else what is wrong, in words. */
  readonly onSave: (fields: PlaceFields) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Name, position and reach of one place. */
export function PlaceForm({ title, fields, onFields, onMove, onSave, onClose }: PlaceFormProps) {
  const { common } = useMessages();
  const words = useWords(placesWords);
  const format = useFormat();
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const problem = await onSave(fields);
    setWrong(problem);
    if (problem === null) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        className="gr-Places"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={fields.name}
          onChange={(name) => {
            setWrong(null);
            onFields({ ...fields, name });
          }}
          error={wrong}
          autoFocus
          maxLength={200}
        />
        <NumberField
          label={words.accuracy}
          unit="m"
          hint={words.accuracyHint}
          value={fields.accuracyM}
          onChange={(accuracyM) => onFields({ ...fields, accuracyM: accuracyM ?? 0 })}
          min={0}
          max={20_000}
        />
        <p className="gr-muted gr-tabular">
          {format.decimal(fields.lat, 5)}, {format.decimal(fields.lng, 5)}
        </p>
        <div>
          <Button icon={Crosshair} onPress={onMove}>
            {words.move}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
