import type { vi } from './vi';

/** The type of all messages: Vietnamese is the source, every other language has the same shape. */
export type Messages = typeof vi;
export type Language = 'vi' | 'en';
