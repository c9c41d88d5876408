import { describe, expect, it } from 'vitest';
import {
  canonicalShortcut,
  isSingleKey,
  type KeyPress,
  matchesShortcut,
  printShortcut,
} from '../../../src/app/commands/shortcut';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

const NAMES = { space: 'Phím cách', escape: 'Esc', enter: 'Enter', delete: 'Delete' };

describe('a shortcut', () => {
  it('takes Ctrl on one platform and Command on the other, and never both', () => {
    const ctrlK = press('k', 'KeyK', { ctrlKey: true });
    const cmdK = press('k', 'KeyK', { metaKey: true });
    expect(matchesShortcut('Mod+K', ctrlK, 'other')).toBe(true);
    expect(matchesShortcut('Mod+K', cmdK, 'other')).toBe(false);
    expect(matchesShortcut('Mod+K', cmdK, 'apple')).toBe(true);
    expect(matchesShortcut('Mod+K', ctrlK, 'apple')).toBe(false);
    expect(matchesShortcut('Mod+K', press('k', 'KeyK', { ctrlKey: true, metaKey: true }), 'other')).toBe(false);
  });

  it('goes by the letter that is printed, where the layout prints Latin letters', () => {
    expect(matchesShortcut('A', press('a', 'KeyQ'), 'other')).toBe(true);
    expect(matchesShortcut('Q', press('a', 'KeyQ'), 'other')).toBe(false);
  });

  it('goes by the place on layouts without them', () => {
    expect(matchesShortcut('Mod+K', press('л', 'KeyK', { ctrlKey: true }), 'other')).toBe(true);
    expect(matchesShortcut('1', press('ă', 'Digit1'), 'other')).toBe(true);
    expect(matchesShortcut('?', press('؟', 'Slash', { shiftKey: true }), 'other')).toBe(true);
  });

  it('asks for Shift with letters, not with symbols', () => {
    expect(matchesShortcut('?', press('?', 'Slash', { shiftKey: true }), 'other')).toBe(true);
    expect(matchesShortcut('?', press('?', 'KeyM'), 'other')).toBe(true);
    expect(matchesShortcut('L', press('L', 'KeyL', { shiftKey: true }), 'other')).toBe(false);
    expect(matchesShortcut('Mod+Shift+Z', press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'other')).toBe(true);
    expect(matchesShortcut('Mod+Z', press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'other')).toBe(false);
  });

  it('does not take a key with Alt or Ctrl for the bare key', () => {
    expect(matchesShortcut('L', press('l', 'KeyL', { altKey: true }), 'other')).toBe(false);
    expect(matchesShortcut('L', press('l', 'KeyL', { ctrlKey: true }), 'other')).toBe(false);
  });

  it('is printed as on the keyboard', () => {
    expect(printShortcut('Mod+Shift+Z', 'other', NAMES)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(printShortcut('Mod+K', 'apple', NAMES)).toEqual(['⌘', 'K']);
    expect(printShortcut('Space', 'other', NAMES)).toEqual(['Phím cách']);
    expect(printShortcut('ArrowUp', 'other', NAMES)).toEqual(['↑']);
  });

  it('has one spelling, and knows whether it is a single key', () => {
    expect(canonicalShortcut('Shift+Mod+z')).toBe(canonicalShortcut('Mod+Shift+Z'));
    expect(isSingleKey('L')).toBe(true);
    expect(isSingleKey('Mod+L')).toBe(false);
    expect(isSingleKey('Escape')).toBe(false);
  });
});
