import { foldText } from '../import/foldText';

/** A text taken apart at its commas. */
export interface PlaceWords {
  /** Folded words of each part, without those that only relate: "gần cầu Việt Trì" → [["cau", "viet", "tri"]]. */
  readonly parts: readonly (readonly string[])[];
  /** How much farther than the named thing itself the place may lie, metres. */
  readonly widenM: number;
}

/**
 * Words that say how a place lies to what is named, with how far off that may be: what is beside a thing is seen from it, what is near
 * it may be some hundred metres off. In the middle of a longer text only whole phrases count.
 */
const RELATIONS: readonly (readonly [words: string, widenM: number])[] = [
  ['o gan', 500],
  ['gan', 500],
  ['khu vuc', 300],
  ['xung quanh', 500],
  ['quanh', 500],
  ['near', 500],
  ['close to', 500],
  ['around', 500],
  ['in the area of', 300],
  ['ben canh', 100],
  ['canh', 100],
  ['sat', 100],
  ['giap ranh', 300],
  ['giap', 100],
  ['doi dien', 100],
  ['phia sau', 200],
  ['phia truoc', 200],
  ['dang sau', 200],
  ['dang truoc', 200],
  ['beside', 100],
  ['next to', 100],
  ['by the', 100],
  ['opposite', 100],
  ['behind', 200],
  ['in front of', 200],
  ['along', 100],
  ['doc', 100],
  ['dau', 0],
  ['cuoi', 0],
  ['tai', 0],
  ['thuoc', 0],
  ['trong', 0],
  ['ngoai', 100],
  ['at the', 0],
  ['at', 0],
  ['in the', 0],
  ['in', 0],
  ['of the', 0],
  ['of', 0],
  ['the', 0],
];
const RELATION_WORDS = RELATIONS.map(([words, widenM]) => ({ words: words.split(' '), widenM })).sort(
  (a, b) => b.words.length - a.words.length,
);

/** "cách … 500 m": as much farther as it says. */
const APART = /(?:\bcach\b|\bfrom\b|\baway\b)/;
const DISTANCE = /\b(\d+(?:[.,]\d+)?)\s*(m|met|km)\b/;

function distanceM(folded: string): number {
  if (!APART.test(folded)) return 0;
  const match = DISTANCE.exec(folded);
  return match ? Number(match[1]?.replace(',', '.')) * (match[2] === 'km' ? 1000 : 1) : 0;
}

function withoutRelations(words: readonly string[]): { readonly rest: string[]; readonly widenM: number } {
  const rest: string[] = [];
  let widenM = 0;
  for (let i = 0; i < words.length; ) {
    const relation = RELATION_WORDS.find((candidate) => candidate.words.every((word, k) => words[i + k] === word));
    if (relation && i + relation.words.length < words.length) {
      widenM = Math.max(widenM, relation.widenM);
      i += relation.words.length;
    } else {
      rest.push(words[i]!);
      i += 1;
    }
  }
  return { rest, widenM };
}

/** Takes a place in words apart. */
export function readPlaceWords(text: string): PlaceWords {
  const parts: string[][] = [];
  let widenM = distanceM(text.normalize('NFC').toLowerCase().replace(/cách/g, 'cach'));
  for (const piece of text.split(/[,;()–—]|\s-\s/)) {
    const folded = foldText(piece);
    if (folded === '') continue;
    const { rest, widenM: wider } = withoutRelations(folded.split(' '));
    widenM = Math.max(widenM, wider);
    if (rest.length > 0) parts.push(rest);
  }
  return { parts, widenM };
}

/** Words for a kind of unit; before a name they say that the unit is meant. */
export const UNIT_WORDS: ReadonlySet<string> = new Set([
  'xa',
  'x',
  'p',
  'phuong',
  'tt',
  'huyen',
  'tp',
  'tran',
  'pho',
  'commune',
  'ward',
  'town',
  'district',
]);

/** Things that stand in or at the edge of the place whose name they bear: "đê Bồ Sao" (dyke). */
const LOCAL_THINGS: ReadonlySet<string> = new Set(
  'de cho dap ho dam ao cong chua dinh den mieu nha cay tram truong dyke dike market school pagoda temple lake'.split(
    ' ',
  ),
);
/** Things that bear the name of a place which they lead to, and may lie outside it: "cầu Việt Trì" (bridge). */
const FAR_THINGS: ReadonlySet<string> = new Set(
  'cau ben pha ga song nga duong ql benh bridge ferry station river road crossroads hospital'.split(' '),
);

/** Whether the word before a name says that a thing of that name is meant, and whether that lies in the place itself. */
export function thingOf(word: string | undefined): 'local' | 'far' | null {
  if (word === undefined) return null;
  return LOCAL_THINGS.has(word) ? 'local' : FAR_THINGS.has(word) ? 'far' : null;
}
