import { hotspots as en } from './en/hotspots';
import { hotspots as vi } from './vi/hotspots';

/** What the screens of hotspots say. */
export const hotspotWords = { vi, en };
