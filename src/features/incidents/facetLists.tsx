import { DISCOVERIES, KINDS } from '../../analysis/incidentColumns';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import { type CategoryId, LEVELS, type StatusId, type UnitCode } from '../../domain';
import { useMessages, useTerms } from '../../i18n';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import type { MapTheme } from '../../map/types';
import { NO_UNIT, type SessionFilter } from '../../store';
import type { QuerySummary } from '../../workers/borderAnswers';
import { FacetList } from './FacetList';

export interface FacetsProps {
  readonly info: EditionInfo;
  readonly summary: QuerySummary;
  readonly filter: SessionFilter;
  readonly onFilter: <K extends keyof SessionFilter>(key: K, value: SessionFilter[K] | undefined) => void;
}

const NONE: readonly string[] = [];
const orNone = <T,>(ids: readonly string[]): T | undefined => (ids.length === 0 ? undefined : (ids as T));

/** Incidents in the zone of each border line; a press filters by it. */
export function LineFacets({ info, summary, filter, onFilter }: FacetsProps) {
  const { incidents, boundaries } = useMessages();
  return (
    <FacetList
      title={incidents.byLine}
      isRanked
      entries={info.lines.map((line, number) => ({
        id: line.id,
        name: nameLine(info, number),
        count: summary.facets.line[number]!,
        ...(line.exactness === 'approximate' ? { note: boundaries.approximateMark } : {}),
      }))}
      selected={filter.line ?? NONE}
      onSelect={(ids) => onFilter('line', orNone(ids))}
    />
  );
}

/** Incidents of each category; a press filters by it. */
export function CategoryFacets({
  summary,
  filter,
  onFilter,
  theme,
}: Omit<FacetsProps, 'info'> & { readonly theme: MapTheme }) {
  const { incidents } = useMessages();
  const terms = useTerms();
  const codes = new Map<string, number>(summary.categories.map((id, code) => [id, code]));
  return (
    <FacetList
      title={incidents.byCategory}
      entries={terms.lists.category
        .map(({ id, look }) => ({
          id,
          name: terms.name(id),
          count: summary.facets.category[codes.get(id) ?? -1] ?? 0,
          flagged: summary.categoryFlagged[codes.get(id) ?? -1] ?? 0,
          icon: <IncidentSymbol category={look} kind="administrative" isFlagged theme={theme} sizePx={18} />,
        }))
        .filter(({ count, id }) => count > 0 || filter.category?.includes(id as CategoryId))}
      selected={filter.category ?? NONE}
      onSelect={(ids) => onFilter('category', orNone(ids))}
    />
  );
}

/** Incidents inside each member; a press filters by it. */
export function MemberFacets({
  info,
  summary,
  filter,
  onFilter,
  memberUnits,
}: FacetsProps & {
  /** Units that are members, in the edition's order, and what to call them. */
  readonly memberUnits: readonly { readonly code: string; readonly name: string }[];
}) {
  const { incidents } = useMessages();
  const numbers = new Map(info.units.map((unit, number) => [unit.code as string, number]));
  return (
    <FacetList
      title={incidents.byMember}
      entries={memberUnits.map(({ code, name }) => ({
        id: code,
        name,
        count: summary.facets.unit[numbers.get(code) ?? -1] ?? 0,
        flagged: summary.unitFlagged[numbers.get(code) ?? -1] ?? 0,
      }))}
      selected={filter.unit ?? NONE}
      onSelect={(ids) => onFilter('unit', orNone(ids))}
    />
  );
}

/** Incidents in a zone and outside all zones. */
export function FlagFacets({ summary, filter, onFilter }: FacetsProps) {
  const { incidents } = useMessages();
  return (
    <FacetList
      title={incidents.byFlag}
      entries={[
        { id: 'yes', name: incidents.flagged, count: summary.facets.flagged },
        { id: 'no', name: incidents.unflagged, count: summary.facets.unflagged },
      ]}
      selected={filter.isFlagged === undefined ? NONE : [filter.isFlagged ? 'yes' : 'no']}
      onSelect={(ids) => onFilter('isFlagged', ids.length === 1 ? ids[0] === 'yes' : undefined)}
    />
  );
}

