import { useMemo } from 'react';
import { DISCOVERIES, KINDS } from '../../analysis/incidentColumns';
import { DOUBTS } from '../../analysis/incidentFlags';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import { POSITION_METHODS, type UnitCode } from '../../domain';
import { useMessages, useTerms } from '../../i18n';
import { NO_UNIT, type SessionFilter } from '../../store';
import type { HeadFilter } from '../../ui';
import type { QuerySummary } from '../../workers/borderAnswers';
import { ColumnFilter, type ColumnFilterState, type FilterValue } from './ColumnFilter';
import type { FilterPart } from './filterWords';
import { INCIDENT_COLUMNS, type IncidentColumn } from './incidentColumnIds';

/** The part of the one filter that a column's head sets; the others have none. */
const FILTER_OF = {
  occurred: 'occurred',
  category: 'category',
  kind: 'kind',
  discovery: 'discovery',
  status: 'status',
  persons: 'persons',
  unit: 'handling',
  located: 'unit',
  line: 'line',
  distance: 'distance',
  doubt: 'doubt',
  side: 'sideUnit',
  accuracy: 'accuracy',
  method: 'method',
  reported: 'reported',
  caseNumber: 'caseNumber',
  summary: 'summary',
} as const satisfies Partial<Record<IncidentColumn, keyof SessionFilter>>;
type FilteredColumn = keyof typeof FILTER_OF;
const hasFilter = (column: IncidentColumn): column is FilteredColumn => column in FILTER_OF;

export interface HeadFilterOptions {
  readonly info: EditionInfo;
  readonly summary: QuerySummary;
  readonly filter: SessionFilter;
  readonly parts: readonly FilterPart[];
  readonly unitName: (code: string) => string;
  readonly titleOf: (column: IncidentColumn) => string;
  readonly onFilter: <K extends keyof SessionFilter>(key: K, value: SessionFilter[K] | undefined) => void;
}

/** The filters that the heads of the table open: another way to the one filter, with the counts of the last answer. */
export function useHeadFilters(options: HeadFilterOptions): ReadonlyMap<string, HeadFilter> {
  const { info, summary, filter, parts, unitName, titleOf, onFilter } = options;
  const messages = useMessages();
  const terms = useTerms();
  return useMemo(() => {
    const { incidents, filters, register } = messages;
    const { facets } = summary;
    const named = <Id extends string>(
      ids: readonly Id[],
      counts: ArrayLike<number>,
      name: (id: Id) => string,
    ): FilterValue[] => ids.map((id, i) => ({ id, name: name(id), count: counts[i] ?? 0 }));
    const codes = info.units.map(({ code }) => code);
    const valuesOf: Partial<Record<FilteredColumn, () => FilterValue[]>> = {
      category: () => named(summary.categories, facets.category, terms.name),
      status: () => named(summary.statuses, facets.status, terms.name),
      kind: () => named(KINDS, facets.kind, (kind) => incidents.kindName[kind]),
      discovery: () => named(DISCOVERIES, facets.discovery, (value) => incidents.discoveryName[value]),
      method: () => named(POSITION_METHODS, facets.method, (method) => register.methodName[method]),
      doubt: () => named(DOUBTS, [facets.unsure, facets.maybe], (doubt) => incidents.doubt[doubt]),
      located: () => named(codes, facets.unit, unitName),
      side: () => named(codes, facets.sideUnit, unitName),
      line: () =>
        info.lines.map(({ id }, number) => ({ id, name: nameLine(info, number), count: facets.line[number] ?? 0 })),
      unit: () => {
        const there = [...facets.handling].map(([code, count]) => {
          const id = code < 0 ? NO_UNIT : (String(code).padStart(5, '0') as UnitCode);
          return { id, name: id === NO_UNIT ? register.notSaid : unitName(id), count };
        });
        const gone = (filter.handling ?? []).filter((id) => !there.some((value) => value.id === id));
        return [
          ...there,
          ...gone.map((id) => ({ id, name: id === NO_UNIT ? register.notSaid : unitName(id), count: 0 })),
        ];
      },
    };
    const stateOf = (column: FilteredColumn): ColumnFilterState => {
      const key = FILTER_OF[column];
      const set = (value: unknown): void => onFilter(key, value as never);
      const values = valuesOf[column]?.();
      if (values) {
        const chosen = (filter[key] ?? []) as readonly string[];
        return {
          kind: 'values',
          values: values.filter(({ id, count }) => count > 0 || chosen.includes(id)).sort(mostFirst),
          chosen,
          onChange: (next) => set(next.length === 0 ? undefined : next),
        };
      }
      if (column === 'occurred' || column === 'reported')
        return { kind: 'days', range: filter[column] ?? {}, onChange: set };
      if (column === 'summary' || column === 'caseNumber')
        return { kind: 'words', text: filter[column] ?? '', onChange: set };
      const numbers = column as 'persons' | 'distance' | 'accuracy';
      return {
        kind: 'numbers',
        range: filter[numbers] ?? {},
        onChange: set,
        ...(numbers === 'persons' ? {} : { unit: 'm' }),
      };
    };
    return new Map(
      INCIDENT_COLUMNS.filter(hasFilter).map((column): [string, HeadFilter] => {
        const key = FILTER_OF[column];
        const title = titleOf(column);
        const said = parts.find((part) => part.key === key)?.text;
        return [
          column,
          {
            label: said === undefined ? filters.column(title) : filters.columnActive(title, said),
            isOn: said !== undefined,
            content: () => (
              <ColumnFilter
                title={title}
                filter={stateOf(column)}
                isOn={said !== undefined}
                onClear={() => onFilter(key, undefined)}
              />
            ),
          },
        ];
      }),
    );
  }, [info, summary, filter, parts, unitName, titleOf, onFilter, messages, terms]);
}

const mostFirst = (a: FilterValue, b: FilterValue): number => b.count - a.count || a.name.localeCompare(b.name, 'vi');
