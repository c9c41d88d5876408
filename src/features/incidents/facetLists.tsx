import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { CategoryId } from '../../domain';
import { useMessages, useTerms } from '../../i18n';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import type { MapTheme } from '../../map/types';
import type { SessionFilter } from '../../store';
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
