import { maskPersonalNumbers } from '../analysis/import/personalNumbers';
import {
  type CategoryId,
  foldVietnamese,
  type Problem,
  type StatusId,
  type Term,
  type TermList,
  termsOf,
} from '../domain';

/** More terms than anybody chooses from. */
export const MOST_TERMS = 200;

/** Why nothing may be called so; null: it may. Names of terms leave with every tier, so none may lead to a person. */
export function refusedName(name: string): Problem | null {
  if (name === '') return { kind: 'emptyName' };
  const { text: masked, count } = maskPersonalNumbers(name);
  return count === 0 ? null : { kind: 'personalNumbers', field: 'name', masked, count };
}

/** A term of the register, built-in ones included; undefined where there is none. */
export function findTerm(terms: readonly Term[], id: CategoryId | StatusId): Term | undefined {
  return (['category', 'status'] as const).flatMap((list) => termsOf(terms, list)).find((term) => term.id === id);
}

/**
 * Whether another term of the list has this name, whatever its marks and case.
 * @param builtInNames  what built-in terms are called that have no name of their own, by id
 * @param except        the term that is to be called so
 */
export function isNameTaken(
  terms: readonly Term[],
  list: TermList,
  {
    name,
    builtInNames,
    except,
  }: {
    readonly name: string;
    readonly builtInNames: Readonly<Record<string, string>>;
    readonly except: CategoryId | StatusId | null;
  },
): boolean {
  const folded = foldVietnamese(name);
  return termsOf(terms, list).some(
    (term) => term.id !== except && foldVietnamese(term.name ?? builtInNames[term.id] ?? term.id) === folded,
  );
}
