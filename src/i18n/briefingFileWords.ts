import { briefingFile as en } from './en/briefingFile';
import { briefingFile as vi } from './vi/briefingFile';

/** What is said of a briefing's files, on screen and in them. */
export const briefingFileWords = { vi, en };
