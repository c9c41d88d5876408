import { describe, expect, it } from 'vitest';
import { type Command, createRegistry, runCommand } from '../../../src/app/commands/registry';
import { shellCommands } from '../../../src/app/commands/shellCommands';

interface State {
  readonly isThere: boolean;
  readonly isBlocked: boolean;
  readonly ran: string[];
}

const command = (id: string, keys: readonly string[], more: Partial<Command<State>> = {}): Command<State> => ({
  id,
  groupKey: 'view',
  titleKey: 'togglePanel',
  keys,
  available: () => true,
  disabled: () => null,
  run: (state) => state.ran.push(id),
  ...more,
});

const state = (more: Partial<State> = {}): State => ({ isThere: true, isBlocked: false, ran: [], ...more });
const letter = (key: string) => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
});
const FREE = { platform: 'other', isTyping: false, singleKeys: true } as const;

describe('the registry', () => {
  it('refuses two commands of one id and two of one shortcut', () => {
    expect(() => createRegistry([command('a', []), command('a', [])])).toThrow('a');
    expect(() => createRegistry([command('a', ['Mod+Shift+K']), command('b', ['Shift+Mod+k'])])).toThrow('share');
  });

  it('finds a command by its keys only where it makes sense', () => {
    const registry = createRegistry([command('a', ['L'], { available: (now) => now.isThere })]);
    expect(registry.findByKeys(letter('l'), state(), FREE)?.id).toBe('a');
    expect(registry.findByKeys(letter('l'), state({ isThere: false }), FREE)).toBeNull();
    expect(registry.availableIn(state({ isThere: false }))).toEqual([]);
  });

  it('leaves keys to a field in which text is typed, unless the command says otherwise', () => {
    const registry = createRegistry([
      command('a', ['L']),
      command('b', ['Mod+K'], { worksInFields: true }),
      command('c', ['Mod+Z']),
    ]);
    const typing = { ...FREE, isTyping: true };
    expect(registry.findByKeys(letter('l'), state(), typing)).toBeNull();
    expect(registry.findByKeys({ ...letter('z'), ctrlKey: true }, state(), typing)).toBeNull();
    expect(registry.findByKeys({ ...letter('k'), ctrlKey: true }, state(), typing)?.id).toBe('b');
  });

  it('can do without single keys', () => {
    const registry = createRegistry([command('a', ['L', 'Mod+L'])]);
    const off = { ...FREE, singleKeys: false };
    expect(registry.findByKeys(letter('l'), state(), off)).toBeNull();
    expect(registry.findByKeys({ ...letter('l'), ctrlKey: true }, state(), off)?.id).toBe('a');
  });

  it('runs nothing that is disabled or hidden', () => {
    const now = state();
    expect(runCommand(command('a', [], { disabled: () => 'noSearchHere' }), now)).toBe(false);
    expect(runCommand(command('b', [], { available: () => false }), now)).toBe(false);
    expect(runCommand(command('c', []), now)).toBe(true);
    expect(now.ran).toEqual(['c']);
  });

  it('takes the shell commands without a clash', () => {
    expect(createRegistry(shellCommands).commands.length).toBeGreaterThan(8);
    expect(() => createRegistry(shellCommands).get('no.such')).toThrow('no.such');
  });
});
