import type { ExportFieldType } from './exportFile';

interface ColumnSpec {
  readonly type: ExportFieldType;
  readonly digits?: number;
  /** May be long: gets all the room that a format has. */
  readonly isLong?: true;
  /** Free text, or what names a row elsewhere: leaves in the internal tier only. */
  readonly isInternal?: true;
  /** Only where survey coordinates were asked for. */
  readonly isVn2000?: true;
}

/**
 * The columns of exported incidents, in order. Numbers never have three decimals: where the comma is the decimal sign,
 * Excel would read "105.412" as 105,412.
 */
export const INCIDENT_COLUMNS = {
  id: { type: 'text' },
  occurred_from: { type: 'moment' },
  occurred_to: { type: 'moment' },
  reported_on: { type: 'date' },
  latitude: { type: 'number', digits: 7 },
  longitude: { type: 'number', digits: 7 },
  vn2000_northing_m: { type: 'number', digits: 2, isVn2000: true },
  vn2000_easting_m: { type: 'number', digits: 2, isVn2000: true },
  vn2000_zone: { type: 'text', isVn2000: true },
  position_accuracy_m: { type: 'number', digits: 1 },
  position_method: { type: 'text' },
  category: { type: 'text' },
  kind: { type: 'text' },
  discovery: { type: 'text' },
  persons_involved: { type: 'integer' },
  unit_code: { type: 'text' },
  unit_name: { type: 'text' },
  status: { type: 'text' },
  summary: { type: 'text', isLong: true, isInternal: true },
  source_name: { type: 'text', isLong: true, isInternal: true },
  source_row: { type: 'integer', isInternal: true },
  source_id: { type: 'text', isInternal: true },
  simulated: { type: 'flag' },
  flagged: { type: 'flag' },
  flag_doubt: { type: 'text', isInternal: true },
  line_id: { type: 'text' },
  line_name: { type: 'text' },
  line_level: { type: 'text' },
  distance_m: { type: 'number', digits: 2 },
  side_code: { type: 'text' },
  side_name: { type: 'text' },
  chainage_m: { type: 'number', digits: 2 },
  line_caveat: { type: 'text', isLong: true },
  lines_in_range: { type: 'integer' },
  other_lines: { type: 'text', isLong: true },
  user_zones: { type: 'text', isLong: true },
  located_unit_code: { type: 'text' },
  located_unit_name: { type: 'text' },
  edition: { type: 'text' },
  zone_commune_m: { type: 'integer' },
  zone_district_m: { type: 'integer' },
  zone_province_m: { type: 'integer' },
  tier: { type: 'text' },
  selection: { type: 'text', isLong: true },
  exported_on: { type: 'date' },
} as const satisfies Readonly<Record<string, ColumnSpec>>;

export type IncidentColumn = keyof typeof INCIDENT_COLUMNS;

/** The columns that leave. */
export function columnsThatLeave(choice: {
  readonly isInternal: boolean;
  readonly hasVn2000: boolean;
}): IncidentColumn[] {
  return (Object.entries(INCIDENT_COLUMNS) as [IncidentColumn, ColumnSpec][])
    .filter(([, spec]) => (choice.isInternal || !spec.isInternal) && (choice.hasVn2000 || !spec.isVn2000))
    .map(([column]) => column);
}
