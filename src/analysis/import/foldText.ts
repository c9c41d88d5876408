import { foldVietnamese } from '../../domain';

/**
 * The text as headers and values are compared: folded, and every run of other signs than letters and digits one space.
 * "Vĩ độ (WGS-84)" → "vi do wgs 84".
 */
export function foldText(text: string): string {
  return foldVietnamese(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `read`, remembering what it made of the texts it has seen: columns of a file repeat a few values many times. */
export function remember<T>(read: (text: string) => T, limit = 20_000): (text: string) => T {
  const seen = new Map<string, T>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const fresh = read(text);
    if (seen.size < limit) seen.set(text, fresh);
    return fresh;
  };
}
