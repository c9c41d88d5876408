import './incidents.css';
import { memo, type ReactNode } from 'react';
import { dayOfMinutes, KINDS } from '../../analysis/incidentColumns';
import { DOUBTS } from '../../analysis/incidentFlags';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import { type CategoryId, LEVELS } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import type { MapTheme } from '../../map/types';
import type { SessionFilter } from '../../store';
import { EmptyState, Stat, StatRow } from '../../ui';
import type { QuerySummary } from '../../workers/borderAnswers';
import { FacetList } from './FacetList';

const NONE: readonly string[] = [];

export interface CountsSectionProps {
  readonly info: EditionInfo;
  readonly summary: QuerySummary;
  readonly filter: SessionFilter;
  readonly onFilter: <K extends keyof SessionFilter>(key: K, value: SessionFilter[K] | undefined) => void;
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
  const { incidents, boundaries } = useMessages();
  const format = useFormat();
  const terms = useTerms();
  const { facets } = summary;
  /** An id of a list stands for a value of its dimension. */
  const pick =
    (key: 'doubt' | 'line' | 'level' | 'sideUnit' | 'category' | 'kind' | 'unit' | 'zoneLayer') =>
    (ids: readonly string[]): void =>
      onFilter(key, ids.length === 0 ? undefined : (ids as never));
  const categoryCode = new Map<string, number>(summary.categories.map((id, code) => [id, code]));
  const unitNumber = new Map(info.units.map((unit, number) => [unit.code as string, number]));
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
      <FacetList
        title={incidents.byFlag}
        entries={[
          { id: 'yes', name: incidents.flagged, count: facets.flagged },
          { id: 'no', name: incidents.unflagged, count: facets.unflagged },
        ]}
        selected={filter.isFlagged === undefined ? NONE : [filter.isFlagged ? 'yes' : 'no']}
        onSelect={(ids) => onFilter('isFlagged', ids.length === 1 ? ids[0] === 'yes' : undefined)}
      />
      {(filter.doubt !== undefined || facets.unsure > 0 || facets.maybe > 0) && (
        <FacetList
          title={incidents.byDoubt}
          entries={DOUBTS.map((doubt) => ({ id: doubt, name: incidents.doubt[doubt], count: facets[doubt] }))}
          selected={filter.doubt ?? NONE}
          onSelect={pick('doubt')}
        />
      )}
      <FacetList
        title={incidents.byLine}
        isRanked
        entries={info.lines.map((line, number) => ({
          id: line.id,
          name: nameLine(info, number),
          count: facets.line[number]!,
          ...(line.exactness === 'approximate' ? { note: boundaries.approximateMark } : {}),
        }))}
        selected={filter.line ?? NONE}
        onSelect={pick('line')}
      />
      <FacetList
        title={incidents.byLevel}
        entries={LEVELS.map((level, k) => ({
          id: level,
          name: boundaries.level[level],
          count: facets.level[k]!,
        })).filter(({ id }) => filter.level?.includes(id) || info.lines.some(({ level }) => level === id))}
        selected={filter.level ?? NONE}
        onSelect={pick('level')}
      />
      <FacetList
        title={incidents.bySide}
        isRanked
        entries={info.units.map((unit, k) => ({
          id: unit.code,
          name: incidents.inSide(unit.name),
          count: facets.sideUnit[k]!,
        }))}
        selected={filter.sideUnit ?? NONE}
        onSelect={pick('sideUnit')}
      />
      <p className="gr-muted gr-small">{incidents.multipleNote}</p>
      <FacetList
        title={incidents.byCategory}
        entries={terms.lists.category
          .map(({ id, look }) => ({
            id,
            name: terms.name(id),
            count: facets.category[categoryCode.get(id) ?? -1] ?? 0,
            flagged: summary.categoryFlagged[categoryCode.get(id) ?? -1] ?? 0,
            icon: <IncidentSymbol category={look} kind="administrative" isFlagged theme={theme} sizePx={18} />,
          }))
          .filter(({ count, id }) => count > 0 || filter.category?.includes(id as CategoryId))}
        selected={filter.category ?? NONE}
        onSelect={pick('category')}
      />
      <FacetList
        title={incidents.byKind}
        entries={KINDS.map((kind, k) => ({
          id: kind,
          name: incidents.kindName[kind],
          count: facets.kind[k]!,
          flagged: summary.kindFlagged[k]!,
        }))}
        selected={filter.kind ?? NONE}
        onSelect={pick('kind')}
      />
      <FacetList
        title={incidents.byMember}
        entries={memberUnits.map(({ code, name }) => ({
          id: code,
          name,
          count: facets.unit[unitNumber.get(code) ?? -1] ?? 0,
          flagged: summary.unitFlagged[unitNumber.get(code) ?? -1] ?? 0,
        }))}
        selected={filter.unit ?? NONE}
        onSelect={pick('unit')}
      />
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
