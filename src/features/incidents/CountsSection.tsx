import './incidents.css';
import { memo, type ReactNode } from 'react';
import { dayOfMinutes } from '../../analysis/incidentColumns';
import { DOUBTS } from '../../analysis/incidentFlags';
import { useFormat, useMessages } from '../../i18n';
import type { MapTheme } from '../../map/types';
import { EmptyState, Stat, StatRow } from '../../ui';
import { FacetList } from './FacetList';
import {
  CategoryFacets,
  type FacetsProps,
  FlagFacets,
  KindFacets,
  LevelFacets,
  LineFacets,
  MemberFacets,
  SideFacets,
} from './facetLists';

const NONE: readonly string[] = [];

export interface CountsSectionProps extends FacetsProps {
  /** Units that are members, in the edition's order, and what to call them. */
  readonly memberUnits: readonly { readonly code: string; readonly name: string }[];
  readonly zoneLayers: readonly { readonly id: string; readonly name: string }[];
  readonly theme: MapTheme;
  /** The one next step while there are no incidents at all. */
  readonly emptyAction?: ReactNode;
}

/** How many incidents, flagged or not, by line, level, side, category, kind, member and the user's zones. */
export const CountsSection = memo((props: CountsSectionProps) => {
  const { info, summary, filter, onFilter, memberUnits, zoneLayers, theme, emptyAction } = props;
  const { incidents } = useMessages();
  const format = useFormat();
  const { facets } = summary;
  /** An id of a list stands for a value of its dimension. */
  const pick =
    (key: 'doubt' | 'zoneLayer') =>
    (ids: readonly string[]): void =>
      onFilter(key, ids.length === 0 ? undefined : (ids as never));
  const shared = { info, summary, filter, onFilter };
  const doubts = [
    ...(summary.shownUnsure > 0 ? [incidents.unsureOf(format.count(summary.shownUnsure))] : []),
    ...(summary.shownMaybe > 0 ? [incidents.maybeOf(format.count(summary.shownMaybe))] : []),
  ];
  const figures = (
    <StatRow>
      <Stat
        label={incidents.shown}
        value={format.count(summary.shown)}
        unit={incidents.unit}
        note={incidents.ofTotal(format.count(summary.total))}
      />
      <Stat
        label={incidents.flaggedShort}
        value={format.count(summary.shownFlagged)}
        unit={incidents.unit}
        {...(doubts.length > 0 ? { note: doubts.join('; ') } : {})}
      />
      <Stat label={incidents.persons} value={format.count(summary.shownPersons)} unit={incidents.personUnit} />
    </StatRow>
  );
  if (summary.total === 0) {
    return (
      <section className="gr-Counts" aria-label={incidents.title}>
        {figures}
        <EmptyState title={incidents.tableEmpty} action={emptyAction} />
      </section>
    );
  }
  return (
    <section className="gr-Counts" aria-label={incidents.title}>
      {figures}
      {summary.span && (
        <p className="gr-muted gr-small">
          {incidents.dataSpan(format.date(dayOfMinutes(summary.span[0])), format.date(dayOfMinutes(summary.span[1])))}
        </p>
      )}
      <FlagFacets {...shared} />
      {(filter.doubt !== undefined || facets.unsure > 0 || facets.maybe > 0) && (
        <FacetList
          title={incidents.byDoubt}
          entries={DOUBTS.map((doubt) => ({ id: doubt, name: incidents.doubt[doubt], count: facets[doubt] }))}
          selected={filter.doubt ?? NONE}
          onSelect={pick('doubt')}
        />
      )}
      <LineFacets {...shared} />
      <LevelFacets {...shared} />
      <SideFacets {...shared} />
      <p className="gr-muted gr-small">{incidents.multipleNote}</p>
      <CategoryFacets {...shared} theme={theme} />
      <KindFacets {...shared} />
      <MemberFacets {...shared} memberUnits={memberUnits} />
      {zoneLayers.length > 0 && (
        <FacetList
          title={incidents.byZoneLayer}
          entries={zoneLayers.map(({ id, name }, k) => ({ id, name, count: facets.zoneLayer[k] ?? 0 }))}
          selected={filter.zoneLayer ?? NONE}
          onSelect={pick('zoneLayer')}
        />
      )}
    </section>
  );
});
CountsSection.displayName = 'CountsSection';
