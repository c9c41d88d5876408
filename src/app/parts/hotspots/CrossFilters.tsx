import { useMemo } from 'react';
import {
  CategoryFacets,
  DiscoveryFacets,
  FlagFacets,
  HandlingFacets,
  KindFacets,
  LevelFacets,
  LineFacets,
  MemberFacets,
  SideFacets,
  StatusFacets,
} from '../../../features/incidents';
import type { MapTheme } from '../../../map/types';
import { useSession } from '../../../store';
import type { Hotspots } from '../../wiring/useHotspots';
import { useUnitName } from '../../wiring/useUnitName';
import { useView } from '../../wiring/useView';

export interface CrossFiltersProps extends Pick<Hotspots, 'info' | 'summary' | 'filter'> {
  readonly theme: MapTheme;
}

/** Counts by category, line, member and all else that can be filtered by, each under the filters of all others: what is pressed filters the charts of time, and they these. */
export function CrossFilters({ info, summary, filter, theme }: CrossFiltersProps) {
  const members = useView('members');
  const unitName = useUnitName();
  const onFilter = useSession((session) => session.setFilter);
  const memberUnits = useMemo(
    () => members.units.map(({ code }) => ({ code, name: unitName(code) })),
    [members, unitName],
  );
  // A summary counts the lines of its own edition.
  if (!info || !summary || summary.facets.line.length !== info.lines.length) return null;
  const shared = { info, summary, filter, onFilter };
  return (
    <div className="gr-CrossFilters">
      <CategoryFacets {...shared} theme={theme} />
      <LineFacets {...shared} />
      <MemberFacets {...shared} memberUnits={memberUnits} />
      <FlagFacets {...shared} />
      <LevelFacets {...shared} />
      <SideFacets {...shared} />
      <KindFacets {...shared} />
      <DiscoveryFacets {...shared} />
      <StatusFacets {...shared} />
      <HandlingFacets {...shared} unitName={unitName} />
    </div>
  );
}