/** Incidents in zones of each level. */
export function LevelFacets({ info, summary, filter, onFilter }: FacetsProps) {
  const { incidents, boundaries } = useMessages();
  return (
    <FacetList
      title={incidents.byLevel}
      entries={LEVELS.map((level, k) => ({
        id: level,
        name: boundaries.level[level],
        count: summary.facets.level[k]!,
      })).filter(({ id }) => filter.level?.includes(id) || info.lines.some(({ level }) => level === id))}
      selected={filter.level ?? NONE}
      onSelect={(ids) => onFilter('level', orNone(ids))}
    />
  );
}

/** Incidents on each unit's side of border lines. */
export function SideFacets({ info, summary, filter, onFilter }: FacetsProps) {
  const { incidents } = useMessages();
  return (
    <FacetList
      title={incidents.bySide}
      isRanked
      entries={info.units.map((unit, k) => ({
        id: unit.code,
        name: incidents.inSide(unit.name),
        count: summary.facets.sideUnit[k]!,
      }))}
      selected={filter.sideUnit ?? NONE}
      onSelect={(ids) => onFilter('sideUnit', orNone(ids))}
    />
  );
}

/** Criminal and administrative incidents. */
export function KindFacets({ summary, filter, onFilter }: FacetsProps) {
  const { incidents } = useMessages();
  return (
    <FacetList
      title={incidents.byKind}
      entries={KINDS.map((kind, k) => ({
        id: kind,
        name: incidents.kindName[kind],
        count: summary.facets.kind[k]!,
        flagged: summary.kindFlagged[k]!,
      }))}
      selected={filter.kind ?? NONE}
      onSelect={(ids) => onFilter('kind', orNone(ids))}
    />
  );
}

/** Incidents that were reported, and those that patrols came upon. */
export function DiscoveryFacets({ summary, filter, onFilter }: FacetsProps) {
  const { incidents } = useMessages();
  return (
    <FacetList
      title={incidents.discovery}
      entries={DISCOVERIES.map((id, k) => ({
        id,
        name: incidents.discoveryName[id],
        count: summary.facets.discovery[k]!,
      }))}
      selected={filter.discovery ?? NONE}
      onSelect={(ids) => onFilter('discovery', orNone(ids))}
    />
  );
}

/** Incidents by what has become of them. */
export function StatusFacets({ summary, filter, onFilter }: FacetsProps) {
  const { incidents } = useMessages();
  const terms = useTerms();
  const codes = new Map<string, number>(summary.statuses.map((id, code) => [id, code]));
  return (
    <FacetList
      title={incidents.status}
      entries={terms.lists.status
        .map(({ id }) => ({
          id,
          name: terms.name(id),
          count: summary.facets.status[codes.get(id) ?? -1] ?? 0,
        }))
        .filter(({ count, id }) => count > 0 || filter.status?.includes(id as StatusId))}
      selected={filter.status ?? NONE}
      onSelect={(ids) => onFilter('status', orNone(ids))}
    />
  );
}

/** Incidents by the unit that handles them. */
export function HandlingFacets({
  summary,
  filter,
  onFilter,
  unitName,
}: FacetsProps & { readonly unitName: (code: UnitCode) => string }) {
  const { incidents, register } = useMessages();
  const entries = Array.from(summary.facets.handling, ([code, count]) => {
    const id = code < 0 ? NO_UNIT : (String(code).padStart(5, '0') as UnitCode);
    return { id, name: id === NO_UNIT ? register.notSaid : unitName(id), count };
  });
  return (
    <FacetList
      title={incidents.handlingUnit}
      isRanked
      entries={entries}
      selected={filter.handling ?? NONE}
      onSelect={(ids) => onFilter('handling', orNone(ids))}
    />
  );
}
