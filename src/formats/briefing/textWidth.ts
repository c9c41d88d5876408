/** Widths of U+0020 to U+007E in Arial, thousandths of the type size; other fonts of that build share them. */
const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number);
const OTHERS: Readonly<Record<string, number>> = {
  đ: 556,
  Đ: 722,
  '–': 556,
  '·': 333,
  '•': 350,
  '°': 400,
  '\u00a0': 278,
};
/** The hook of ơ and ư. */
const HORN = '\u031b';
const HORN_WIDTH = 110;
const MARKS = /^\p{M}$/u;
/** Bold letters are wider by a little more than a tenth at most. */
const BOLD = 1.1;
/** What programs differ in. */
const MARGIN = 1.03;

const known = new Map<string, number>();

function signWidth(sign: string): number {
  let width = known.get(sign);
  if (width !== undefined) return width;
  width = 0;
  for (const part of sign.normalize('NFD')) {
    if (part === HORN) width += HORN_WIDTH;
    else if (!MARKS.test(part)) {
      const code = part.codePointAt(0)!;
      width += WIDTHS[code - 32] ?? OTHERS[part] ?? (code < 0x2000 ? 800 : code > 0xffff ? 1400 : 1000);
    }
  }
  if (known.size < 20_000) known.set(sign, width);
  return width;
}

export interface Lettering {
  readonly pt: number;
  readonly isBold?: boolean;
}

/** How wide a text is at most, in inches, on one line. */
export function textWidth(text: string, { pt, isBold }: Lettering): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return ((width / 1000) * pt * (isBold ? BOLD : 1) * MARGIN) / 72;
}

/** Cuts a word that is wider than a line. */
function cutWord(word: string, widthIn: number, lettering: Lettering): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const sign of word) {
    const width = textWidth(sign, lettering);
    if (piece !== '' && used + width > widthIn) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += sign;
    used += width;
  }
  return [...pieces, piece];
}

/**
 * Breaks a text into lines, as programs do at spaces.
 * @returns pieces that make up the text when joined: each keeps the white space it ends with
 */
export function wrapText(text: string, widthIn: number, lettering: Lettering): string[] {
  const lines: string[] = [];
  for (const [i, hard] of text.split('\n').entries()) {
    if (i > 0) lines[lines.length - 1] += '\n';
    let line = '';
    let used = 0;
    for (const word of hard.match(/[^ ]* +|[^ ]+$/g) ?? []) {
      const bare = word.trimEnd();
      const width = textWidth(bare, lettering);
      if (line !== '' && used + width > widthIn) {
        lines.push(line);
        line = '';
        used = 0;
      }
      if (width > widthIn) {
        const pieces = cutWord(bare, widthIn, lettering);
        lines.push(...pieces.slice(0, -1));
        line = pieces.at(-1)! + word.slice(bare.length);
      } else line += word;
      used = textWidth(line, lettering);
    }
    lines.push(line);
  }
  return lines;
}

/** Lines as one text again; what is beyond the most is told by a sign, in place of the last word or of a letter of a long one. */
export function cutLines(lines: readonly string[], most: number): string {
  if (lines.length <= most) return lines.join('');
  const shown = lines.slice(0, most).join('').trimEnd();
  const whole = shown.replace(/ \S{1,15}$/u, '…');
  return whole === shown ? shown.replace(/.$/su, '…') : whole;
}
