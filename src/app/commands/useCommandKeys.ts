import { useEffect, useRef } from 'react';
import { type CommandRegistry, runCommand } from './registry';
import { currentPlatform } from './shortcut';

export interface CommandKeysOptions<State> {
  readonly registry: CommandRegistry<State>;
  readonly state: State;
  readonly singleKeys: boolean;
  /** While scenes are presented no key does anything else. */
  readonly isOff?: boolean;
}

const TEXT_FIELD =
  'input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=file]), textarea, select, [contenteditable=""], [contenteditable=true]';
/** Where letters choose an entry by its first letters. */
const TYPE_AHEAD = '[role=menu], [role=listbox]';

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/**
 * Lets the registry's shortcuts work on the whole page: not while a modal dialog is open, not while a field takes text
 * (but for commands that say so), not while an input method composes, and not for keys that a control has already used.
 */
export function useCommandKeys<State>(options: CommandKeysOptions<State>): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const platform = currentPlatform();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (document.querySelector('[data-blocks-commands]')) return;
      const { registry, state, singleKeys, isOff } = latest.current;
      if (isOff) return;
      const isTyping = isWithin(event.target, TEXT_FIELD);
      const command = registry.findByKeys(event, state, {
        platform,
        isTyping,
        singleKeys: singleKeys && !isWithin(event.target, TYPE_AHEAD),
      });
      if (!command) return;
      event.preventDefault();
      runCommand(command, state);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
