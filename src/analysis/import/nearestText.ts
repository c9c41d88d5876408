/**
 * Steps of one letter (put in, left out, changed) from one text to another.
 * @param most  beyond it the answer is `most` + 1: nobody asks how far off what is far off is
 * @source  Levenshtein 1966; two rows of the table of Wagner and Fischer 1974
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const step = Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row.push(step);
      least = Math.min(least, step);
    }
    if (least > most) return most + 1;
    before = row;
  }
  return Math.min(before[b.length] ?? 0, most + 1);
}

/** How many slips of the hand a text of that length may hold. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3);

/**
 * The candidate that a mistyped text means.
 * @param folded      as `foldText` gives it
 * @param candidates  folded texts and what they stand for
 * @returns null where none is near enough, or two that stand for different things are equally near
 */
export function nearestText<T>(folded: string, candidates: readonly (readonly [text: string, value: T])[]): T | null {
  const most = slips(folded.length);
  let best: { readonly value: T; readonly distance: number } | null = null;
  let isTied = false;
  for (const [text, value] of candidates) {
    const distance = editDistance(folded, text, most);
    if (distance > Math.min(most, slips(text.length)) || (best && distance > best.distance)) continue;
    isTied = best !== null && distance === best.distance && (isTied || value !== best.value);
    best = { value, distance };
  }
  return best && !isTied ? best.value : null;
}
