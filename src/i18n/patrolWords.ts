import { patrols as en } from './en/patrols';
import { patrols as vi } from './vi/patrols';

/** What the screens of patrols say. */
export const patrolWords = { vi, en };
