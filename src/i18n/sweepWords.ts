import { sweep as en } from './en/sweep';
import { sweep as vi } from './vi/sweep';

/** What the screen of full sweeps says. */
export const sweepWords = { vi, en };
