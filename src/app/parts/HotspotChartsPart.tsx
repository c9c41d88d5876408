import '../../features/hotspots/hotspots.css';
import { memo, type RefObject, useCallback, useContext, useEffect } from 'react';
import { MonthBars, WeekMatrix } from '../../features/hotspots';
import type { MapHandle, MapTheme } from '../../map/types';
import { useSession } from '../../store';
import { type ShownTable, TablesShown } from '../../ui';
import { useServices } from '../services';
import { type Hotspots, useHotspots } from '../wiring/useHotspots';
import { ChartMenu } from './briefing/ChartMenu';
import { CrossFilters } from './hotspots/CrossFilters';
import { EvaluationView } from './hotspots/EvaluationView';
import { OnlyDraws } from './hotspots/onlyDraws';
import { ProfileView } from './hotspots/ProfileView';
import { RankingView } from './hotspots/RankingView';
import { RepeatView } from './hotspots/RepeatView';
import { SeamView } from './hotspots/SeamView';
import { StretchView } from './hotspots/StretchView';
import { TimingView } from './hotspots/TimingView';
import { useTimePictures } from './hotspots/useTimePictures';

export interface HotspotChartsPartProps {
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** What stands beside the map of hotspots: the profile, tables, or the charts of time, all of which filter. */
export default function HotspotChartsPart(props: HotspotChartsPartProps) {
  const { border, exhibits } = useServices();
  const addTable = useCallback(
    (read: () => ShownTable) => exhibits.add(() => ({ kind: 'table', table: read() })),
    [exhibits],
  );
  useEffect(() => {
    border.wantTiming(true);
    return () => border.wantTiming(false);
  }, [border]);
  const hotspots = useHotspots();
  return (
    <TablesShown value={addTable}>
      <Charts hotspots={hotspots} {...props} />
    </TablesShown>
  );
}

interface ChartsProps extends HotspotChartsPartProps {
  readonly hotspots: Hotspots;
}

const Charts = memo(({ hotspots, theme, mapRef }: ChartsProps) => {
  const { settings, outcomeOf, summary, filter, register } = hotspots;
  const setFilter = useSession((session) => session.setFilter);
  const timing = summary?.timing ?? null;
  const pictures = useTimePictures(timing);
  const onlyDraws = useContext(OnlyDraws);
  const profile = outcomeOf('profile');
  const stretches = outcomeOf('stretches');
  const seam = outcomeOf('seam');
  const ranking = outcomeOf('ranking');
  const times = outcomeOf('timing');
  const repeats = outcomeOf('repeats');
  const evaluation = outcomeOf('evaluation');
  if (settings.view === 'profile')
    return (
      <div className="gr-HotspotCharts">
        {profile && <ProfileView outcome={profile} theme={theme} register={register} />}
      </div>
    );
  // Of these only the profile draws on the map.
  if (onlyDraws) return null;
  return (
    <div className="gr-HotspotCharts">
      {seam && <SeamView outcome={seam} />}
      {ranking && <RankingView outcome={ranking} />}
      {repeats && <RepeatView outcome={repeats} mapRef={mapRef} register={register} />}
      {evaluation && <EvaluationView outcome={evaluation} />}
      {stretches && <StretchView outcome={stretches} mapRef={mapRef} />}
      {timing && (
        <div className="gr-TimeCharts">
          <MonthBars
            firstMonth={timing.firstMonth}
            months={timing.months}
            period={filter.occurred}
            onPeriod={(period) => setFilter('occurred', period)}
            tools={pictures && <ChartMenu chart={pictures.months} />}
          />
          <WeekMatrix
            week={timing.week}
            hours={filter.hour}
            weekdays={filter.weekday}
            onHours={(hours) => setFilter('hour', hours)}
            onWeekdays={(weekdays) => setFilter('weekday', weekdays)}
            tools={pictures && <ChartMenu chart={pictures.week} />}
          />
        </div>
      )}
      <CrossFilters info={hotspots.info} summary={summary} filter={filter} theme={theme} />
      {times && <TimingView outcome={times} />}
    </div>
  );
});
Charts.displayName = 'Charts';
