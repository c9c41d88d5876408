import { useMemo } from 'react';
import { doubtOf } from '../../analysis/incidentFlags';
import type { SortKey } from '../../analysis/incidentSort';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { CategoryId, Incident, StatusId, Term } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import type { CellChoice, CellEditor, DataColumn } from '../../ui';
import type { TableEntry } from '../../workers/borderAnswers';
import { type EditableColumn, INCIDENT_COLUMNS, type IncidentColumn } from './incidentColumnIds';
import type { CellChoices } from './readCell';
import { sideName } from './sideName';

/** A row: where the kernel places the incident, and its record. */
export interface IncidentRow {
  readonly entry: TableEntry;
  readonly incident: Incident;
}

type Column = DataColumn<IncidentRow> & { readonly id: IncidentColumn };
type Look = Omit<Column, 'id' | 'title' | 'text' | 'editor'>;

const LOOKS: Readonly<Record<IncidentColumn, Look>> = {
  occurred: { width: 168 },
  category: { width: 140, grow: 1 },
  kind: { width: 120 },
  discovery: { width: 152 },
  status: { width: 128 },
  persons: { width: 160, align: 'end' },
  unit: { width: 152, grow: 1 },
  located: { width: 136, grow: 1 },
  line: { width: 168, grow: 1 },
  distance: { width: 152, align: 'end' },
  doubt: { width: 144 },
  side: { width: 120 },
  chainage: { width: 120, align: 'end' },
  accuracy: { width: 136, align: 'end' },
  method: { width: 144 },
  reported: { width: 144 },
  caseNumber: { width: 136 },
  summary: { width: 240, grow: 2 },
  source: { width: 168 },
};

const UNSORTED: ReadonlySet<IncidentColumn> = new Set(['doubt', 'side', 'caseNumber', 'summary', 'source'] as const);
/** The key that a column sorts by; null: it does not. */
export const sortKeyOf = (column: IncidentColumn): SortKey | null =>
  UNSORTED.has(column) ? null : (column as SortKey);

/** What the columns that choose offer: terms that are retired are not offered, but kept where they are. */
export function useCellChoices(info: EditionInfo): CellChoices {
  const { incidents } = useMessages();
  const terms = useTerms();
  return useMemo(() => {
    const offered = (list: readonly Term[]): CellChoice[] =>
      list
        .filter(({ isRetired, mergedInto }) => !isRetired && !mergedInto)
        .map(({ id }) => ({ id, title: terms.name(id) }));
    const units = info.units.map(({ code, name }) => ({ id: code as string, title: name }));
    const pairs = (...words: readonly Readonly<Record<string, string>>[]): CellChoice[] =>
      words.flatMap((names) => Object.entries(names).map(([id, title]) => ({ id, title })));
    return {
      category: offered(terms.lists.category),
      status: offered(terms.lists.status),
      kind: pairs(incidents.kindName, incidents.kindShort),
      discovery: pairs(incidents.discoveryName),
      unit: units.sort((a, b) => a.title.localeCompare(b.title, 'vi')),
    };
  }, [info, incidents, terms]);
}

/** What the columns are called. */
export function useColumnTitles(): Readonly<Record<IncidentColumn, string>> {
  const { incidents, register } = useMessages();
  return useMemo(() => {
    const { columnTitles } = register;
    return {
      occurred: incidents.occurred,
      category: incidents.category,
      kind: incidents.kind,
      discovery: incidents.discovery,
      status: incidents.status,
      persons: incidents.persons,
      unit: incidents.handlingUnit,
      located: columnTitles.locatedUnit,
      line: incidents.zoneLine,
      distance: incidents.distance,
      doubt: incidents.byDoubtShort,
      side: incidents.side,
      chainage: incidents.chainage,
      accuracy: columnTitles.accuracy,
      method: columnTitles.method,
      reported: columnTitles.reported,
      caseNumber: columnTitles.caseNumber,
      summary: incidents.summary,
      source: incidents.source,
    };
  }, [incidents, register]);
}

