import './commands.css';
import { Search } from 'lucide-react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { matchesFolded } from '../../domain';
import { useMessages } from '../../i18n';
import { Dialog, Kbd } from '../../ui';
import { type Command, type CommandRegistry, PALETTE_COMMAND, runCommand } from './registry';
import { useCommandText } from './useCommandText';

export interface CommandPaletteProps<State> {
  readonly registry: CommandRegistry<State>;
  readonly state: State;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All commands that make sense now, found by any part of their name, without marks. */
export function CommandPalette<State>({ registry, state, isOpen, onClose }: CommandPaletteProps<State>) {
  const { commands: words } = useMessages();
  const textOf = useCommandText();
  const commands = registry.availableIn(state).filter(({ id }) => id !== PALETTE_COMMAND);
  const choose = (command: Command<State>): void => {
    onClose();
    runCommand(command, state);
  };
  return (
    <Dialog title={words.titles.openPalette} isOpen={isOpen} onClose={onClose}>
      <div className="gr-Palette">
        <Autocomplete filter={matchesFolded}>
          <SearchField aria-label={words.titles.openPalette} autoFocus className="gr-Palette-field">
            <Search aria-hidden size={16} className="gr-Palette-mark" />
            <Input
              className="gr-Input"
              placeholder={words.palettePlaceholder}
              role="combobox"
              aria-expanded
              aria-haspopup="listbox"
            />
          </SearchField>
          <ListBox
            aria-label={words.paletteList}
            className="gr-Palette-list"
            renderEmptyState={() => <p className="gr-Palette-empty">{words.paletteEmpty}</p>}
          >
            {commands.map((command) => {
              const { title, group, keys, disabledReason } = textOf(command, state);
              return (
                <ListBoxItem
                  key={command.id}
                  id={command.id}
                  textValue={`${title} ${group}`}
                  isDisabled={disabledReason !== null}
                  onAction={() => choose(command)}
                  className="gr-MenuItem"
                >
                  <span className="gr-MenuItem-text">
                    <span>{title}</span>
                    {disabledReason && <span className="gr-MenuItem-reason">{disabledReason}</span>}
                  </span>
                  <span className="gr-MenuItem-reason">{group}</span>
                  {keys.length > 0 && <Kbd keys={keys} />}
                </ListBoxItem>
              );
            })}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
