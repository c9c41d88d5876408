import { useMessages } from '../../i18n';
import type { Command } from './registry';
import { currentPlatform, printShortcut } from './shortcut';

export interface CommandText {
  readonly title: string;
  readonly group: string;
  /** The first shortcut as printed on the keys; empty where there is none. */
  readonly keys: readonly string[];
  /** Why it cannot be chosen now; null when it can. */
  readonly disabledReason: string | null;
}

/** How a command reads on the screen, in the language and on the keyboard of the user. */
export function useCommandText(): <State>(command: Command<State>, state: State) => CommandText {
  const { commands } = useMessages();
  const platform = currentPlatform();
  return (command, state) => {
    const reason = command.disabled(state);
    const shortcut = command.keys[0];
    return {
      title: commands.titles[command.titleKey],
      group: commands.groups[command.groupKey],
      keys: shortcut === undefined ? [] : printShortcut(shortcut, platform, commands.keyNames),
      disabledReason: reason === null ? null : commands.reasons[reason],
    };
  };
}
