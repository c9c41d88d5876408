import { makeSearchIndex, type SearchEntry, type SearchKind } from '../analysis/searchIndex';

/** Names and summaries to search, one index per kind so that thousands of incidents never push a unit off the list. */
export function createSearchTasks() {
  let indexes = new Map<SearchKind, ReturnType<typeof makeSearchIndex>>();
  return {
    clear(kinds: readonly SearchKind[]): void {
      indexes = new Map([...indexes].filter(([kind]) => !kinds.includes(kind)));
    },
    add(entries: readonly SearchEntry[]): void {
      for (const kind of new Set(entries.map((entry) => entry.kind))) {
        let index = indexes.get(kind);
        if (!index) {
          index = makeSearchIndex();
          indexes.set(kind, index);
        }
        index.add(entries.filter((entry) => entry.kind === kind));
      }
    },
    find: (query: string, limitPerKind: number): SearchEntry[] =>
      (['unit', 'line', 'place', 'incident'] as const).flatMap(
        (kind) => indexes.get(kind)?.find(query, limitPerKind) ?? [],
      ),
  };
}
