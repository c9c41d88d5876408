import {
  type ExportField,
  type ExportFrame,
  type ExportRow,
  type ExportWriter,
  valueText,
  xmlText,
} from './exportFile';

/**
 * KML: a placemark per row with a position, its values as data of a schema that gives their display names.
 * @source OGC 07-147r2, KML 2.2
 */
export function makeKmlWriter(frame: ExportFrame, fields: readonly ExportField[]): ExportWriter {
  const pieces: Blob[] = [];
  const placemark = ({ title, values, position }: ExportRow): string => {
    const data = fields.map((field, i) => {
      const text = valueText(values[i] ?? null, field);
      return text === '' ? '' : `<SimpleData name="${field.property}">${xmlText(text)}</SimpleData>`;
    });
    return `<Placemark><name>${xmlText(title)}</name><ExtendedData><SchemaData schemaUrl="#fields">${data.join('')}</SchemaData></ExtendedData><Point><coordinates>${position?.join(',')}</coordinates></Point></Placemark>\n`;
  };
  const schemaField = ({ type, property, heading }: ExportField): string => {
    const kmlType = type === 'integer' ? 'int' : type === 'number' ? 'double' : 'string';
    return `<SimpleField type="${kmlType}" name="${property}"><displayName>${xmlText(heading)}</displayName></SimpleField>`;
  };
  return {
    write: (rows) => {
      pieces.push(
        new Blob([
          rows
            .filter(({ position }) => position)
            .map(placemark)
            .join(''),
        ]),
      );
    },
    finish: (notes) => {
      const about = [
        ...notes.map(({ label, text }) => `${label}: ${text}`),
        '',
        ...fields.map(({ property, heading, meaning }) => `${property} – ${heading}: ${meaning}`),
      ].join('\n');
      const head = `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xmlText(frame.name)}</name><description>${xmlText(about)}</description><Schema name="${xmlText(frame.sheetTitle)}" id="fields">${fields.map(schemaField).join('')}</Schema>\n`;
      return new Blob([head, ...pieces, '</Document></kml>\n'], { type: 'application/vnd.google-earth.kml+xml' });
    },
  };
}
