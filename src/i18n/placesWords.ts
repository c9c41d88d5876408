import { places as en } from './en/places';
import { places as vi } from './vi/places';

/** What the user's own gazetteer says. */
export const placesWords = { vi, en };
