/**
 * A shortcut is written as modifiers and a key, joined by `+`: `Mod+K`, `Mod+Shift+Z`, `?`, `/`, `Escape`, `ArrowUp`.
 * `Mod` is Command on Apple's machines and Ctrl elsewhere. Letters and digits mean the key that prints them; where the
 * layout prints no Latin letters (or Vietnamese ones on the digit row), the key in the same place of a Latin keyboard.
 */
export type Shortcut = string;

export type Platform = 'apple' | 'other';

interface Parsed {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** The part of a keyboard event that shortcuts look at. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function currentPlatform(): Platform {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'apple' : 'other';
}

function parse(shortcut: Shortcut): Parsed {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { key: key.length === 1 ? key.toLowerCase() : key, mod: has('Mod'), shift: has('Shift'), alt: has('Alt') };
}

/** One spelling for one shortcut, so that two commands cannot share it unseen. */
export function canonicalShortcut(shortcut: Shortcut): string {
  const { key, mod, shift, alt } = parse(shortcut);
  return [mod && 'Mod', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

const PLACES: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ['/', '?'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
};

function keyOf({ key, code, shiftKey }: KeyPress): string {
  if (key.length > 1) return key;
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase();
  const byPlace = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return byPlace?.toLowerCase() ?? PLACES[code]?.[shiftKey ? 1 : 0] ?? key;
}

const isSymbol = (key: string): boolean => key.length === 1 && !/[a-z0-9]/.test(key);

export function matchesShortcut(shortcut: Shortcut, press: KeyPress, platform: Platform): boolean {
  const wanted = parse(shortcut);
  const [mod, other] = platform === 'apple' ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  const key = keyOf(press);
  // Whether a symbol needs Shift depends on the layout, so Shift says nothing there.
  const isShiftRight = isSymbol(wanted.key) || press.shiftKey === wanted.shift;
  return key === wanted.key && mod === wanted.mod && !other && press.altKey === wanted.alt && isShiftRight;
}

/** A shortcut that types a letter when no field listens: one that can be switched off. */
export function isSingleKey(shortcut: Shortcut): boolean {
  const { key, mod, alt } = parse(shortcut);
  return !mod && !alt && key.length === 1;
}

export interface KeyNames {
  readonly space: string;
  readonly escape: string;
  readonly enter: string;
  readonly delete: string;
}

/** As printed on the keyboard, one entry a key: ['Ctrl', 'K'], ['⌘', 'K']. */
export function printShortcut(shortcut: Shortcut, platform: Platform, names: KeyNames): string[] {
  const { key, mod, shift, alt } = parse(shortcut);
  const isApple = platform === 'apple';
  const printed: Readonly<Record<string, string>> = {
    ' ': names.space,
    Space: names.space,
    Escape: names.escape,
    Enter: names.enter,
    Delete: names.delete,
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
  };
  return [
    ...(mod ? [isApple ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [isApple ? '⌥' : 'Alt'] : []),
    ...(shift ? [isApple ? '⇧' : 'Shift'] : []),
    printed[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ];
}
