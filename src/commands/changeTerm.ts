import {
  type Category,
  type CategoryId,
  type ChangeSet,
  fail,
  type Problem,
  type Result,
  type StatusId,
  succeed,
  type Term,
} from '../domain';
import { findTerm, isNameTaken, refusedName } from './findTerm';
import { writeTerms } from './writeTerms';

export interface TermChange {
  readonly name?: string;
  readonly look?: Category;
  /** Brought back, it stands for itself again. */
  readonly isRetired?: boolean;
}

/**
 * Renames a term, gives it another look, retires it or brings it back.
 * @param snapshot  the register's terms
 * @param input     `builtInNames`: what built-in terms are called on screen, by id
 * @problem notFound, emptyName, personalNumbers, nameTaken
 */
export function changeTerm(
  { terms }: { readonly terms: readonly Term[] },
  {
    id,
    set,
    builtInNames,
  }: {
    readonly id: CategoryId | StatusId;
    readonly set: TermChange;
    readonly builtInNames: Readonly<Record<string, string>>;
  },
): Result<ChangeSet, Problem> {
  const term = findTerm(terms, id);
  if (!term) return fail({ kind: 'notFound', table: 'terms', id });
  const name = set.name?.normalize('NFC').trim();
  const refused = name === undefined ? null : refusedName(name);
  if (refused) return fail(refused);
  if (name !== undefined && isNameTaken(terms, term.list, { name, builtInNames, except: id }))
    return fail({ kind: 'nameTaken', name });
  const { isRetired = term.isRetired, look = term.look } = set;
  // What it is called by the program anyway needs no name of its own, and stays in the language of the screen.
  const isOwnName = name !== undefined && name !== builtInNames[id];
  const changed: Term = {
    ...term,
    name: name === undefined ? term.name : isOwnName ? name : null,
    look,
    isRetired,
    mergedInto: isRetired ? term.mergedInto : null,
  };
  return succeed(writeTerms(terms, [changed]));
}
