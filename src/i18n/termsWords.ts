import { terms as en } from './en/terms';
import { terms as vi } from './vi/terms';

/** What the lists of categories and statuses say. */
export const termsWords = { vi, en };
