import { handPlan as en } from './en/handPlan';
import { handPlan as vi } from './vi/handPlan';

/** What is said where plans are changed by hand. */
export const handPlanWords = { vi, en };
