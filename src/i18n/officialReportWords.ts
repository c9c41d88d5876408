import { officialReport as en } from './en/officialReport';
import { officialReport as vi } from './vi/officialReport';

/** What is said of the review report, its form and its templates. */
export const officialReportWords = { vi, en };
