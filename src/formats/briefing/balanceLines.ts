/** Widths of the letters of Times New Roman Bold in thousandths of the size; a mark above or below a letter adds nothing. */
// biome-ignore format: a table
const WIDE: Readonly<Record<string, number>> = {
  ' ': 250, '-': 333, '.': 250, ',': 250, ':': 333, ';': 333, '(': 333, ')': 333, '/': 278, '&': 833,
  A: 722, B: 667, C: 722, D: 722, E: 667, F: 611, G: 778, H: 778, I: 389, J: 500, K: 778, L: 667, M: 944,
  N: 722, O: 778, P: 611, Q: 778, R: 722, S: 556, T: 667, U: 722, V: 722, W: 1000, X: 722, Y: 722, Z: 667,
  a: 500, b: 556, c: 444, d: 556, e: 444, f: 333, g: 500, h: 556, i: 278, j: 333, k: 556, l: 278, m: 833,
  n: 556, o: 500, p: 556, q: 556, r: 444, s: 389, t: 333, u: 556, v: 500, w: 722, x: 500, y: 500, z: 444,
  Đ: 722, đ: 556,
};
const USUAL = 500;
const TWIPS_PER_POINT = 20;

/**
 * About how wide a bold line is, in twips: what rules below lines and breaks between words are set by.
 * @source Adobe's metrics of Times-Bold, which Times New Roman keeps
 */
export function boldWidth(text: string, sizePt: number): number {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  let thousandths = 0;
  for (const sign of plain) thousandths += WIDE[sign] ?? USUAL;
  return Math.round((thousandths / 1000) * sizePt * TWIPS_PER_POINT);
}

/** Words in so many lines, of which the longest is as short as can be. */
function evenLines(words: readonly string[], count: number, sizePt: number): string[] {
  if (count <= 1 || words.length <= 1) return [words.join(' ')];
  let best: string[] = [words.join(' ')];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < words.length; i += 1) {
    const lines = [words.slice(0, i).join(' '), ...evenLines(words.slice(i), count - 1, sizePt)];
    const longest = Math.max(...lines.map((line) => boldWidth(line, sizePt)));
    if (longest < least) {
      least = longest;
      best = lines;
    }
  }
  return best;
}

/** At most so many lines are evened out: beyond, what does not fit is left to the program that shows it. */
const MOST_LINES = 3;
const MOST_WORDS = 24;

/** A name in as few lines as fit a width in twips, about evenly long. */
export function balanceLines(text: string, widthTwips: number, sizePt: number): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const count = Math.ceil(boldWidth(text, sizePt) / widthTwips);
  if (count <= 1 || count > MOST_LINES || words.length > MOST_WORDS) return [words.join(' ')];
  const lines = evenLines(words, count, sizePt);
  const fits = lines.every((line) => boldWidth(line, sizePt) <= widthTwips);
  return fits || count === MOST_LINES ? lines : evenLines(words, count + 1, sizePt);
}
