import type { Table } from '../../domain';
import { foldText } from './foldText';
import { makeUnitMatcher } from './matchUnits';
import { nearestText } from './nearestText';
import { maskPersonalNumbers } from './personalNumbers';
import { cellText } from './readRowPosition';
import { type EditionUnits, type Field, VALUE_FIELDS, type ValueChoice, type ValueField } from './types';
import { CATEGORY_NAMES, KIND_NAMES, readCategory, readKind, readStatus, STATUS_NAMES } from './vocabularies';

/** A category or status by which a file may name it. */
export interface NamedTerm {
  readonly list: 'category' | 'status';
  readonly id: string;
  /** As the screen calls it. */
  readonly name: string;
  /** What it means today: where it was merged, the one it was merged into. */
  readonly current: string;
}

/** A text that stands in a column of terms, with what it seems to mean. */
export interface FileValue {
  /** As it stands where it stands first, numbers of persons masked. */
  readonly text: string;
  /** As `foldText` gives it. */
  readonly folded: string;
  /** Rows that hold it. */
  readonly count: number;
  /** The id of a term or a unit's code; null: nothing is known by it. */
  readonly guess: string | null;
  /** `words`: it holds a known word or name. `near`: it is like one but for a few letters. */
  readonly guessedBy: 'words' | 'near' | null;
}

export interface FieldValues {
  readonly field: ValueField;
  readonly column: number;
  /** The most frequent first. */
  readonly values: readonly FileValue[];
  /** Texts beyond those; each is read by the words it holds. */
  readonly others: number;
}

export interface ValueSurroundings {
  readonly editions: readonly EditionUnits[];
  readonly terms: readonly NamedTerm[];
}

const MOST_VALUES = 200;
const LONGEST = 120;
const MOST_TEXTS = 5_000;

type Guess = Pick<FileValue, 'guess' | 'guessedBy'>;
const NOTHING: Guess = { guess: null, guessedBy: null };

interface Guesser {
  readonly exact: ReadonlyMap<string, string>;
  readonly read: (text: string) => string | null;
  readonly near: readonly (readonly [text: string, value: string])[];
}

const words = (guess: string | null): Guess | null => (guess === null ? null : { guess, guessedBy: 'words' });

function guessOf(text: string, folded: string, { exact, read, near }: Guesser): Guess {
  const known = words(exact.get(folded) ?? read(text));
  if (known) return known;
  const guess = nearestText(folded, near);
  return guess === null ? NOTHING : { guess, guessedBy: 'near' };
}

function guesserOf(field: ValueField, { editions, terms }: ValueSurroundings): Guesser {
  if (field === 'unit') {
    // Names of any edition: which one is in force on the day is looked at row by row.
    const match = editions.map((edition) => makeUnitMatcher([{ ...edition, validFrom: null, validTo: null }]));
    const read = (text: string): string | null => {
      for (const find of match) {
        const found = find(text, '2000-01-01');
        if (typeof found === 'object') return found.code;
      }
      return null;
    };
    const near = editions.flatMap(({ units }) =>
      units.flatMap(({ code, name }) => {
        const folded = foldText(name);
        return [folded, folded.replace(/^(?:phuong|xa|thi tran) /, '')].map((text) => [text, code] as const);
      }),
    );
    return { exact: new Map(), read, near };
  }
  if (field === 'kind') return { exact: new Map(), read: readKind, near: KIND_NAMES };
  const own = terms.filter(({ list }) => list === field);
  const current = new Map(own.map((term) => [term.id, term.current]));
  const today = (id: string | null): string | null => (id === null ? null : (current.get(id) ?? id));
  const named = own.map((term) => [foldText(term.name), term.current] as const);
  const builtIn = field === 'category' ? CATEGORY_NAMES : STATUS_NAMES;
  const read = field === 'category' ? readCategory : readStatus;
  return {
    exact: new Map(named),
    read: (text) => today(read(text)),
    near: [...named, ...builtIn.map(([text, value]) => [text, today(value) ?? value] as const)],
  };
}

/**
 * The distinct texts of the columns that hold terms, with their number and what each seems to mean: the register's own names first, then
 * known words, then what differs by a few letters.
 * @param headerIndex  index in `table.rows` of the last header row
 * @param columns      the field of each column, null: left out
 */
export function describeValues(
  table: Table,
  headerIndex: number,
  { columns, ...surroundings }: ValueSurroundings & { readonly columns: readonly (Field | null)[] },
): FieldValues[] {
  return VALUE_FIELDS.flatMap((field) => {
    const column = columns.indexOf(field);
    if (column < 0) return [];
    const byText = new Map<string, number>();
    for (let i = headerIndex + 1; i < table.rows.length; i += 1) {
      const text = cellText(table.rows[i]?.[column]);
      if (text !== '' && (byText.has(text) || byText.size < MOST_TEXTS)) byText.set(text, (byText.get(text) ?? 0) + 1);
    }
    const byFolded = new Map<string, { text: string; count: number }>();
    for (const [text, count] of byText) {
      const folded = foldText(text);
      if (folded === '') continue;
      const known = byFolded.get(folded);
      byFolded.set(folded, { text: known?.text ?? text, count: (known?.count ?? 0) + count });
    }
    const guesser = guesserOf(field, surroundings);
    const sorted = [...byFolded].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
    const values = sorted.slice(0, MOST_VALUES).map(([folded, { text, count }]) => ({
      text: maskPersonalNumbers(text).text.slice(0, LONGEST),
      folded,
      count,
      ...guessOf(text, folded, guesser),
    }));
    return [{ field, column, values, others: Math.max(0, sorted.length - MOST_VALUES) }];
  });
}

/**
 * The choices with which a file is understood: what the user said, and where that is silent, guesses that the words alone would not
 * give.
 */
export function completeChoices(
  described: readonly FieldValues[],
  chosen: readonly ValueChoice[],
): readonly ValueChoice[] {
  const said = new Set(chosen.map(({ field, text }) => `${field} ${text}`));
  const guessed = described.flatMap(({ field, values }) =>
    values.flatMap(({ folded, guess, guessedBy }): ValueChoice[] => {
      // A unit that its name tells is sought among those of the day.
      const isNeeded = guessedBy === 'near' || (guessedBy === 'words' && (field === 'category' || field === 'status'));
      return guess !== null && isNeeded && !said.has(`${field} ${folded}`)
        ? [{ field, text: folded, value: guess }]
        : [];
    }),
  );
  return [...chosen, ...guessed];
}
