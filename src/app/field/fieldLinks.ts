const LIST_PAGE = 'list.html';
const TICKS = '#ticks=';

/** The address that opens a list of stops. */
export const listAddress = (packed: string): string => new URL(`${LIST_PAGE}#${packed}`, document.baseURI).href;
/** The address that opens the program with what a team sends back. */
export const ticksAddress = (packed: string): string => new URL(`./${TICKS}${packed}`, document.baseURI).href;
/** What was sent back by this address; null: nothing. */
export const ticksIn = (hash: string): string | null => (hash.startsWith(TICKS) ? hash.slice(TICKS.length) : null);
