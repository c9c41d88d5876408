import { entry as en } from './en/entry';
import { entry as vi } from './vi/entry';

/** What the form for one incident says. */
export const entryWords = { vi, en };
