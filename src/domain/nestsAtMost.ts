/** Deeper than anybody means, and few enough for whoever writes it as text again. */
export const MOST_NESTED = 32;

/** Whether plain data holds lists and objects within each other at most so deep. */
export function nestsAtMost(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => nestsAtMost(inner, depth - 1));
}
