import {
  type CategoryId,
  type ChangeSet,
  fail,
  type Incident,
  type Problem,
  type Result,
  type StatusId,
  succeed,
  type Term,
} from '../domain';
import { updating } from './changeOf';
import { findTerm } from './findTerm';
import { writeTerms } from './writeTerms';

/**
 * Merges a term into another of its list: every incident that names it names the other from now on, and the term is retired and says
 * into which it went.
 * @param snapshot  the register's terms, and every incident that names `from`
 * @problem notFound  there is no such term
 * @problem badMerge  into itself, into one of the other list, or into one that is retired
 */
export function mergeTerm(
  { terms, incidents }: { readonly terms: readonly Term[]; readonly incidents: readonly Incident[] },
  { from, into }: { readonly from: CategoryId | StatusId; readonly into: CategoryId | StatusId },
): Result<ChangeSet, Problem> {
  const [source, target] = [findTerm(terms, from), findTerm(terms, into)];
  if (!source) return fail({ kind: 'notFound', table: 'terms', id: from });
  if (!target) return fail({ kind: 'notFound', table: 'terms', id: into });
  if (from === into) return fail({ kind: 'badMerge', reason: 'itself' });
  if (source.list !== target.list) return fail({ kind: 'badMerge', reason: 'otherList' });
  if (target.isRetired) return fail({ kind: 'badMerge', reason: 'retired' });
  const field = source.list;
  const pairs = incidents.flatMap((incident): (readonly [Incident, Incident])[] =>
    incident[field] === from ? [[incident, { ...incident, [field]: into }]] : [],
  );
  return succeed({
    ...writeTerms(terms, [{ ...source, isRetired: true, mergedInto: into }]),
    ...(pairs.length > 0 ? { incidents: updating(pairs) } : {}),
  });
}
