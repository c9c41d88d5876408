/** Every column that the table of incidents can have. */
export const INCIDENT_COLUMNS = [
  'occurred',
  'category',
  'kind',
  'discovery',
  'status',
  'persons',
  'unit',
  'located',
  'line',
  'distance',
  'doubt',
  'side',
  'chainage',
  'accuracy',
  'method',
  'reported',
  'caseNumber',
  'summary',
  'source',
] as const;
export type IncidentColumn = (typeof INCIDENT_COLUMNS)[number];
export const isIncidentColumn = (id: string): id is IncidentColumn => INCIDENT_COLUMNS.some((known) => known === id);
export type EditableColumn = Exclude<
  IncidentColumn,
  'located' | 'line' | 'distance' | 'doubt' | 'side' | 'chainage' | 'method' | 'source'
>;

/** Those that are shown until a user chooses others. */
export const FIRST_COLUMNS: readonly IncidentColumn[] = [
  'occurred',
  'category',
  'kind',
  'persons',
  'unit',
  'line',
  'distance',
  'side',
  'chainage',
  'summary',
];
