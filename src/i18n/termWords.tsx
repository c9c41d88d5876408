import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Category, type CategoryId, type StatusId, type Term, type TermList, termsOf } from '../domain';
import type { Messages } from './messages';

/** What categories and statuses are called on screen, and how categories look on the map. */
export interface TermWords {
  /** The built-in terms as far as they were changed, and the user's, in order; retired ones too. */
  readonly lists: Readonly<Record<TermList, readonly Term[]>>;
  /** A term that is not known, as of another device, is called by its id. */
  readonly name: (id: CategoryId | StatusId) => string;
  readonly look: (id: CategoryId) => Category;
}

/** @param rows  the register's terms */
export function termWords(rows: readonly Term[], { incidents }: Pick<Messages, 'incidents'>): TermWords {
  const lists = { category: termsOf(rows, 'category'), status: termsOf(rows, 'status') };
  const byId = new Map<string, Term>([...lists.category, ...lists.status].map((term) => [term.id, term]));
  const builtIn: Readonly<Record<string, string>> = { ...incidents.categoryName, ...incidents.statusName };
  return {
    lists,
    name: (id) => byId.get(id)?.name ?? builtIn[id] ?? id,
    look: (id) => byId.get(id)?.look ?? 'other',
  };
}

const TermsContext = createContext<readonly Term[]>([]);

export function TermsProvider({ terms, children }: { readonly terms: readonly Term[]; readonly children: ReactNode }) {
  return <TermsContext value={terms}>{children}</TermsContext>;
}

/** The words of the register's terms; a hook. */
export function useTermWords(messages: Messages): TermWords {
  const rows = useContext(TermsContext);
  return useMemo(() => termWords(rows, messages), [rows, messages]);
}
