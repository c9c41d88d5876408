import './fonts.css';
import './tokens.css';
import './base.css';
import { createContext, type ReactNode, useContext } from 'react';
import { I18nProvider } from 'react-aria-components';
import { speak } from './reactAria';
import type { UiStrings } from './strings';

interface UiSettings {
  readonly locale: string;
  readonly strings: UiStrings;
}

const UiContext = createContext<UiSettings | null>(null);

/** Gives every control its words and its number format. `locale` is a BCP 47 tag: 'vi-VN', 'en-GB'. */
export function UiProvider({ locale, strings, children }: UiSettings & { readonly children: ReactNode }) {
  speak(strings);
  return (
    <I18nProvider locale={locale}>
      <UiContext value={{ locale, strings }}>{children}</UiContext>
    </I18nProvider>
  );
}

export function useUi(): UiSettings {
  const settings = useContext(UiContext);
  if (!settings) throw new Error('A control was drawn outside UiProvider.');
  return settings;
}
