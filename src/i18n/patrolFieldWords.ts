import { patrolField as en } from './en/patrolField';
import { patrolField as vi } from './vi/patrolField';

/** What sheets, files and lists of patrols say. */
export const patrolFieldWords = { vi, en };
