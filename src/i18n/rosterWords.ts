import { roster as en } from './en/roster';
import { roster as vi } from './vi/roster';

/** What the calendar of duties says. */
export const rosterWords = { vi, en };
