/** Between two braces it is not seen, and they are no placeholder any more. */
const WORD_JOINER = '\u2060';

/** The same plain data, in whose texts no braces are taken for placeholders. */
export function guardBraces<T>(value: T): T;
export function guardBraces(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('{{', `{${WORD_JOINER}{`);
  if (Array.isArray(value)) return value.map((item) => guardBraces(item));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, guardBraces(item)]));
}
