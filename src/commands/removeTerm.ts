import {
  CATEGORIES,
  type CategoryId,
  type ChangeSet,
  fail,
  type Problem,
  type Result,
  STATUSES,
  type StatusId,
  succeed,
  type Term,
} from '../domain';
import { removing } from './changeOf';

const BUILT_IN: ReadonlySet<string> = new Set([...CATEGORIES, ...STATUSES]);

/**
 * Removes a term of the user that nothing names. A built-in one can only be retired.
 * @param snapshot  the register's terms
 * @param input     `uses`: how many incidents of the whole register name it
 * @problem notFound  there is no such term of the user
 * @problem termInUse  incidents name it, or another term was merged into it
 */
export function removeTerm(
  { terms }: { readonly terms: readonly Term[] },
  { id, uses }: { readonly id: CategoryId | StatusId; readonly uses: number },
): Result<ChangeSet, Problem> {
  const row = BUILT_IN.has(id) ? undefined : terms.find((term) => term.id === id);
  if (!row) return fail({ kind: 'notFound', table: 'terms', id });
  if (uses > 0 || terms.some(({ mergedInto }) => mergedInto === id)) return fail({ kind: 'termInUse', uses });
  return succeed({ terms: removing([row]) });
}
