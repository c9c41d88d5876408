import { planDraft as en } from './en/planDraft';
import { planDraft as vi } from './vi/planDraft';

/** What is said of a plan before it is kept. */
export const planDraftWords = { vi, en };
