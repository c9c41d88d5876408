export { DraftOffer } from './DraftOffer';
export { EntryForm } from './EntryForm';
export {
  draftOf,
  type EntryDraft,
  isWorthKeeping,
  newDraft,
  nextDraft,
  readEntry,
} from './entryDraft';
export { type KeptDraft, readKeptDraft } from './keptDraft';
export type { PlaceReading } from './WhereFields';
