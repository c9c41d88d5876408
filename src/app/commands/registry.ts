import type { Messages } from '../../i18n';
import {
  canonicalShortcut,
  isSingleKey,
  type KeyPress,
  matchesShortcut,
  type Platform,
  type Shortcut,
} from './shortcut';

export type CommandGroupKey = keyof Messages['commands']['groups'];
export type CommandTitleKey = keyof Messages['commands']['titles'];
export type CommandReasonKey = keyof Messages['commands']['reasons'];

/** One thing that a user can ask for. Menus, the palette, shortcuts and the help for keys are all drawn from these. */
export interface Command<State> {
  readonly id: string;
  readonly groupKey: CommandGroupKey;
  readonly titleKey: CommandTitleKey;
  /** The first is the one that is shown. */
  readonly keys: readonly Shortcut[];
  /** Whether it makes sense now; where not, it is not shown at all. */
  readonly available: (state: State) => boolean;
  /** Why it is shown but cannot be chosen now; null when it can. */
  readonly disabled: (state: State) => CommandReasonKey | null;
  readonly run: (state: State) => void;
  /** Its keys also work while typing in a field. */
  readonly worksInFields?: boolean;
}

export interface CommandRegistry<State> {
  readonly commands: readonly Command<State>[];
  readonly get: (id: string) => Command<State>;
  /** The commands that make sense now, in the order of registration. */
  readonly availableIn: (state: State) => readonly Command<State>[];
  /** The command that these keys ask for now, disabled or not. */
  readonly findByKeys: (press: KeyPress, state: State, options: FindOptions) => Command<State> | null;
}

export interface FindOptions {
  readonly platform: Platform;
  /** The press comes from a field in which text is typed. */
  readonly isTyping: boolean;
  /** Whether shortcuts of one key are on. */
  readonly singleKeys: boolean;
}

/** Throws where two commands share an id or a shortcut: that is a mistake of ours, found when the application starts. */
export function createRegistry<State>(commands: readonly Command<State>[]): CommandRegistry<State> {
  const byId = new Map<string, Command<State>>();
  const byKeys = new Map<string, string>();
  for (const command of commands) {
    if (byId.has(command.id)) throw new Error(`Two commands are called ${command.id}.`);
    byId.set(command.id, command);
    for (const shortcut of command.keys) {
      const keys = canonicalShortcut(shortcut);
      const other = byKeys.get(keys);
      if (other !== undefined) throw new Error(`${other} and ${command.id} share the shortcut ${keys}.`);
      byKeys.set(keys, command.id);
    }
  }
  const availableIn = (state: State): readonly Command<State>[] =>
    commands.filter((command) => command.available(state));
  return {
    commands,
    get: (id) => {
      const command = byId.get(id);
      if (!command) throw new Error(`There is no command ${id}.`);
      return command;
    },
    availableIn,
    findByKeys: (press, state, { platform, isTyping, singleKeys }) =>
      availableIn(state).find(
        (command) =>
          (!isTyping || command.worksInFields === true) &&
          command.keys.some(
            (shortcut) => (singleKeys || !isSingleKey(shortcut)) && matchesShortcut(shortcut, press, platform),
          ),
      ) ?? null,
  };
}

/** Runs the command unless it is hidden or disabled now; says whether it ran. */
export function runCommand<State>(command: Command<State>, state: State): boolean {
  if (!command.available(state) || command.disabled(state) !== null) return false;
  command.run(state);
  return true;
}

/** The command that opens the palette: no use inside it. */
export const PALETTE_COMMAND = 'app.palette';
