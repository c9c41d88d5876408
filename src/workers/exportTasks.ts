import type { CsvDialect } from '../formats/csvWriter';
import type { ExportFacts, ExportWords, ExportWriter, FlaggedIncidentRow } from '../formats/flaggedIncidents';

export type ExportChoice =
  | { readonly format: 'csv'; readonly words: ExportWords; readonly dialect: CsvDialect }
  | { readonly format: 'geojson'; readonly name: string };

/** Writes flagged incidents to a file piece by piece, so that no message and no task grows with the register. */
export function createExportTasks() {
  let writer: ExportWriter | null = null;

  function need(): ExportWriter {
    if (!writer) throw new Error('no export was begun');
    return writer;
  }

  return {
    /** Begins a file; one that was not finished is let go. */
    async beginExport(facts: ExportFacts, choice: ExportChoice): Promise<void> {
      const { makeFlaggedCsv, makeFlaggedGeojson } = await import('../formats/flaggedIncidents');
      writer =
        choice.format === 'csv'
          ? makeFlaggedCsv(facts, choice.words, choice.dialect)
          : makeFlaggedGeojson(facts, choice.name);
    },

    addToExport(rows: readonly FlaggedIncidentRow[]): void {
      need().write(rows);
    },

    finishExport(): Blob {
      const file = need().finish();
      writer = null;
      return file;
    },
  };
}
