import { useMemo } from 'react';
import { describeFilter, type FilterPart } from '../../features/incidents';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { useSession } from '../../store';
import { useServices } from '../services';
import { useObservable } from './useObservable';
import { useUnitName } from './useUnitName';
import { useView } from './useView';

/** What is filtered now, in the words of the screen. */
export function useFilterParts(): readonly FilterPart[] {
  const { store } = useServices();
  const info = useView('info');
  const layers = useObservable(store.layers);
  const filter = useSession((session) => session.filter);
  const unitName = useUnitName();
  const messages = useMessages();
  const format = useFormat();
  const terms = useTerms();
  return useMemo(() => {
    if (!info) return [];
    const zoneName = (id: string): string => layers.find((layer) => layer.id === id)?.name ?? id;
    return describeFilter(filter, { info, messages, terms, format, unitName, zoneName });
  }, [info, filter, messages, terms, format, unitName, layers]);
}
