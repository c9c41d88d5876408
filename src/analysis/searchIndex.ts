import MiniSearch from 'minisearch';
import { foldVietnamese } from '../domain';

export type SearchKind = 'unit' | 'line' | 'place' | 'incident';

export interface SearchEntry {
  /** Unique within its kind: a unit's code, a line's id, a place's id, an incident's id. */
  readonly id: string;
  readonly kind: SearchKind;
  readonly text: string;
}

interface Stored extends SearchEntry {
  readonly key: string;
}

/** Names are searched by their letters without marks, so that "song lo" finds Sông Lô. */
export interface SearchIndex {
  readonly add: (entries: readonly SearchEntry[]) => void;
  readonly find: (query: string, limit: number) => SearchEntry[];
  readonly count: () => number;
}

export function makeSearchIndex(): SearchIndex {
  const index = new MiniSearch<Stored>({
    idField: 'key',
    fields: ['text'],
    storeFields: ['id', 'kind', 'text'],
    processTerm: (term) => foldVietnamese(term) || null,
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false), combineWith: 'AND' },
  });
  return {
    add: (entries) => index.addAll(entries.map((entry) => ({ ...entry, key: `${entry.kind}:${entry.id}` }))),
    find: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map((hit) => ({ id: hit.id as string, kind: hit.kind as SearchKind, text: hit.text as string })),
    count: () => index.documentCount,
  };
}
