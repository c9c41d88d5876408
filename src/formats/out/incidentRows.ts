import {
  type BorderLineId,
  type Discovery,
  type EditionId,
  type Exactness,
  foldVietnamese,
  type Incident,
  type IncidentKind,
  type Level,
  lngLat,
  type PlainDate,
  type PositionMethod,
  placeOf,
  type UnitCode,
  type ZoneDistances,
} from '../../domain';
import { toVn2000, VN2000_ZONES } from '../../geo/vn2000';
import type { ExportField, ExportRow, ExportValue } from './exportFile';
import { columnsThatLeave, INCIDENT_COLUMNS, type IncidentColumn } from './incidentColumns';

/** A line in whose zone an incident lies. */
export interface FlaggedLine {
  readonly id: BorderLineId;
  readonly name: string;
  readonly level: Level;
  readonly exactness: Exactness;
  /** Null where the position does not leave. */
  readonly distanceM: number | null;
  readonly chainageM: number | null;
  /** The unit on whose side it lies; null exactly on the line where no handling unit decides. */
  readonly sideCode: UnitCode | null;
  readonly sideName: string | null;
}

/** An incident as it is exported: in the partner tier with the position and the times that leave. */
export interface FlaggedIncidentRow {
  readonly incident: Incident;
  /** What names it in the file. */
  readonly reference: string;
  /** Name of the handling unit in the edition of its day, where it is known. */
  readonly unitName: string | null;
  /** The unit of the shown edition that holds the position. */
  readonly locatedUnitCode: UnitCode | null;
  readonly locatedUnitName: string | null;
  /** Every line in range, nearest first; empty: not flagged by a line. */
  readonly lines: readonly FlaggedLine[];
  /** In a zone, but by its accuracy not surely; or in none, but maybe; null: neither. */
  readonly doubt: 'unsure' | 'maybe' | null;
  /** What the user's own zones that hold it are called. */
  readonly userZones: readonly string[];
}

export type Vn2000Zone = keyof typeof VN2000_ZONES;

/** What holds for a whole export. */
export interface ExportFacts {
  readonly editionId: EditionId;
  readonly zoneM: ZoneDistances;
  /** The day on which the file is made. */
  readonly exportedOn: PlainDate;
  readonly isInternal: boolean;
  /** What the tier is called. */
  readonly tier: string;
  /** What was filtered, in words. */
  readonly selection: string;
  /** The zone of the survey coordinates that are wanted too. */
  readonly vn2000: Vn2000Zone | null;
}

/** The words of an export, in the language of the file. */
export interface ExportWords {
  /** What a spreadsheet calls a column, what a Shapefile calls it, and what it means. */
  readonly columns: Readonly<Record<IncidentColumn, readonly [heading: string, shortName: string, meaning: string]>>;
  /** Whether GeoJSON, KML and GPX name properties by the headings, or by the columns' own names. */
  readonly hasOwnProperties: boolean;
  readonly category: Readonly<Record<string, string>>;
  readonly kind: Readonly<Record<IncidentKind, string>>;
  readonly discovery: Readonly<Record<Discovery, string>>;
  readonly status: Readonly<Record<string, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly positionMethod: Readonly<Record<PositionMethod, string>>;
  readonly caveat: Readonly<Record<Exactness, string>>;
  readonly doubt: Readonly<Record<'unsure' | 'maybe', string>>;
  readonly simulated: string;
  readonly real: string;
  readonly yes: string;
  readonly no: string;
}

/** "Cách đường (m)" → "cach_duong_m". */
const propertyOf = (heading: string): string =>
  foldVietnamese(heading)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** The fields of a file of incidents, in order. */
export function incidentFields(facts: ExportFacts, words: ExportWords): ExportField[] {
  return columnsThatLeave({ isInternal: facts.isInternal, hasVn2000: facts.vn2000 !== null }).map((column) => {
    const [heading, shortName, meaning] = words.columns[column];
    const spec: { readonly type: ExportField['type']; readonly digits?: number; readonly isLong?: true } =
      INCIDENT_COLUMNS[column];
    return {
      type: spec.type,
      digits: spec.digits ?? 0,
      isLong: spec.isLong ?? false,
      heading,
      shortName,
      meaning,
      property: words.hasOwnProperties ? propertyOf(heading) : column,
      flagWords: column === 'simulated' ? [words.real, words.simulated] : [words.no, words.yes],
    };
  });
}

