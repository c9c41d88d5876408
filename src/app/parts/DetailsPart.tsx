import { lazy, type RefObject, Suspense, useState } from 'react';
import { classifyLines } from '../../analysis/clusterLines';
import { LineDetails, UnitDetails } from '../../features/boundaries';
import { IncidentDetails } from '../../features/incidents';
import { useMessages } from '../../i18n';
import type { MapHandle, MapTheme } from '../../map/types';
import { type Selection, useSession } from '../../store';
import { Disclosure } from '../../ui';
import { useServices } from '../services';
import { useObservable } from '../wiring/useObservable';
import { useUnitName } from '../wiring/useUnitName';
import { useView } from '../wiring/useView';
import { useZoneM } from '../wiring/useZoneM';
import { useIncident } from './useIncident';

const HistoryPart = lazy(() => import('./HistoryPart'));

export interface DetailsPartProps {
  readonly selection: Selection;
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** What is selected: a unit, a line or an incident. */
export function DetailsPart({ selection, theme, mapRef }: DetailsPartProps) {
  const { store } = useServices();
  const { boundaries, register } = useMessages();
  const info = useView('info');
  const placed = useView('members');
  const answered = useView('summary');
  const layers = useObservable(store.layers);
  const unitName = useUnitName();
  const zoneM = useZoneM();
  const scope = useSession((session) => session.scope);
  const select = useSession((session) => session.select);
  const setFilter = useSession((session) => session.setFilter);
  const [historyOf, setHistoryOf] = useState<string | null>(null);
  const incident = useIncident(selection.type === 'incident' ? selection.id : null);
  if (!info || !zoneM) return null;
  // A summary counts the lines of its own edition: while the next one is on its way there is nothing to show.
  const summary = answered?.facets.line.length === info.lines.length ? answered : null;

  const members = new Set(placed.units.map(({ code }) => info.units.findIndex((unit) => unit.code === code)));
  const clusterLines = classifyLines(info.lines, members);
  const isInScope = (line: number): boolean => scope === 'all' || clusterLines[line] !== 'none';
  const chooseUnit = (number: number): void => select({ type: 'unit', id: info.units[number]!.code });
  const chooseLine = (number: number): void => {
    select({ type: 'line', id: info.lines[number]!.id });
    mapRef.current?.fitBounds(info.lines[number]!.bbox, { paddingPx: 64, maxZoom: 15 });
  };
  const { id } = selection;
  if (selection.type === 'line') {
    const line = info.lines.findIndex((candidate) => candidate.id === id);
    if (line < 0) return <p>{boundaries.notInEdition}</p>;
    const [left = 0, right = 0, on = 0] = summary?.lineSides.subarray(3 * line, 3 * line + 3) ?? [];
    return (
      <LineDetails
        info={info}
        line={line}
        clusterLine={clusterLines[line]!}
        zoneM={zoneM}
        sides={summary ? [left, right, on] : null}
        isInScope={isInScope(line)}
        onChooseUnit={chooseUnit}
        onFilter={() => setFilter('line', [info.lines[line]!.id])}
      />
    );
  }
  if (selection.type === 'unit') {
    const unit = info.units.findIndex(({ code }) => code === id);
    if (unit < 0) return <p>{boundaries.notInEdition}</p>;
    return (
      <UnitDetails
        info={info}
        unit={unit}
        members={placed.units.find(({ code }) => code === id)?.members ?? []}
        inside={summary ? { total: summary.facets.unit[unit]!, flagged: summary.unitFlagged[unit]! } : null}
        lineSides={summary?.lineSides ?? null}
        isInScope={isInScope}
        onChooseUnit={chooseUnit}
        onChooseLine={chooseLine}
      />
    );
  }
  if (incident === 'missing') return <p>{boundaries.notInRegister}</p>;
  if (!incident) return null;
  return (
    <>
      <IncidentDetails
        info={info}
        incident={incident.incident}
        flags={incident.flags}
        unitName={unitName}
        zoneLayerNames={layers.filter((layer) => layer.zoneM !== null).map(({ name }) => name)}
        theme={theme}
        onChooseLine={chooseLine}
        onEdit={() => useSession.getState().openEntry({ kind: 'edit', place: null, id: incident.incident.id })}
      />
      <Disclosure
        key={id}
        title={register.history}
        isOpen={historyOf === id}
        onOpenChange={(isOpen) => setHistoryOf(isOpen ? id : null)}
      >
        {historyOf === id && (
          <Suspense>
            <HistoryPart incident={incident.incident} />
          </Suspense>
        )}
      </Disclosure>
    </>
  );
}
