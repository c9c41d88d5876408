import { useLanguage } from './index';
import type { Language } from './messages';

/** The words of a screen that is loaded when it is first opened, in the language of the user; a hook. */
export function useWords<Words>(words: Readonly<Record<Language, Words>>): Words {
  return words[useLanguage()];
}
