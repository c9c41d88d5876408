import { FilterSentence } from '../../features/incidents';
import { useSession } from '../../store';
import { useFilterParts } from '../wiring/useFilterParts';

/** What is filtered now, with its ways out. */
export function FilterPart() {
  const parts = useFilterParts();
  const setFilter = useSession((session) => session.setFilter);
  const clearFilter = useSession((session) => session.clearFilter);
  return <FilterSentence parts={parts} onRemove={(key) => setFilter(key, undefined)} onClear={clearFilter} />;
}
