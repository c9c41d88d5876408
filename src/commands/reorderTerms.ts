import {
  type CategoryId,
  type ChangeSet,
  fail,
  type Problem,
  type Result,
  type StatusId,
  succeed,
  type Term,
  type TermList,
  termsOf,
} from '../domain';
import { writeTerms } from './writeTerms';

/**
 * Puts the terms of a list in another order. Only those whose number changes are written.
 * @param snapshot  the register's terms
 * @param input     all ids of the list, the first one first; those that are not named come after, in their order
 * @problem notFound  one of the ids is not in the list
 */
export function reorderTerms(
  { terms }: { readonly terms: readonly Term[] },
  { list, ids }: { readonly list: TermList; readonly ids: readonly (CategoryId | StatusId)[] },
): Result<ChangeSet, Problem> {
  const all = termsOf(terms, list);
  const byId = new Map(all.map((term) => [term.id, term]));
  const unknown = ids.find((id) => !byId.has(id));
  if (unknown !== undefined) return fail({ kind: 'notFound', table: 'terms', id: unknown });
  const named = new Set(ids);
  const ordered = [...[...named].map((id) => byId.get(id)!), ...all.filter(({ id }) => !named.has(id))];
  const changed = ordered
    .map((term, order) => ({ ...term, order }))
    .filter(({ id, order }) => byId.get(id)?.order !== order);
  return succeed(writeTerms(terms, changed));
}
