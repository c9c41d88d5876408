import type { ReactNode } from 'react';
import { catalogues, type Language, LanguageProvider } from '../i18n';
import { UiProvider } from '../ui';
import { type ThemeChoice, useAppearance } from './appearance';
import { ErrorBoundary } from './shell/ErrorBoundary';

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

export interface AppProvidersProps {
  readonly language: Language;
  readonly theme: ThemeChoice;
  /** Downloads the journal, from the screen that appears when something impossible has happened. */
  readonly onBackup: () => Promise<void>;
  readonly children: ReactNode;
}

/** What every screen needs around it: words, number format, appearance, and a net for what should never happen. */
export function AppProviders({ language, theme, onBackup, children }: AppProvidersProps) {
  useAppearance(language, theme);
  return (
    <LanguageProvider language={language}>
      <UiProvider locale={LOCALES[language]} strings={catalogues[language].common.ui}>
        <ErrorBoundary onBackup={onBackup}>{children}</ErrorBoundary>
      </UiProvider>
    </LanguageProvider>
  );
}
