import { pictures as en } from './en/pictures';
import { pictures as vi } from './vi/pictures';

/** What pictures, printed sheets and the dialog for them say. */
export const pictureWords = { vi, en };
