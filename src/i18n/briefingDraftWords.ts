import { briefingDraft as en } from './en/briefingDraft';
import { briefingDraft as vi } from './vi/briefingDraft';

/** What the scenes of a first briefing say. */
export const briefingDraftWords = { vi, en };
