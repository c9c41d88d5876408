/** What is unlimited: greater than all times, and sums of a few are still finite. */
export const NEVER = 1e300;

/** A limit with room for the rounding of sums. */
export const withRoom = (limit: number): number => Math.min(NEVER, limit + 1e-12 * Math.max(1, Math.abs(limit)));
