import type {
  BorderLineId,
  Discovery,
  EditionId,
  Exactness,
  Incident,
  IncidentKind,
  Level,
  PlainDate,
  PositionMethod,
  UnitCode,
  ZoneDistances,
} from '../domain';
import { type CsvCell, type CsvDialect, makeCsvWriter } from './csvWriter';

/** A line in whose zone an incident lies. */
export interface FlaggedLine {
  readonly id: BorderLineId;
  readonly name: string;
  readonly level: Level;
  readonly exactness: Exactness;
  readonly distanceM: number;
  readonly chainageM: number;
  /** The unit on whose side it lies; null exactly on the line where no handling unit decides. */
  readonly sideCode: UnitCode | null;
  readonly sideName: string | null;
}

/** An incident as it is exported. */
export interface FlaggedIncidentRow {
  readonly incident: Incident;
  /** Name of the handling unit in the edition of its day, where it is known. */
  readonly unitName: string | null;
  /** The unit of the shown edition that holds the position. */
  readonly locatedUnitCode: UnitCode | null;
  readonly locatedUnitName: string | null;
  /** Every line in range, nearest first; empty: not flagged by a line. */
  readonly lines: readonly FlaggedLine[];
  /** Names of the user's own zones that hold it. */
  readonly userZones: readonly string[];
}

/** What holds for a whole export. */
export interface ExportFacts {
  readonly editionId: EditionId;
  readonly zoneM: ZoneDistances;
  /** The day on which the file is made. */
  readonly exportedOn: PlainDate;
}

