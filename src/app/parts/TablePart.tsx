import { useCallback, useEffect, useState } from 'react';
import { type IncidentId, placeOf } from '../../domain';
import { type IncidentRow, IncidentTable } from '../../features/incidents';
import { useSession } from '../../store';
import { useServices } from '../services';
import { useUnitName } from '../wiring/useUnitName';
import { useView } from '../wiring/useView';

export interface TablePartProps {
  /** Shows a place on the map. */
  readonly onShow: (place: { readonly lng: number; readonly lat: number }) => void;
}

/** The table of incidents: rows from the engine's order, records from the register. */
export function TablePart({ onShow }: TablePartProps) {
  const { store, border } = useServices();
  const info = useView('info');
  const summary = useView('summary');
  const selection = useSession((session) => session.selection);
  const filter = useSession((session) => session.filter);
  const sort = useSession((session) => session.sort);
  const select = useSession((session) => session.select);
  const setSort = useSession((session) => session.setSort);
  const unitName = useUnitName();
  const selectedId = selection?.type === 'incident' ? selection.id : null;
  const version = summary?.version ?? 0;
  const [selectedIndex, setSelectedIndex] = useState<number | null>(null);

  const loadRows = useCallback(
    async (from: number, to: number): Promise<readonly (IncidentRow | undefined)[]> => {
      const entries = await border.worker.api.border.rows(version, from, to);
      const records = await store.getIncidents(entries.map(({ id }) => id as IncidentId));
      return entries.map((entry, i) => {
        const incident = records[i];
        return incident ? { entry, incident } : undefined;
      });
    },
    [border, store, version],
  );

  useEffect(() => {
    let isCurrent = true;
    if (selectedId === null || version === 0) {
      setSelectedIndex(null);
      return undefined;
    }
    void border.worker.api.border
      .placeOf(selectedId)
      .then((place) => isCurrent && setSelectedIndex(place < 0 ? null : place));
    return () => {
      isCurrent = false;
    };
  }, [selectedId, version, border]);

  const show = (id: string): void => {
    void store.getIncidents([id as IncidentId]).then(([incident]) => {
      const place = incident && placeOf(incident);
      if (place) onShow(place);
    });
  };

  if (!info || !summary) return null;
  return (
    <IncidentTable
      info={info}
      version={version}
      rowCount={summary.shown}
      isFiltered={Object.keys(filter).length > 0}
      loadRows={loadRows}
      sort={sort}
      onSort={setSort}
      selectedIndex={selectedIndex}
      onSelect={(id) => select({ type: 'incident', id: id as IncidentId })}
      onOpen={(id) => {
        select({ type: 'incident', id: id as IncidentId });
        show(id);
      }}
      unitName={unitName}
    />
  );
}
