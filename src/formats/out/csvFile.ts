import { type CsvCell, type CsvDialect, makeCsvWriter } from '../csvWriter';
import { type ExportField, type ExportValue, type ExportWriter, valueText } from './exportFile';

/** Numbers keep their kind, for the dialect's decimal sign; all else is text that is never a formula. */
function toCell(value: ExportValue, field: ExportField): CsvCell {
  if (value === null || value === '') return null;
  return typeof value === 'number'
    ? { value, digits: field.type === 'integer' ? 0 : field.digits }
    : valueText(value, field);
}

/** CSV for Excel. A table of plain rows has no room for what is said of the file: columns say it, and the file's name. */
export function makeCsvFile(fields: readonly ExportField[], dialect: CsvDialect): ExportWriter {
  const writer = makeCsvWriter(dialect);
  writer.write(fields.map(({ heading }) => heading));
  return {
    write: (rows) => {
      for (const { values } of rows) writer.write(values.map((value, i) => toCell(value, fields[i]!)));
    },
    finish: writer.finish,
  };
}