/** Every column that the table of incidents can have, in their own order. */
export function useIncidentColumns(
  info: EditionInfo,
  unitName: (code: string) => string,
  choices: CellChoices,
): ReadonlyMap<IncidentColumn, Column> {
  const { incidents, boundaries, register } = useMessages();
  const titles = useColumnTitles();
  const format = useFormat();
  const terms = useTerms();
  return useMemo(() => {
    const approximate = ({ hit }: TableEntry): string =>
      hit !== null && info.lines[hit.line]!.exactness === 'approximate' ? boundaries.approximateMark : '';
    const sourceText = ({ kind, name, row }: Incident['source']): string =>
      ({
        file: incidents.sourceFile(name, row === null ? incidents.unknown : format.count(row)),
        manual: incidents.sourceManual,
        simulated: incidents.sourceSimulated(name),
      })[kind];
    const texts: Readonly<Record<IncidentColumn, (row: IncidentRow) => string>> = {
      occurred: ({ incident }) => format.when(incident.occurred),
      category: ({ incident }) => terms.name(incident.category),
      kind: ({ incident }) => incidents.kindShort[incident.kind],
      discovery: ({ incident }) => incidents.discoveryName[incident.discovery],
      status: ({ incident }) => terms.name(incident.status),
      persons: ({ incident }) => format.count(incident.personsInvolved),
      unit: ({ incident }) => (incident.unitCode ? unitName(incident.unitCode) : ''),
      located: ({ entry }) => info.units[entry.unit]?.name ?? '',
      line: ({ entry }) => (entry.hit ? nameLine(info, entry.hit.line) : ''),
      distance: ({ entry }) => (entry.hit ? `${approximate(entry)}${format.distance(entry.hit.distanceM)}` : ''),
      doubt: ({ entry }) => {
        const doubt = doubtOf(entry.certainty);
        return doubt ? incidents.doubtShort[doubt] : '';
      },
      side: ({ entry, incident }) =>
        entry.hit ? (sideName(info, entry.hit, incident.unitCode) ?? boundaries.onLine) : '',
      chainage: ({ entry }) => (entry.hit ? format.distance(entry.hit.chainageM) : ''),
      accuracy: ({ incident }) =>
        incident.positionAccuracyM === null ? '' : `±${format.distance(incident.positionAccuracyM)}`,
      method: ({ incident }) => register.methodName[incident.positionMethod],
      reported: ({ incident }) => (incident.reportedOn ? format.date(incident.reportedOn) : ''),
      caseNumber: ({ incident }) => incident.source.id ?? '',
      summary: ({ incident }) => incident.summary,
      source: ({ incident }) => sourceText(incident.source),
    };
    const kept = (list: readonly CellChoice[], id: string, title: string): readonly CellChoice[] =>
      list.some((choice) => choice.id === id) ? list : [...list, { id, title }];
    const term = (list: 'category' | 'status', idOf: (incident: Incident) => CategoryId | StatusId) => ({
      value: ({ incident }: IncidentRow) => idOf(incident) as string,
      choices: ({ incident }: IncidentRow) => kept(choices[list], idOf(incident), terms.name(idOf(incident))),
    });
    const few = (names: Readonly<Record<string, string>>): readonly CellChoice[] =>
      Object.entries(names).map(([id, title]) => ({ id, title }));
    const plainNumber = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
    const editors: Readonly<Record<EditableColumn, CellEditor<IncidentRow>>> = {
      occurred: { value: ({ incident }) => format.when(incident.occurred), hint: register.whenHint },
      category: term('category', ({ category }) => category),
      status: term('status', ({ status }) => status),
      kind: { value: ({ incident }) => incident.kind, choices: () => few(incidents.kindName) },
      discovery: { value: ({ incident }) => incident.discovery, choices: () => few(incidents.discoveryName) },
      persons: { value: ({ incident }) => String(incident.personsInvolved), isNumber: true },
      unit: {
        value: ({ incident }) => incident.unitCode ?? '',
        choices: ({ incident: { unitCode } }) => [
          { id: '', title: register.notSaid },
          ...(unitCode ? kept(choices.unit, unitCode, unitName(unitCode)) : choices.unit),
        ],
        isOptional: true,
      },
      accuracy: {
        value: ({ incident }) => plainNumber(incident.positionAccuracyM),
        isNumber: true,
        isOptional: true,
      },
      reported: {
        value: ({ incident }) => (incident.reportedOn ? format.date(incident.reportedOn) : ''),
        hint: register.dayHint,
        isOptional: true,
      },
      caseNumber: { value: ({ incident }) => incident.source.id ?? '', isOptional: true },
      summary: { value: ({ incident }) => incident.summary, isOptional: true },
    };
    return new Map(
      INCIDENT_COLUMNS.map((id): [IncidentColumn, Column] => {
        const text = texts[id];
        const editor = id in editors ? editors[id as EditableColumn] : undefined;
        return [
          id,
          {
            id,
            title: titles[id],
            text,
            ...LOOKS[id],
            isSortable: sortKeyOf(id) !== null,
            ...(editor ? { editor } : {}),
          },
        ];
      }),
    );
  }, [info, incidents, boundaries, register, titles, format, terms, unitName, choices]);
}
