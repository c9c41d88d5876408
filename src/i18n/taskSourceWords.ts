import { taskSources as en } from './en/taskSources';
import { taskSources as vi } from './vi/taskSources';

/** What is said where tasks come from incidents and hotspots, and of their hours. */
export const taskSourceWords = { vi, en };
