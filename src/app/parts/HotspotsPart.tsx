import { memo, type ReactNode, useContext, useMemo } from 'react';
import { DRAWS } from '../../analysis/hotspots/spreadPositions';
import type { EditionInfo } from '../../analysis/openEdition';
import { BasisNote, DiscoveredSwitch, MethodNote, ViewPicker } from '../../features/hotspots';
import { useFormat, useMessages } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import type { MapTheme } from '../../map/types';
import { type HotspotView, useSession } from '../../store';
import { Button, EmptyState, InlineMessage, ProgressBar, Switch } from '../../ui';
import type { HotspotResults } from '../wiring/hotspotWish';
import { hangsOnPlace } from '../wiring/placeFilters';
import { type HotspotOutcome, type Hotspots, useHotspots } from '../wiring/useHotspots';
import { FilterPart } from './FilterPart';
import { CellPanel } from './hotspots/CellPanel';
import { ComparePeriod } from './hotspots/ComparePeriod';
import { DensityPanel } from './hotspots/DensityPanel';
import { EvaluationPanel } from './hotspots/EvaluationPanel';
import { OnlyDraws } from './hotspots/onlyDraws';
import { ProfilePanel } from './hotspots/ProfilePanel';
import { RankingPanel } from './hotspots/RankingPanel';
import { RepeatPanel } from './hotspots/RepeatPanel';
import { SeamPanel } from './hotspots/SeamPanel';
import { StretchPanel } from './hotspots/StretchPanel';
import { shownOf } from './hotspots/shownOf';
import { TimeControls } from './hotspots/TimeControls';
import { TimingPanel } from './hotspots/TimingPanel';

/** Views whose result can be shown over what positions leave unsure. */
const UNCERTAIN_VIEWS = [
  'density',
  'seam',
  'cells',
  'profile',
  'stretches',
  'ranking',
  'repeats',
  'evaluation',
] as const;
type UncertainView = (typeof UNCERTAIN_VIEWS)[number];
const carriesUncertainty = (view: HotspotView): view is UncertainView =>
  (UNCERTAIN_VIEWS as readonly HotspotView[]).includes(view);

/** Views whose numbers are of whole lines. */
const IGNORES_STRETCH: ReadonlySet<HotspotView> = new Set(['stretches', 'ranking']);

export interface HotspotsPartProps {
  readonly theme: MapTheme;
}

/** The panel of hotspots: what is filtered, how it is looked at, and what came of it. */
export default function HotspotsPart({ theme }: HotspotsPartProps) {
  return <Panel hotspots={useHotspots()} theme={theme} />;
}

interface PanelProps extends HotspotsPartProps {
  readonly hotspots: Hotspots;
}

const Panel = memo(({ hotspots, theme }: PanelProps) => {
  const words = useWords(hotspotWords);
  const onlyDraws = useContext(OnlyDraws);
  const format = useFormat();
  const { boundaries } = useMessages();
  const setHotspots = useSession((session) => session.setHotspots);
  const { settings, service, outcomeOf, info, filter } = hotspots;
  const edition = info ? (boundaries.editionName[info.edition.id] ?? info.edition.id) : '';
  const { view } = settings;

  /** What is shown of an outcome: its settings, and its result or why there is none. */
  function frame<V extends keyof HotspotResults>(
    outcome: HotspotOutcome<V> | null,
    show: (value: NonNullable<HotspotResults[V]> | null, of: EditionInfo | null) => ReactNode,
  ): ReactNode {
    const { value = null, info: of = null } = (outcome && shownOf(outcome)) ?? {};
    return (
      <>
        {outcome?.kind === 'working' && (
          <ProgressBar label={words.working} share={outcome.share} onCancel={service.cancel} />
        )}
        {(outcome?.kind === 'cancelled' || outcome?.kind === 'failed') && (
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
        {show(value, of)}
        {value && <BasisNote basis={value.basis} edition={edition} />}
        {outcome?.kind === 'done' && outcome.value === null && (
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
  const results = (
    <>
      {view === 'density' &&
        frame<'density'>(outcomeOf('density'), (value) => <DensityPanel map={value} theme={theme} />)}
      {view === 'seam' && frame<'seam'>(outcomeOf('seam'), (value) => <SeamPanel seam={value} theme={theme} />)}
      {view === 'cells' && frame<'cells'>(outcomeOf('cells'), (value) => <CellPanel map={value} theme={theme} />)}
      {view === 'stretches' && frame<'stretches'>(outcomeOf('stretches'), (value) => <StretchPanel found={value} />)}
      {view === 'ranking' && frame<'ranking'>(outcomeOf('ranking'), (value) => <RankingPanel ranking={value} />)}
      {view === 'timing' && frame<'timing'>(outcomeOf('timing'), (value) => value && <TimingPanel timing={value} />)}
      {view === 'repeats' && frame<'repeats'>(outcomeOf('repeats'), (value) => <RepeatPanel repeats={value} />)}
      {view === 'evaluation' &&
        frame<'evaluation'>(outcomeOf('evaluation'), (value) => value && <EvaluationPanel evaluation={value} />)}
      {view === 'profile' &&
        frame<'profile'>(outcomeOf('profile'), (value, of) => <ProfilePanel found={value} foundIn={of} />)}
    </>
  );
  if (onlyDraws) return results;
  return (
    <div className="gr-PanelPart">
      {picker}
      <MethodNote view={view} />
      <FilterPart />
      {Object.values(filter).every((value) => value === undefined) && (
        <p className="gr-muted gr-small">{words.unfiltered}</p>
      )}
      <TimeControls />
      {results}
      {(view === 'density' || view === 'ranking' || view === 'evaluation') && <ComparePeriod />}
      {filter.stretch && IGNORES_STRETCH.has(view) && <InlineMessage tone="info" title={words.stretchIgnored} />}
      {hangsOnPlace(filter, { view, overUncertainty: settings.overUncertainty && carriesUncertainty(view) }) && (
        <InlineMessage tone="warn" title={words.placeFilters} />
      )}
      {carriesUncertainty(view) && (
        <Switch
          isSelected={settings.overUncertainty}
          onChange={(overUncertainty) => setHotspots({ overUncertainty })}
          hint={words.uncertaintyHints[view](format.count(DRAWS))}
        >
          {words.overUncertainty}
        </Switch>
      )}
      <DiscoveredSwitch isOn={settings.withDiscovered} onChange={(withDiscovered) => setHotspots({ withDiscovered })} />
    </div>
  );
});
Panel.displayName = 'Panel';
