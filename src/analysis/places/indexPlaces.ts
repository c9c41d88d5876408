import { foldText } from '../import/foldText';
import type { PlaceEntry } from './placeTypes';

/** A name of which one letter may be wrong must have this many. */
const FUZZY_LETTERS = 6;
/** So much less that a misspelt name is always asked about. */
const FUZZY_QUALITY = 0.6;
const KIND = /^(?:phuong|xa|thi tran|thanh pho|huyen|thi xa|xom|lang|thon|khu) (?=\S+ \S)/;

export interface NameHit {
  readonly entry: PlaceEntry;
  /** 1 where the name is the same, less where a letter differs. */
  readonly quality: number;
}

export interface PlaceIndex {
  /** Most words that a name has. */
  readonly longest: number;
  /** Who bears a name of these folded words. */
  readonly find: (words: readonly string[]) => readonly NameHit[];
}

/** What is left of a word when one letter is taken out, each once; two words with such a rest in common may differ by a letter. */
function rests(word: string): Set<string> {
  const all = new Set<string>();
  for (let i = 0; i < word.length; i += 1) all.add(word.slice(0, i) + word.slice(i + 1));
  return all;
}

/** Whether one letter added, left out, put for another, or two neighbours changed about lie between two words. */
export function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  if (a.length !== b.length) {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return short.slice(from) === long.slice(from + 1);
  }
  if (a.slice(from + 1) === b.slice(from + 1)) return true;
  return a[from] === b[from + 1] && a[from + 1] === b[from] && a.slice(from + 2) === b.slice(from + 2);
}

/**
 * An index of names, folded and without spaces, so that "bosao" and "Bồ Sao" are one.
 * @param entries  whatever bears a name; each is known by its name with its kind and without it
 */
export function indexPlaces(entries: readonly PlaceEntry[]): PlaceIndex {
  const byName = new Map<string, PlaceEntry[]>();
  const byRest = new Map<string, Set<string>>();
  let longest = 1;
  const add = (name: string, entry: PlaceEntry): void => {
    longest = Math.max(longest, name.split(' ').length);
    const key = name.replaceAll(' ', '');
    const known = byName.get(key);
    if (known?.includes(entry)) return;
    if (known) {
      known.push(entry);
      return;
    }
    byName.set(key, [entry]);
    if (key.length < FUZZY_LETTERS) return;
    for (const rest of [key, ...rests(key)]) {
      const names = byRest.get(rest);
      if (names) names.add(key);
      else byRest.set(rest, new Set([key]));
    }
  };
  for (const entry of entries) {
    const folded = foldText(entry.name);
    if (folded === '') continue;
    add(folded, entry);
    add(folded.replace(KIND, ''), entry);
  }
  const find = (words: readonly string[]): readonly NameHit[] => {
    const key = words.join('');
    const same = byName.get(key);
    if (same) return same.map((entry) => ({ entry, quality: 1 }));
    if (key.length < FUZZY_LETTERS) return [];
    const near = new Set<string>();
    for (const rest of [key, ...rests(key)]) for (const name of byRest.get(rest) ?? []) near.add(name);
    return [...near].flatMap((name) =>
      differsByOne(name, key) ? (byName.get(name) ?? []).map((entry) => ({ entry, quality: FUZZY_QUALITY })) : [],
    );
  };
  return { longest, find };
}
