import { activities as en } from './en/activities';
import { activities as vi } from './vi/activities';

/** What the screen of outreach and patrols says. */
export const activitiesWords = { vi, en };
