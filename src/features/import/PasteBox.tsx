import { useState } from 'react';
import { useFormat, useMessages } from '../../i18n';
import { Button, Dialog, TextField } from '../../ui';
import { countCells } from './pastedCells';

export interface PasteBoxProps {
  /** Opens the cells as if they were a file. */
  readonly onOpen: (text: string) => void;
  readonly onClose: () => void;
}

/** A box to paste cells into, for whoever cannot or will not paste them anywhere on the screen. */
export function PasteBox({ onOpen, onClose }: PasteBoxProps) {
  const { opening: words, common } = useMessages();
  const format = useFormat();
  const [text, setText] = useState('');
  const { rows, columns } = countCells(text);
  const isTable = columns > 1;
  return (
    <Dialog
      title={words.pasteTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" isDisabled={!isTable} onPress={() => onOpen(text)}>
            {words.pasteOpen}
          </Button>
        </>
      }
    >
      <div className="gr-Paste">
        <TextField
          label={words.pasteLabel}
          hint={words.pasteHint}
          isMultiline
          autoFocus
          value={text}
          onChange={setText}
          error={text.trim() !== '' && !isTable ? words.pasteNoColumns : null}
        />
        <p role="status">{isTable ? words.pasteRows(format.count(rows), format.count(columns)) : ''}</p>
      </div>
    </Dialog>
  );
}