/** Columns of the CSV, in order; the same names are the properties of the GeoJSON. */
export const EXPORT_COLUMNS = [
  'id',
  'occurred_from',
  'occurred_to',
  'reported_on',
  'latitude',
  'longitude',
  'position_accuracy_m',
  'position_method',
  'category',
  'kind',
  'discovery',
  'persons_involved',
  'unit_code',
  'unit_name',
  'status',
  'summary',
  'source_name',
  'source_row',
  'simulated',
  'flagged',
  'line_id',
  'line_name',
  'line_level',
  'distance_m',
  'side_code',
  'side_name',
  'chainage_m',
  'line_caveat',
  'lines_in_range',
  'other_lines',
  'user_zones',
  'located_unit_code',
  'located_unit_name',
  'edition',
  'zone_commune_m',
  'zone_district_m',
  'zone_province_m',
  'exported_on',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** The words of an export, in the language of the screen. */
export interface ExportWords {
  readonly headings: Readonly<Record<ExportColumn, string>>;
  readonly category: Readonly<Record<string, string>>;
  readonly kind: Readonly<Record<IncidentKind, string>>;
  readonly discovery: Readonly<Record<Discovery, string>>;
  readonly status: Readonly<Record<string, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly positionMethod: Readonly<Record<PositionMethod, string>>;
  readonly caveat: Readonly<Record<Exactness, string>>;
  readonly simulated: string;
  readonly real: string;
  readonly yes: string;
  readonly no: string;
}

type Value = string | number | boolean | null;

const shortNumber = (value: number): number => Math.round(value * 100) / 100;

/** Whole metres, which have no decimal sign that one language would read wrong. */
const otherLines = (lines: readonly FlaggedLine[]): string =>
  lines
    .slice(1)
    .map(
      ({ id, name, exactness, distanceM }) =>
        `${name} [${id}] ${exactness === 'exact' ? '' : '≈'}${Math.round(distanceM)} m`,
    )
    .join('; ');

/** The values of a row: codes and numbers, no words of any language but names. */
function valuesOf(row: FlaggedIncidentRow, { editionId, zoneM, exportedOn }: ExportFacts): Record<ExportColumn, Value> {
  const { incident, lines } = row;
  const nearest = lines[0];
  return {
    id: incident.id,
    occurred_from: incident.occurred.from,
    occurred_to: incident.occurred.to,
    reported_on: incident.reportedOn,
    latitude: incident.lat,
    longitude: incident.lng,
    position_accuracy_m: incident.positionAccuracyM,
    position_method: incident.positionMethod,
    category: incident.category,
    kind: incident.kind,
    discovery: incident.discovery,
    persons_involved: incident.personsInvolved,
    unit_code: incident.unitCode,
    unit_name: row.unitName,
    status: incident.status,
    summary: incident.summary,
    source_name: incident.source.name,
    source_row: incident.source.row,
    simulated: incident.source.kind === 'simulated',
    flagged: lines.length > 0 || row.userZones.length > 0,
    line_id: nearest?.id ?? null,
    line_name: nearest?.name ?? null,
    line_level: nearest?.level ?? null,
    distance_m: nearest ? shortNumber(nearest.distanceM) : null,
    side_code: nearest?.sideCode ?? null,
    side_name: nearest?.sideName ?? null,
    chainage_m: nearest ? shortNumber(nearest.chainageM) : null,
    line_caveat: nearest?.exactness ?? null,
    lines_in_range: lines.length,
    other_lines: otherLines(lines),
    user_zones: row.userZones.join('; '),
    located_unit_code: row.locatedUnitCode,
    located_unit_name: row.locatedUnitName,
    edition: editionId,
    zone_commune_m: zoneM.commune,
    zone_district_m: zoneM.district,
    zone_province_m: zoneM.province,
    exported_on: exportedOn,
  };
}

/** "2018-03-05T21:30" → "2018-03-05 21:30": spreadsheets of every language take it for that date, which 05/03/2018 is not. */
const spreadsheetDate = (text: string): string => text.replace('T', ' ');

/**
 * Never three decimals: where the comma is the decimal sign, Excel would read "105.412" as 105,412. Whole numbers keep none.
 */
const DIGITS: Partial<Record<ExportColumn, number>> = {
  latitude: 7,
  longitude: 7,
  distance_m: 2,
  chainage_m: 2,
  position_accuracy_m: 1,
  zone_commune_m: 0,
  zone_district_m: 0,
  zone_province_m: 0,
};

function toCell(column: ExportColumn, value: Value, row: FlaggedIncidentRow, words: ExportWords): CsvCell {
  if (value === null || value === '') return null;
  const { incident, lines } = row;
  switch (column) {
    case 'occurred_from':
    case 'occurred_to':
    case 'reported_on':
    case 'exported_on':
      return spreadsheetDate(String(value));
    case 'category':
      return words.category[incident.category] ?? incident.category;
    case 'kind':
      return words.kind[incident.kind];
    case 'discovery':
      return words.discovery[incident.discovery];
    case 'status':
      return words.status[incident.status] ?? incident.status;
    case 'position_method':
      return words.positionMethod[incident.positionMethod];
    case 'line_level':
      return lines[0] ? words.level[lines[0].level] : null;
    case 'line_caveat':
      return lines[0] ? words.caveat[lines[0].exactness] : null;
    case 'simulated':
      return value === true ? words.simulated : words.real;
    case 'flagged':
      return value === true ? words.yes : words.no;
    default:
      return typeof value === 'number' ? { value, digits: DIGITS[column] ?? 0 } : String(value);
  }
}

/** Takes rows piece by piece and gives the file at the end. */
export interface ExportWriter {
  readonly write: (rows: readonly FlaggedIncidentRow[]) => void;
  readonly finish: () => Blob;
}

/** CSV for Excel: headings and words in the user's language, metres and degrees with the dialect's decimal sign. */
export function makeFlaggedCsv(facts: ExportFacts, words: ExportWords, dialect: CsvDialect): ExportWriter {
  const writer = makeCsvWriter(dialect);
  writer.write(EXPORT_COLUMNS.map((column) => words.headings[column]));
  return {
    write: (rows) => {
      for (const row of rows) {
        const values = valuesOf(row, facts);
        writer.write(EXPORT_COLUMNS.map((column) => toCell(column, values[column], row, words)));
      }
    },
    finish: writer.finish,
  };
}

/**
 * GeoJSON for QGIS: a point per incident in WGS 84, properties named as `EXPORT_COLUMNS` with codes, numbers and ISO dates,
 * the same in every language.
 * @source RFC 7946
 */
export function makeFlaggedGeojson(facts: ExportFacts, name: string): ExportWriter {
  const pieces: Blob[] = [new Blob([`{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[`])];
  let isFirst = true;
  return {
    write: (rows) => {
      let text = '';
      for (const row of rows) {
        const { lng, lat } = row.incident;
        const feature = {
          type: 'Feature',
          geometry: lng === null || lat === null ? null : { type: 'Point', coordinates: [lng, lat] },
          properties: valuesOf(row, facts),
        };
        text += `${isFirst ? '\n' : ',\n'}${JSON.stringify(feature)}`;
        isFirst = false;
      }
      pieces.push(new Blob([text]));
    },
    finish: () => new Blob([...pieces, '\n]}\n'], { type: 'application/geo+json' }),
  };
}
