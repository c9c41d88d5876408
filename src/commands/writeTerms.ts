import type { CategoryId, ChangeSet, StatusId, TableChanges, Term } from '../domain';

/** The change that makes terms say something else: built-in ones that nobody changed before get their row. */
export function writeTerms(
  rows: readonly Term[],
  changed: readonly (Term & { readonly id: CategoryId | StatusId })[],
): ChangeSet {
  const before = new Map(rows.map((row) => [row.id, row]));
  const pairs = changed.flatMap((term): (readonly [Term, Term])[] => {
    const row = before.get(term.id);
    return row ? [[row, term]] : [];
  });
  const terms: TableChanges<Term> = {
    added: changed.filter(({ id }) => !before.has(id)),
    updated: pairs,
    removed: [],
  };
  return { terms };
}
