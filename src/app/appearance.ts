import { useEffect } from 'react';
import type { Language } from '../i18n';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';
/** As --surface in tokens.css: the colour of the browser's own bar. */
const BAR_COLOUR: Record<Theme, string> = { light: '#ffffff', dark: '#151c1c' };

/** What the choice comes to on this computer now. */
export function resolveTheme(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  return window.matchMedia(DARK).matches ? 'dark' : 'light';
}

/** Calls back whenever the computer changes between light and dark; returns how to stop. */
export function watchSystemTheme(onChange: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Puts language and theme on the document: at once, and again when the computer changes its mind. */
export function useAppearance(language: Language, choice: ThemeChoice): void {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const apply = (): void => {
      const theme = resolveTheme(choice);
      document.documentElement.dataset.theme = theme;
      document.querySelector('meta[name="theme-color"]')?.setAttribute('content', BAR_COLOUR[theme]);
    };
    apply();
    return watchSystemTheme(apply);
  }, [choice]);
}
