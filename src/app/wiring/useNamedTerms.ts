import { useMemo } from 'react';
import type { NamedTerm } from '../../analysis/import';
import { currentTerm, TERM_LISTS } from '../../domain';
import { useTerms } from '../../i18n';
import { useServices } from '../services';
import { useObservable } from './useObservable';

/** The categories and statuses by which a file may name them, as the screen calls them. */
export function useNamedTerms(): readonly NamedTerm[] {
  const { store } = useServices();
  const rows = useObservable(store.terms);
  const terms = useTerms();
  return useMemo(
    () =>
      TERM_LISTS.flatMap((list) =>
        terms.lists[list].map(({ id }) => ({ list, id, name: terms.name(id), current: currentTerm(rows, id) })),
      ),
    [rows, terms],
  );
}
