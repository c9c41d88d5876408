/** The combining marks that decomposition leaves behind. */
const MARKS = /\p{Mark}+/gu;

/**
 * What a search compares: without marks, đ as d, lower case, one space between words and none around.
 * @param text any text, composed or decomposed
 * @returns the folded text: "  Sông  LÔ" → "song lo"
 */
export function foldVietnamese(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/gu, ' ').trim();
}

/**
 * Whether every word of the query occurs in the text, both folded.
 * @param text   what is searched in
 * @param query  words in any order; an empty query matches everything
 */
export function matchesFolded(text: string, query: string): boolean {
  const folded = foldVietnamese(text);
  return foldVietnamese(query)
    .split(' ')
    .every((word) => word === '' || folded.includes(word));
}
