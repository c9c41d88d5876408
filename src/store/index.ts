export { type AddressState, decodeAddress, encodeAddress } from './addressBar';
export type { StoreStatus } from './connection';
export type { Reference } from './database';
export type { EntryHandler, FollowedEntry, FollowOptions, IncidentChanges } from './follow';
export type { HistorySteps } from './history';
export type { IncidentChunk, StreamOptions } from './incidents';
export type { CommandParams, JournalEntry, JournalHeader, JournalPart, RecordChange } from './journal';
export type { Merged } from './merge';
export type { Observable } from './observable';
export { type CommandInfo, openStore, type Store, type StoreOptions } from './openStore';
export type { Persistence, StorageEstimate } from './persistence';
export {
  DEFAULT_PREFERENCES,
  type Preferences,
  preferences,
  setPreference,
  type ThemeChoice,
  usePreference,
} from './preferences';
export * from './session';
