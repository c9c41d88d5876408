import { useState } from 'react';
import type { Layer } from '../../domain';
import { useMessages } from '../../i18n';
import { Button, Dialog, TextField } from '../../ui';

interface Props {
  readonly layer: Layer;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameLayerDialog({ layer, onSave, onClose }: Props) {
  const { common, layers: words } = useMessages();
  const [name, setName] = useState(layer.name);
  const clean = name.normalize('NFC').trim();
  const save = (): void => {
    if (clean === '') return;
    if (clean !== layer.name) onSave(clean);
    onClose();
  };
  return (
    <Dialog
      title={words.renameTitle}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={save} isDisabled={clean === ''}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={words.name}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={120}
          error={clean === '' ? words.nameMissing : null}
        />
      </form>
    </Dialog>
  );
}
