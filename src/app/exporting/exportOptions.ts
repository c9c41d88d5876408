import type { ExportTier } from '../../domain';
import { STANDARD_CSV, VIETNAMESE_CSV } from '../../formats/csvWriter';
import type { Vn2000Zone } from '../../formats/out/incidentRows';
import type { Language } from '../../i18n';
import type { ExportSelection } from '../../workers/borderAnswers';
import type { IncidentFormat } from '../../workers/exportTasks';
import type { ExportMessages } from './exportNotes';

export type ExportFormat = IncidentFormat | 'csvSemicolon';

/** What the user chooses of a file. */
export interface ExportOptions {
  readonly format: ExportFormat;
  readonly tier: ExportTier;
  readonly selection: ExportSelection;
  readonly language: Language;
  readonly vn2000: Vn2000Zone | 'none';
}

const FORMATS: readonly ExportFormat[] = ['xlsx', 'csvSemicolon', 'csv', 'gpkg', 'geojson', 'zip', 'kml', 'gpx'];
const TABLE_FORMATS: readonly ExportFormat[] = ['xlsx', 'csvSemicolon', 'csv'];

/** Formats that a tier can be written in: counts have no place on a map. */
export const formatsOf = (tier: ExportTier): readonly ExportFormat[] => (tier === 'public' ? TABLE_FORMATS : FORMATS);

/** Formats that hold only what has a position. */
export const isMapFormat = (format: ExportFormat): boolean => format !== 'gpkg' && !TABLE_FORMATS.includes(format);

export const endingOf = (format: ExportFormat): IncidentFormat => (format === 'csvSemicolon' ? 'csv' : format);
export const dialectOf = (format: ExportFormat) => (format === 'csvSemicolon' ? VIETNAMESE_CSV : STANDARD_CSV);

/** The file's name without its ending: it always names the tier, and says where incidents are simulated. */
export function baseName(
  { format, tier }: ExportOptions,
  words: ExportMessages,
  { today, hasSimulated }: { readonly today: string; readonly hasSimulated: boolean },
): string {
  const dialect = format === 'csvSemicolon' ? words.semicolonSuffix : '';
  return `${words.fileName(words.tierFile[tier], today)}${hasSimulated ? words.simulatedSuffix : ''}${dialect}`;
}
