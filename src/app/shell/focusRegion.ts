/** Parts of the screen that can take the focus themselves. */
export type Region = 'map' | 'panel' | 'table';

/** Gives the focus to a part of the screen: where a user goes there, or where what had the focus is about to go away. */
export const focusRegion = (region: Region): void => document.getElementById(region)?.focus();
