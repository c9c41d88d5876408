import { en } from '../../../src/i18n/en/index.ts';
import { formatters } from '../../../src/i18n/format.ts';
import { vi } from '../../../src/i18n/vi/index.ts';

export const KEY_OF_PREFERENCES = 'giap-ranh-preferences';

/** What the screen says, by language. */
export const WORDS = { vi, en } as const;
export { formatters as FORMATS };
export type Words = typeof vi;

/** "1.234" or "1,234" → 1234. */
export function readCount(text: string): number {
  const digits = text.replace(/[.,\s\u00a0]/g, '');
  if (!/^-?\d+$/.test(digits)) throw new Error(`"${text}" is no count.`);
  return Number(digits);
}

/** What is read off the screen, with plain spaces: where a line may not break there are others. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
