import { useState } from 'react';
import { CATEGORIES, type Category, type TermList } from '../../domain';
import { useMessages } from '../../i18n';
import { termsWords } from '../../i18n/termsWords';
import { useWords } from '../../i18n/useWords';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import type { MapTheme } from '../../map/types';
import { Button, Dialog, TextField, TileGroup } from '../../ui';

export interface TermFormProps {
  readonly title: string;
  readonly list: TermList;
  readonly name: string;
  readonly look: Category;
  readonly theme: MapTheme;
  /** Gives null when it was saved, else what is wrong, in words. */
  readonly onSave: (name: string, look: Category) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Name and look of one category, or the name of a status. */
export function TermForm(props: TermFormProps) {
  const { title, list, theme, onSave, onClose } = props;
  const { common, incidents } = useMessages();
  const words = useWords(termsWords);
  const [name, setName] = useState(props.name);
  const [look, setLook] = useState(props.look);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const problem = await onSave(name, look);
    if (problem === null) onClose();
    else setWrong(problem);
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
        className="gr-Terms-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={name}
          onChange={(next) => {
            setName(next);
            setWrong(null);
          }}
          error={wrong}
          autoFocus
          maxLength={100}
        />
        {list === 'category' && (
          <TileGroup
            label={words.look}
            hint={words.lookHint}
            tiles={CATEGORIES.map((id) => ({
              id,
              title: incidents.categoryName[id],
              picture: <IncidentSymbol category={id} kind="administrative" isFlagged theme={theme} sizePx={22} />,
            }))}
            value={look}
            onChange={setLook}
          />
        )}
      </form>
    </Dialog>
  );
}
