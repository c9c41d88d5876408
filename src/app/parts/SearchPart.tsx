import { FileText, Map as MapIcon, MapPin, Spline } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SearchEntry, SearchKind } from '../../analysis/searchIndex';
import { type BorderLineId, type Incident, type IncidentId, placeOf, type UnitCode } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import type { MapHandle } from '../../map/types';
import { useSession } from '../../store';
import { SearchBox, type SearchGroup } from '../../ui';
import { useServices } from '../services';
import { makeSearchService, type SearchService } from '../wiring/searchService';
import { useUnitName } from '../wiring/useUnitName';
import { useView } from '../wiring/useView';

const LIMIT = 8;
const ICONS = { unit: MapIcon, line: Spline, place: MapPin, incident: FileText } as const;
const KINDS: readonly SearchKind[] = ['unit', 'line', 'place', 'incident'];

export interface SearchPartProps {
  readonly mapRef: RefObject<MapHandle | null>;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** Finds units, lines, places and incidents by any part of their words, without marks. */
export function SearchPart({ mapRef, inputRef }: SearchPartProps) {
  const { store, border, crash } = useServices();
  const info = useView('info');
  const summary = useView('summary');
  const { search, boundaries } = useMessages();
  const format = useFormat();
  const unitName = useUnitName();
  const [records, setRecords] = useState<ReadonlyMap<string, Incident>>(new Map());
  const select = useSession((session) => session.select);
  const service = useRef<SearchService | null>(null);
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly SearchEntry[]>([]);
  const total = summary?.total ?? 0;
  const register = summary?.register ?? 0;

  useEffect(() => () => service.current?.end(), []);
  useEffect(() => {
    if (query.trim() === '' || !info) {
      setHits([]);
      return undefined;
    }
    service.current ??= makeSearchService({ store, border, onCrash: crash.set });
    let isCurrent = true;
    service.current
      .find({ query, info, incidentCount: total, register, limitPerKind: LIMIT })
      .then(async (found) => {
        const ids = found.flatMap(({ kind, id }) => (kind === 'incident' ? [id as IncidentId] : []));
        const records = await store.getIncidents(ids);
        if (!isCurrent) return;
        setHits(found);
        setRecords(new Map(records.flatMap((record) => (record ? [[record.id as string, record] as const] : []))));
      })
      .catch((error: unknown) => console.error(error));
    return () => {
      isCurrent = false;
    };
  }, [query, info, total, register, store, border, crash]);

  const choose = (id: string): void => {
    const hit = hits.find((candidate) => keyOf(candidate) === id);
    if (!hit || !info) return;
    if (hit.kind === 'unit') {
      const unit = info.units.find(({ code }) => code === hit.id);
      select({ type: 'unit', id: hit.id as UnitCode });
      if (unit) mapRef.current?.fitBounds(unit.bbox, { paddingPx: 48 });
    } else if (hit.kind === 'line') {
      const line = info.lines.find((candidate) => candidate.id === hit.id);
      select({ type: 'line', id: hit.id as BorderLineId });
      if (line) mapRef.current?.fitBounds(line.bbox, { paddingPx: 64 });
    } else if (hit.kind === 'incident') {
      const incidentId = hit.id as IncidentId;
      select({ type: 'incident', id: incidentId });
      void store.getIncidents([incidentId]).then(([incident]) => {
        const place = incident && placeOf(incident);
        if (place) mapRef.current?.flyTo({ ...place, zoom: 15 });
      });
    } else {
      const place = service.current?.placeAt(hit.id);
      if (place) mapRef.current?.flyTo({ ...place, zoom: 14 });
    }
  };

  const groups = KINDS.map(
    (kind): SearchGroup => ({
      id: kind,
      title: search.groups[kind],
      results: hits
        .filter((hit) => hit.kind === kind)
        .map((hit) => ({ id: keyOf(hit), title: hit.text, icon: ICONS[kind], ...detailOf(hit) })),
    }),
  );
  function detailOf(hit: SearchEntry): { detail: string } | undefined {
    if (hit.kind === 'place') return { detail: search.placeNote };
    const line = info?.lines.find((candidate) => hit.kind === 'line' && candidate.id === hit.id);
    if (line) return { detail: boundaries.levelLine[line.level] };
    const record = hit.kind === 'incident' ? records.get(hit.id) : undefined;
    if (record) {
      const when = format.dateTime(record.occurred.from);
      return { detail: record.unitCode === null ? when : `${when} · ${unitName(record.unitCode)}` };
    }
    if (hit.kind !== 'unit') return undefined;
    const unit = info?.units.find(({ code }) => code === hit.id);
    return unit ? { detail: [unit.district, unit.province].filter(Boolean).join(', ') } : undefined;
  }
  return (
    <SearchBox
      label={search.label}
      placeholder={search.placeholder}
      query={query}
      onQueryChange={setQuery}
      groups={groups}
      onChoose={choose}
      emptyText={search.nothing}
      inputRef={inputRef}
    />
  );
}

const keyOf = ({ kind, id }: SearchEntry): string => `${kind} ${id}`;
