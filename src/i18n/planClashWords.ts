import { planClash as en } from './en/planClash';
import { planClash as vi } from './vi/planClash';

/** What is said where two plans want one team at one time. */
export const planClashWords = { vi, en };
