import { exporting as en } from './en/exporting';
import type { Language } from './messages';
import { exporting as vi } from './vi/exporting';

/** The words of files out and of the dialog that makes them: apart from all others, since they are loaded with it. */
export const exportWords: Readonly<Record<Language, typeof vi>> = { vi, en };
