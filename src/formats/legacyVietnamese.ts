/**
 * Vietnamese typed for fonts of the time before Unicode: the file holds Latin letters that only such a font shows as
 * Vietnamese. TCVN3 (fonts ".Vn…", ABC) has a sign per letter, VNI (fonts "VNI-…") a letter and a sign for its marks.
 */
export type LegacyFont = 'tcvn3' | 'vni';

const [GRAVE, ACUTE, HOOK, TILDE, DOT] = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const;
const [CIRCUMFLEX, BREVE, HORN] = ['\u0302', '\u0306', '\u031b'] as const;

/** TCVN 5712:1993, third set: its signs as windows-1252 shows them, and the letters, in the same order. */
const TCVN3_SIGNS = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const TCVN3_LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const TCVN3 = new Map([...TCVN3_SIGNS].map((sign, i) => [sign, [...TCVN3_LETTERS][i] ?? sign]));

/** What a VNI sign adds to the vowel before it. */
const VNI_MARKS = new Map<string, string>([
  ['ø', GRAVE],
  ['ù', ACUTE],
  ['û', HOOK],
  ['õ', TILDE],
  ['ï', DOT],
  ['â', CIRCUMFLEX],
  ['à', CIRCUMFLEX + GRAVE],
  ['á', CIRCUMFLEX + ACUTE],
  ['å', CIRCUMFLEX + HOOK],
  ['ã', CIRCUMFLEX + TILDE],
  ['ä', CIRCUMFLEX + DOT],
  ['ê', BREVE],
  ['è', BREVE + GRAVE],
  ['é', BREVE + ACUTE],
  ['ú', BREVE + HOOK],
  ['ü', BREVE + TILDE],
  ['ë', BREVE + DOT],
]);
const VNI_LETTERS = new Map<string, string>([
  ['ñ', 'đ'],
  ['ô', `o${HORN}`],
  ['ö', `u${HORN}`],
  ['ì', 'ì'],
  ['í', 'í'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
]);

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();
const isPlain = (sign: string): boolean => sign < '\u0080';

/** A text as a font shows it; `isWhole` unless it holds a sign that the font does not use. */
interface Reading {
  readonly text: string;
  readonly isWhole: boolean;
}

function readTcvn3(text: string): Reading {
  // As letters these never stand alone; as bullets, fractions and signs of reckoning they do.
  const read = text.replace(/(?<!\S)[×÷·»¼½¾§©®¬](?!\S)|([\u0080-\u00ff])/g, (sign, letter?: string) =>
    letter === undefined ? sign : (TCVN3.get(letter) ?? letter),
  );
  const isWhole = [...text].every((sign) => isPlain(sign) || TCVN3.has(sign));
  // Fonts of capitals (".VnTimeH") show the small letters' signs as capitals: only the letters without a sign tell.
  const plain = text.replace(/[^A-Za-z]/g, '');
  return { text: plain.length > 1 && plain === plain.toUpperCase() ? read.toUpperCase() : read, isWhole };
}

function readVni(text: string): Reading {
  let read = '';
  let isWhole = true;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!;
    const letter = VNI_LETTERS.get(sign.toLowerCase());
    const base = letter === undefined ? sign : isUpper(sign) ? letter.toUpperCase() : letter;
    isWhole &&= isPlain(sign) || letter !== undefined;
    read += base;
    const marks = VNI_MARKS.get(text[i + 1]?.toLowerCase() ?? '');
    if (marks === undefined || !/[aeouy]/i.test(base[0]!)) continue;
    read += marks;
    i += 1;
  }
  return { text: read.normalize('NFC'), isWhole };
}

const READERS = { tcvn3: readTcvn3, vni: readVni } as const;

const ONSET = '(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr?|v|x)';
const NUCLEUS = '(?:iê|yê|ươ|uyê|uô|uâ|uơ|uê|uya|uy|uă|oa|oă|oe|oo|ia|ya|ua|ưa|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)';
const CODA = '(?:ch?|m|ngh?|nh?|p|t|[iouy])';
const SYLLABLE = new RegExp(`^${ONSET}?${NUCLEUS}${CODA}?$`);
/** Before these only two of the tones are spoken. */
const STOPPED = /(?:ch?|p|t)$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word can be one of Vietnamese: a syllable with at most one tone. */
function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = decomposed.replace(TONES, '').normalize('NFC');
  if (STOPPED.test(plain) && tones[0] !== ACUTE && tones[0] !== DOT) return false;
  return SYLLABLE.test(plain);
}

const WORDS = /[^\s,.;:!?()[\]{}/\\"'“”‘’\-–_+*=<>|&%#@0-9]+/g;
/** Signs that one of the fonts uses and ASCII does not have. */
const MARKED = /[\u00a1-\u00ff]/;
const UNICODE_ONLY = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;

interface Tally {
  /** All words with signs of the fonts. */
  readonly marked: Set<string>;
  readonly unicode: Set<string>;
  readonly tcvn3: Set<string>;
  readonly vni: Set<string>;
}

/** The words with signs of the fonts that are Vietnamese as they stand, and as either font shows them. */
function tallyWords(text: string, tally: Tally): void {
  // A text of Unicode beside others of a font says nothing of them.
  if (UNICODE_ONLY.test(text)) return;
  for (const [word] of text.matchAll(WORDS)) {
    // A sign alone may be a bullet, a fraction or a unit.
    if (word.length === 1 || !MARKED.test(word)) continue;
    tally.marked.add(word);
    if (isSyllable(word)) tally.unicode.add(word);
    for (const font of ['tcvn3', 'vni'] as const) {
      const { text: read, isWhole } = READERS[font](word);
      if (isWhole && isSyllable(read)) tally[font].add(word);
    }
  }
}

const newTally = (): Tally => ({ marked: new Set(), unicode: new Set(), tcvn3: new Set(), vni: new Set() });

/** So few different words may be chance. */
const FEWEST_WORDS = 3;
/** Of Vietnamese nearly all words are read, of other tongues some by chance. */
const LEAST_SHARE = 0.7;

/**
 * The font that texts were typed for, told by which reading makes words of Vietnamese.
 * @param texts  as they stand in the file, Unicode or read as windows-1252
 * @returns null where they are Unicode, or too few words tell
 */
export function recogniseLegacyFont(texts: Iterable<string>): LegacyFont | null {
  const tally = newTally();
  for (const text of texts) tallyWords(text, tally);
  const font: LegacyFont = tally.vni.size > tally.tcvn3.size ? 'vni' : 'tcvn3';
  const found = tally[font].size;
  const isFound = found >= FEWEST_WORDS && found > 2 * tally.unicode.size && found >= LEAST_SHARE * tally.marked.size;
  return isFound ? font : null;
}

/**
 * A text of a file that was typed for `font`, in Unicode (NFC). What is not of the font stays: Unicode that stands
 * between, signs of measure, plain letters.
 */
export function fromLegacyFont(text: string, font: LegacyFont): string {
  if (!MARKED.test(text) || UNICODE_ONLY.test(text)) return text;
  const tally = newTally();
  tallyWords(text, tally);
  return tally[font].size === 0 || tally[font].size < tally.unicode.size ? text : READERS[font](text).text;
}
