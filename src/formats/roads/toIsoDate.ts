/** A moment as ISO 8601 in UTC; null where it is none. */
export function toIsoDate(moment: unknown): string | null {
  if (typeof moment !== 'string' && typeof moment !== 'number') return null;
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
