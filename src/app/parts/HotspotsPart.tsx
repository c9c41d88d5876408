import { type ReactNode, type RefObject, useMemo } from 'react';
import { BasisNote, DiscoveredSwitch, MethodNote, ViewPicker } from '../../features/hotspots';
import { useMessages } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import type { MapHandle, MapTheme } from '../../map/types';
import { useSession } from '../../store';
import { Button, EmptyState, InlineMessage, ProgressBar } from '../../ui';
import type { HotspotResults } from '../wiring/hotspotWish';
import { type HotspotOutcome, useHotspots } from '../wiring/useHotspots';
import { FilterPart } from './FilterPart';
import { CellPanel } from './hotspots/CellPanel';
import { ComparePeriod } from './hotspots/ComparePeriod';
import { DensityPanel } from './hotspots/DensityPanel';
import { EvaluationPanel } from './hotspots/EvaluationPanel';
import { ProfilePanel } from './hotspots/ProfilePanel';
import { RankingPanel } from './hotspots/RankingPanel';
import { RepeatPanel } from './hotspots/RepeatPanel';
import { SeamPanel } from './hotspots/SeamPanel';
import { StretchPanel } from './hotspots/StretchPanel';
import { TimeControls } from './hotspots/TimeControls';
import { TimingPanel } from './hotspots/TimingPanel';

export interface HotspotsPartProps {
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** The panel of hotspots: what is filtered, how it is looked at, and what came of it. */
export default function HotspotsPart({ mapRef, theme }: HotspotsPartProps) {
  const words = useWords(hotspotWords);
  const { boundaries } = useMessages();
  const setHotspots = useSession((session) => session.setHotspots);
  const { settings, service, outcomeOf, info } = useHotspots();
  const edition = info ? (boundaries.editionName[info.edition.id] ?? info.edition.id) : '';
  const { view } = settings;

  /** What is shown of an outcome: its result, or why there is none. */
  function frame<V extends keyof HotspotResults>(
    outcome: HotspotOutcome<V> | null,
    show: (value: NonNullable<HotspotResults[V]>) => ReactNode,
  ): ReactNode {
    if (!outcome) return null;
    const value = outcome.kind === 'done' ? outcome.value : outcome.kind === 'working' ? outcome.before : undefined;
    return (
      <>
        {outcome.kind === 'working' && (
          <ProgressBar label={words.working} share={outcome.share} onCancel={service.cancel} />
        )}
        {(outcome.kind === 'cancelled' || outcome.kind === 'failed') && (
          <>
            <InlineMessage
              tone={outcome.kind === 'failed' ? 'error' : 'info'}
              title={outcome.kind === 'failed' ? words.failed : words.cancelled}
              {...(outcome.kind === 'failed' ? { remedy: words.failedRemedy } : {})}
              isLive
            />
            <Button onPress={service.again}>{words.again}</Button>
          </>
        )}
        {value && (
          <>
            {show(value)}
            <BasisNote basis={value.basis} edition={edition} />
          </>
        )}
        {outcome.kind === 'done' && value === null && (
          <EmptyState
            title={view === 'evaluation' ? words.evaluationNothing : words.nothing}
            detail={words.nothingRemedy}
          />
        )}
      </>
    );
  }

  const picker = useMemo(
    () => <ViewPicker value={view} onChange={(next) => setHotspots({ view: next })} />,
    [view, setHotspots],
  );
  return (
    <div className="gr-PanelPart">
      {picker}
      <MethodNote view={view} />
      <FilterPart />
      <TimeControls />
      {view === 'density' &&
        frame<'density'>(outcomeOf('density'), (value) => <DensityPanel map={value} theme={theme} />)}
      {view === 'seam' && frame<'seam'>(outcomeOf('seam'), (value) => <SeamPanel seam={value} theme={theme} />)}
      {view === 'cells' && frame<'cells'>(outcomeOf('cells'), (value) => <CellPanel map={value} theme={theme} />)}
      {view === 'stretches' &&
        frame<'stretches'>(outcomeOf('stretches'), (value) => <StretchPanel found={value} mapRef={mapRef} />)}
      {view === 'ranking' && frame<'ranking'>(outcomeOf('ranking'), (value) => <RankingPanel ranking={value} />)}
      {view === 'timing' && frame<'timing'>(outcomeOf('timing'), (value) => <TimingPanel timing={value} />)}
      {view === 'repeats' && frame<'repeats'>(outcomeOf('repeats'), (value) => <RepeatPanel repeats={value} />)}
      {view === 'evaluation' &&
        frame<'evaluation'>(outcomeOf('evaluation'), (value) => <EvaluationPanel evaluation={value} />)}
      {view === 'profile' && (
        <>
          <ProfilePanel />
          {frame<'profile'>(outcomeOf('profile'), () => null)}
        </>
      )}
      {(view === 'density' || view === 'ranking' || view === 'evaluation') && <ComparePeriod />}
      <DiscoveredSwitch isOn={settings.withDiscovered} onChange={(withDiscovered) => setHotspots({ withDiscovered })} />
    </div>
  );
}