const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 100) / 100;

/** Whole metres, which have no decimal sign that one language would read wrong. */
const otherLines = (lines: readonly FlaggedLine[]): string =>
  lines
    .slice(1)
    .map(({ id, name, exactness, distanceM }) => {
      const distance = distanceM === null ? '' : ` ${exactness === 'exact' ? '' : '≈'}${Math.round(distanceM)} m`;
      return `${name} [${id}]${distance}`;
    })
    .join('; ');

function vn2000Of(
  { incident }: FlaggedIncidentRow,
  zone: Vn2000Zone | null,
): Pick<Values, 'vn2000_northing_m' | 'vn2000_easting_m' | 'vn2000_zone'> {
  const place = placeOf(incident);
  if (!zone || !place) return { vn2000_northing_m: null, vn2000_easting_m: null, vn2000_zone: null };
  const { centralMeridianDeg, epsg } = VN2000_ZONES[zone];
  const { eastingM, northingM } = toVn2000(lngLat(place.lng, place.lat), centralMeridianDeg);
  const minutes = Math.round((centralMeridianDeg % 1) * 60);
  return {
    vn2000_northing_m: rounded(northingM),
    vn2000_easting_m: rounded(eastingM),
    vn2000_zone: `${Math.floor(centralMeridianDeg)}°${String(minutes).padStart(2, '0')}′ (EPSG:${epsg})`,
  };
}

type Values = Readonly<Record<IncidentColumn, ExportValue>>;

function valuesOf(row: FlaggedIncidentRow, facts: ExportFacts, words: ExportWords): Values {
  const { incident, lines } = row;
  const nearest = lines[0];
  return {
    id: row.reference,
    occurred_from: incident.occurred.from,
    occurred_to: incident.occurred.to,
    reported_on: incident.reportedOn,
    latitude: incident.lat,
    longitude: incident.lng,
    ...vn2000Of(row, facts.vn2000),
    position_accuracy_m: incident.positionAccuracyM,
    position_method: words.positionMethod[incident.positionMethod],
    category: words.category[incident.category] ?? incident.category,
    kind: words.kind[incident.kind],
    discovery: words.discovery[incident.discovery],
    persons_involved: incident.personsInvolved,
    unit_code: incident.unitCode,
    unit_name: row.unitName,
    status: words.status[incident.status] ?? incident.status,
    summary: incident.summary,
    source_name: incident.source.name,
    source_row: incident.source.row,
    source_id: incident.source.id ?? null,
    simulated: incident.source.kind === 'simulated',
    flagged: lines.length > 0 || row.userZones.length > 0,
    flag_doubt: row.doubt && words.doubt[row.doubt],
    line_id: nearest?.id ?? null,
    line_name: nearest?.name ?? null,
    line_level: nearest ? words.level[nearest.level] : null,
    distance_m: rounded(nearest?.distanceM),
    side_code: nearest?.sideCode ?? null,
    side_name: nearest?.sideName ?? null,
    chainage_m: rounded(nearest?.chainageM),
    line_caveat: nearest ? words.caveat[nearest.exactness] : null,
    lines_in_range: lines.length,
    other_lines: otherLines(lines),
    user_zones: row.userZones.join('; '),
    located_unit_code: row.locatedUnitCode,
    located_unit_name: row.locatedUnitName,
    edition: facts.editionId,
    zone_commune_m: facts.zoneM.commune,
    zone_district_m: facts.zoneM.district,
    zone_province_m: facts.zoneM.province,
    tier: facts.tier,
    selection: facts.selection,
    exported_on: facts.exportedOn,
  };
}

/** Makes rows of a file of incidents: the columns that leave, in the file's words. */
export function incidentRows(facts: ExportFacts, words: ExportWords): (row: FlaggedIncidentRow) => ExportRow {
  const columns = columnsThatLeave({ isInternal: facts.isInternal, hasVn2000: facts.vn2000 !== null });
  return (row) => {
    const values = valuesOf(row, facts, words);
    const place = placeOf(row.incident);
    const simulated = row.incident.source.kind === 'simulated' ? ` (${words.simulated})` : '';
    return {
      values: columns.map((column) => (values[column] === '' ? null : values[column])),
      position: place ? [place.lng, place.lat] : null,
      title: `${values.category}${simulated}`,
    };
  };
}
