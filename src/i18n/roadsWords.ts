import { roads as en } from './en/roads';
import { roads as vi } from './vi/roads';

/** What the screens of road networks say. */
export const roadsWords = { vi, en };
