import { gaps as en } from './en/gaps';
import { gaps as vi } from './vi/gaps';

/** What the screens of gaps, cover and fairness say. */
export const gapWords = { vi, en };
