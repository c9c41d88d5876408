import { figures as en } from './en/figures';
import { figures as vi } from './vi/figures';

/** What tables of figures say, on screen and in files. */
export const figureWords = { vi, en };
