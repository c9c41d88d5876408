import {
  type Category,
  type ChangeSet,
  fail,
  type Problem,
  type Result,
  succeed,
  type Term,
  type TermId,
  type TermList,
  termsOf,
} from '../domain';
import { adding } from './changeOf';
import { isNameTaken, MOST_TERMS, refusedName } from './findTerm';

export interface NewTerm {
  /** A new UUID. */
  readonly id: TermId;
  readonly list: TermList;
  readonly name: string;
  /** Of statuses left out. */
  readonly look?: Category;
  /** What built-in terms are called on screen, by id: no two may be called alike. */
  readonly builtInNames: Readonly<Record<string, string>>;
}

/**
 * Adds a category or a status at the end of its list.
 * @param snapshot  the register's terms
 * @problem emptyName, personalNumbers, nameTaken
 * @problem tooManyTerms  the list is full
 */
export function addTerm({ terms }: { readonly terms: readonly Term[] }, input: NewTerm): Result<ChangeSet, Problem> {
  const { id, list, look = 'other', builtInNames } = input;
  const name = input.name.normalize('NFC').trim();
  const refused = refusedName(name);
  if (refused) return fail(refused);
  const others = termsOf(terms, list);
  if (others.length >= MOST_TERMS) return fail({ kind: 'tooManyTerms', limit: MOST_TERMS });
  if (isNameTaken(terms, list, { name, builtInNames, except: null })) return fail({ kind: 'nameTaken', name });
  const order = Math.max(...others.map((term) => term.order)) + 1;
  const term: Term = { id, list, name, look, order, isRetired: false, mergedInto: null, rev: 0 };
  return succeed({ terms: adding([term]) });
}
