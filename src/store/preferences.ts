import { create } from 'zustand';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** What this browser remembers of how its user likes to work. No data of the register. */
export interface Preferences {
  readonly theme: ThemeChoice;
  readonly language: 'vi' | 'en';
  readonly welcomeSeen: boolean;
  /** Shortcuts of a single key without Ctrl. */
  readonly singleKeys: boolean;
  /** A plain date; null: never. */
  readonly lastBackupOn: string | null;
  /** The columns of the table of incidents, in order; null: those that come. */
  readonly tableColumns: readonly string[] | null;
  /** Pixels, by column of that table; one that is absent is as wide as it comes. */
  readonly columnWidths: Readonly<Record<string, number>>;
}

const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'vi',
  welcomeSeen: false,
  singleKeys: true,
  lastBackupOn: null,
  tableColumns: null,
  columnWidths: {},
};

const KEY = 'giap-ranh-preferences';

const CHECKS: { readonly [K in keyof Preferences]: (value: unknown) => value is Preferences[K] } = {
  theme: (value): value is ThemeChoice => value === 'system' || value === 'light' || value === 'dark',
  language: (value): value is 'vi' | 'en' => value === 'vi' || value === 'en',
  welcomeSeen: (value): value is boolean => typeof value === 'boolean',
  singleKeys: (value): value is boolean => typeof value === 'boolean',
  lastBackupOn: (value): value is string | null =>
    value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
  tableColumns: (value): value is readonly string[] | null =>
    value === null || (Array.isArray(value) && value.every((column) => typeof column === 'string')),
  columnWidths: (value): value is Readonly<Record<string, number>> =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((width) => typeof width === 'number' && width >= 16 && width <= 2_000),
};

/** Preferences out of their text; whatever is missing or wrong is as it comes. */
export function parsePreferences(text: string | null): Preferences {
  let stored: unknown = null;
  try {
    stored = JSON.parse(text ?? 'null');
  } catch {
    // Rubbish counts as nothing.
  }
  if (typeof stored !== 'object' || stored === null) return DEFAULT_PREFERENCES;
  const kept = Object.entries(stored).filter(([key, value]) => isPreference(key) && CHECKS[key](value));
  return { ...DEFAULT_PREFERENCES, ...Object.fromEntries(kept) };
}

function isPreference(key: string): key is keyof Preferences {
  return Object.hasOwn(CHECKS, key);
}

function read(): Preferences {
  try {
    return parsePreferences(globalThis.localStorage?.getItem(KEY) ?? null);
  } catch {
    return DEFAULT_PREFERENCES;
  }
}

/** Readable outside of the page's components by `getState` and `subscribe`; in them, take `usePreference`. */
export const preferences = create<Preferences>()(() => read());

/** Sets one preference and keeps it where the browser allows that; elsewhere it lasts until the page is left. */
export function setPreference<K extends keyof Preferences>(key: K, value: Preferences[K]): void {
  preferences.setState({ [key]: value } as Pick<Preferences, K>);
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(preferences.getState()));
  } catch {
    // Storage is off or full: the preference holds for this page.
  }
}

/** The present value of one preference; a hook. */
export function usePreference<K extends keyof Preferences>(key: K): Preferences[K] {
  return preferences((state) => state[key]);
}
