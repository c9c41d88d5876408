/** By convention: less likely by chance than one in twenty. */
export const ALPHA = 0.05;
