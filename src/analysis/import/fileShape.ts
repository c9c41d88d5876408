import { foldText } from './foldText';

/** 53 bits of a text. @source  cyrb53, public domain */
function hashText(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/**
 * What files of one shape share: next month's sheet has the same headers in the same order, whatever its name and rows.
 * @param headers  as they stand, left to right
 * @returns a short key
 */
export function fileShape(format: string, headers: readonly string[]): string {
  const names = headers.map(foldText);
  while (names.at(-1) === '') names.pop();
  return hashText(JSON.stringify([format, ...names]));
}
