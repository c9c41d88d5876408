import { createContext, type ReactNode, useContext } from 'react';
import { en } from './en';
import { type Formatter, formatters } from './format';
import type { Language, Messages } from './messages';
import { type TermWords, useTermWords } from './termWords';
import { vi } from './vi';

export type { Formatter } from './format';
export { formatters } from './format';
export type { Language, Messages } from './messages';
export { TermsProvider, type TermWords, termWords } from './termWords';

export const catalogues: Record<Language, Messages> = { vi, en };

const LanguageContext = createContext<Language>('vi');

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export const useLanguage = (): Language => useContext(LanguageContext);
export const useMessages = (): Messages => catalogues[useLanguage()];
export const useTerms = (): TermWords => useTermWords(useMessages());
/** The same in a language that need not be the screen's, for files. */
export const useTermsIn = (language: Language): TermWords => useTermWords(catalogues[language]);
export const useFormat = (): Formatter => formatters[useLanguage()];
