import { ArrowLeft } from 'lucide-react';
import type { RefObject } from 'react';
import { classifyLines } from '../../analysis/clusterLines';
import { setMemberDays, setZoneDistances } from '../../commands';
import type { ZoneDistances } from '../../domain';
import { LineDetails, MembersSection, UnitDetails, ZoneSection } from '../../features/boundaries';
import { CountsSection, FilterSentence, IncidentDetails } from '../../features/incidents';
import { useFormat, useMessages } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import type { MapHandle, MapTheme } from '../../map/types';
import { useSession } from '../../store';
import { Button, InlineMessage, ProgressBar } from '../../ui';
import { useServices } from '../services';
import { useActions } from '../wiring/useActions';
import { useObservable } from '../wiring/useObservable';
import { useUnitName } from '../wiring/useUnitName';
import { useZoneM } from '../wiring/useZoneM';
import { useIncident } from './useIncident';

export interface PanelPartProps {
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** The panel beside the map: what is selected, or else the zones and the counts. */
export function PanelPart({ theme, mapRef }: PanelPartProps) {
  const { store, border } = useServices();
  const view = useObservable(border.view);
  const clusters = useObservable(store.clusters);
  const members = useObservable(store.members);
  const layers = useObservable(store.layers);
  const session = useSession();
  const messages = useMessages();
  const { boundaries, incidents } = messages;
  const format = useFormat();
  const actions = useActions();
  const unitName = useUnitName();
  const zoneM = useZoneM();
  const { selection, scope, filter } = session;
  const incident = useIncident(selection?.type === 'incident' ? selection.id : null);
  const { info, summary, problem, reading } = view;
  const cluster = clusters[0];
  const zoneLayers = layers.filter((layer) => layer.zoneM !== null);

  if (problem) {
    const text = describeProblem(messages, problem);
    return <InlineMessage tone="error" title={text.title} detail={text.detail} remedy={text.remedy} isLive />;
  }
  if (!info || !zoneM || !cluster) return <p>{boundaries.loading}</p>;

  const memberNumbers = new Set(
    view.members.units.map(({ code }) => info.units.findIndex((unit) => unit.code === code)),
  );
  const clusterLines = classifyLines(info.lines, memberNumbers);
  const isInScope = (line: number): boolean => scope === 'all' || clusterLines[line] !== 'none';
  const chooseUnit = (number: number): void => session.select({ type: 'unit', id: info.units[number]!.code });
  const chooseLine = (number: number): void => {
    session.select({ type: 'line', id: info.lines[number]!.id });
    mapRef.current?.fitBounds(info.lines[number]!.bbox, { paddingPx: 64, maxZoom: 15 });
  };
  const setZones = (next: ZoneDistances): void => {
    void actions
      .apply(setZoneDistances({ cluster }, { zoneM: next }), { command: 'setZoneDistances', params: { ...next } })
      .then(() => session.setZoneDraft(null));
  };
  const lineNumber = selection?.type === 'line' ? info.lines.findIndex(({ id }) => id === selection.id) : -1;
  const unitNumber = selection?.type === 'unit' ? info.units.findIndex(({ code }) => code === selection.id) : -1;
  const sidesOf = (line: number): readonly [number, number, number] | null =>
    summary ? [summary.lineSides[3 * line]!, summary.lineSides[3 * line + 1]!, summary.lineSides[3 * line + 2]!] : null;

  const details =
    lineNumber >= 0 ? (
      <LineDetails
        info={info}
        line={lineNumber}
        clusterLine={clusterLines[lineNumber]!}
        zoneM={zoneM}
        sides={sidesOf(lineNumber)}
        isInScope={isInScope(lineNumber)}
        onChooseUnit={chooseUnit}
        onFilter={() => session.setFilter('line', info.lines[lineNumber]!.id)}
      />
    ) : unitNumber >= 0 ? (
      <UnitDetails
        info={info}
        unit={unitNumber}
        members={view.members.units.find(({ code }) => code === info.units[unitNumber]!.code)?.members ?? []}
        inside={summary ? { total: summary.facets.unit[unitNumber]!, flagged: summary.unitFlagged[unitNumber]! } : null}
        lineSides={summary?.lineSides ?? null}
        isInScope={isInScope}
        onChooseUnit={chooseUnit}
        onChooseLine={chooseLine}
      />
    ) : incident ? (
      <IncidentDetails
        info={info}
        incident={incident.incident}
        flags={incident.flags}
        unitName={unitName}
        zoneLayerNames={zoneLayers.map(({ name }) => name)}
        theme={theme}
        onChooseLine={chooseLine}
      />
    ) : null;

  const filterSentence = (
    <FilterSentence
      info={info}
      filter={filter}
      zoneLayerName={(id) => layers.find((layer) => layer.id === id)?.name ?? id}
      onRemove={(key) => session.setFilter(key, undefined)}
      onClear={session.clearFilter}
    />
  );
  if (details) {
    return (
      <div className="gr-PanelPart">
        <div>
          <Button variant="quiet" icon={ArrowLeft} onPress={() => session.select(null)}>
            {boundaries.back}
          </Button>
        </div>
        {filterSentence}
        {details}
      </div>
    );
  }
  return (
    <div className="gr-PanelPart">
      {reading !== null && <ProgressBar label={incidents.reading} share={null} detail={format.count(reading)} />}
      {filterSentence}
      <ZoneSection
        zoneM={zoneM}
        onDraft={session.setZoneDraft}
        onSet={setZones}
        scope={scope}
        onScope={session.setScope}
        levels={new Set(info.lines.map(({ level }) => level))}
      />
      {summary && (
        <CountsSection
          info={info}
          summary={summary}
          filter={filter}
          onFilter={session.setFilter}
          memberUnits={view.members.units.map(({ code }) => ({ code, name: unitName(code) }))}
          zoneLayers={zoneLayers.map(({ id, name }) => ({ id, name }))}
          theme={theme}
        />
      )}
      <MembersSection
        cluster={cluster}
        members={members}
        asOf={view.asOf}
        presentName={(member) => {
          if (member.editionId === session.editionId) return null;
          const home = view.members.units.find(({ members: here }) => here.some(({ id }) => id === member.id));
          return home ? unitName(home.code) : null;
        }}
        onChoose={(member) => {
          const home = view.members.units.find(({ members: here }) => here.some(({ id }) => id === member.id));
          if (home) session.select({ type: 'unit', id: home.code });
        }}
        onSetDays={async (member, days) => {
          const planned = setMemberDays({ member }, days);
          if (!planned.ok) return describeProblem(messages, planned.problem).title;
          const result = await store.commit(planned.value, {
            command: 'setMemberDays',
            params: { member: member.name },
          });
          return result.ok ? null : describeProblem(messages, result.problem).title;
        }}
      />
    </div>
  );
}
