export { decodeAddress, encodeAddress } from './addressBar';
export type { JournalEntry, JournalHeader, JournalPart } from './journal';
export type { Observable } from './observable';
export { type CommandInfo, openStore, type Store, type StoreOptions } from './openStore';
export type { StorageEstimate } from './persistence';
export { setPreference, usePreference } from './preferences';
export type { RecordVersion } from './recordHistory';
export * from './session';
