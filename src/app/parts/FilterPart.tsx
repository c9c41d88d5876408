import { FilterSentence } from '../../features/incidents';
import { useSession } from '../../store';
import { useServices } from '../services';
import { useObservable } from '../wiring/useObservable';
import { useView } from '../wiring/useView';

/** What is filtered now, with its ways out. */
export function FilterPart() {
  const { store } = useServices();
  const info = useView('info');
  const layers = useObservable(store.layers);
  const filter = useSession((session) => session.filter);
  const setFilter = useSession((session) => session.setFilter);
  const clearFilter = useSession((session) => session.clearFilter);
  if (!info) return null;
  return (
    <FilterSentence
      info={info}
      filter={filter}
      zoneLayerName={(id) => layers.find((layer) => layer.id === id)?.name ?? id}
      onRemove={(key) => setFilter(key, undefined)}
      onClear={clearFilter}
    />
  );
}
