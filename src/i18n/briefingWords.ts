import { briefing as en } from './en/briefing';
import { briefing as vi } from './vi/briefing';

/** What the screens of briefings say. */
export const briefingWords = { vi, en };
