import type { CsvDialect } from '../formats/csvWriter';
import type { ExportField, ExportFrame, ExportNote, ExportRow, ExportWriter } from '../formats/out/exportFile';
import type { ExportFacts, ExportWords, FlaggedIncidentRow } from '../formats/out/incidentRows';
import type { PublicContents } from '../formats/out/publicFile';

/** The formats that hold incidents, by the ending of their files; `csv` in two dialects. */
export type IncidentFormat = 'xlsx' | 'csv' | 'geojson' | 'gpkg' | 'kml' | 'gpx' | 'zip';

export interface ExportChoice {
  readonly format: IncidentFormat;
  readonly dialect: CsvDialect;
  readonly frame: ExportFrame;
  readonly facts: ExportFacts;
  readonly words: ExportWords;
}

export interface PublicChoice {
  readonly format: 'xlsx' | 'csv';
  readonly dialect: CsvDialect;
  readonly frame: ExportFrame;
  readonly csvHeadings: readonly [string, string, string, string];
  readonly contents: PublicContents;
}

/** What writes a format is loaded with the first file of it. */
async function makeWriter(
  { format, dialect, frame }: ExportChoice,
  fields: readonly ExportField[],
): Promise<ExportWriter> {
  switch (format) {
    case 'xlsx':
      return (await import('../formats/out/xlsxWriter')).makeXlsxWriter(frame, fields);
    case 'csv':
      return (await import('../formats/out/csvFile')).makeCsvFile(fields, dialect);
    case 'geojson':
      return (await import('../formats/out/geojsonWriter')).makeGeojsonWriter(frame, fields);
    case 'gpkg': {
      const [{ makeGeopackageWriter }, { openSqlite }] = await Promise.all([
        import('../formats/out/geopackageWriter'),
        import('../formats/out/openSqlite'),
      ]);
      return makeGeopackageWriter(frame, fields, await openSqlite());
    }
    case 'kml':
      return (await import('../formats/out/kmlWriter')).makeKmlWriter(frame, fields);
    case 'gpx':
      return (await import('../formats/out/gpxWriter')).makeGpxWriter(frame, fields);
    case 'zip':
      return (await import('../formats/out/shapefileWriter')).makeShapefileWriter(frame, fields);
  }
}

/** Writes incidents to a file piece by piece, so that no message and no task grows with the register. */
export function createExportTasks() {
  let file: { readonly writer: ExportWriter; readonly toRow: (row: FlaggedIncidentRow) => ExportRow } | null = null;

  function need() {
    if (!file) throw new Error('no export was begun');
    return file;
  }

  return {
    /** Begins a file; one that was not finished is let go. */
    async beginExport(choice: ExportChoice): Promise<void> {
      const { incidentFields, incidentRows } = await import('../formats/out/incidentRows');
      const writer = await makeWriter(choice, incidentFields(choice.facts, choice.words));
      file = { writer, toRow: incidentRows(choice.facts, choice.words) };
    },

    async addToExport(rows: readonly FlaggedIncidentRow[]): Promise<void> {
      const { writer, toRow } = need();
      await writer.write(rows.map(toRow));
    },

    async finishExport(notes: readonly ExportNote[]): Promise<Blob> {
      const blob = await need().writer.finish(notes);
      file = null;
      return blob;
    },

    /** A whole file of counts for the public. */
    async writePublic({ format, dialect, frame, csvHeadings, contents }: PublicChoice): Promise<Blob> {
      const { writePublicCsv, writePublicXlsx } = await import('../formats/out/publicFile');
      return format === 'xlsx'
        ? writePublicXlsx(frame, contents)
        : writePublicCsv(contents, { dialect, headings: csvHeadings });
    },
  };
}
