import { CATEGORIES, type CategoryId, STATUSES, type StatusId, type Term, type TermList } from './records';

/** What a list holds where nobody has changed it. */
const BUILT_IN: Readonly<Record<TermList, readonly Term[]>> = {
  category: CATEGORIES.map((id, order) => ({ ...asBuiltIn('category', order), id, look: id })),
  status: STATUSES.map((id, order) => ({ ...asBuiltIn('status', order), id, look: 'other' })),
};

function asBuiltIn(list: TermList, order: number): Omit<Term, 'id' | 'look'> {
  return { list, name: null, order, isRetired: false, mergedInto: null, rev: 0 };
}

/**
 * All terms of a list: the built-in ones, as far as they were changed, and those of the user.
 * @param rows  the register's terms, of both lists, in any order
 * @returns by order, then id; built-in ones that nobody changed have `rev` 0 and no row
 */
export function termsOf(rows: readonly Term[], list: TermList): readonly Term[] {
  const own = rows.filter((row) => row.list === list);
  const changed = new Set(own.map(({ id }) => id));
  return [...BUILT_IN[list].filter(({ id }) => !changed.has(id)), ...own].sort(
    (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
  );
}

/** The term that an id means today: where it was merged, the one that it was merged into. */
export function currentTerm(rows: readonly Term[], id: CategoryId | StatusId): CategoryId | StatusId {
  const seen = new Set<string>();
  let current = id;
  for (;;) {
    const next = rows.find((row) => row.id === current)?.mergedInto;
    if (!next || seen.has(current)) return current;
    seen.add(current);
    current = next;
  }
}
