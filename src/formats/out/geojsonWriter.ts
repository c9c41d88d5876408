import type { ExportField, ExportFrame, ExportRow, ExportWriter } from './exportFile';

/**
 * GeoJSON: a point per row with a position, in WGS 84; what is said of the file and of its properties stands before them.
 * @source RFC 7946, with members of our own ("about", "dictionary") as its section 6.1 allows
 */
export function makeGeojsonWriter(frame: ExportFrame, fields: readonly ExportField[]): ExportWriter {
  const pieces: Blob[] = [];
  let isFirst = true;
  const feature = ({ values, position }: ExportRow): string =>
    JSON.stringify({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: position },
      properties: Object.fromEntries(fields.map(({ property }, i) => [property, values[i]])),
    });
  return {
    write: (rows) => {
      let text = '';
      for (const row of rows) {
        if (!row.position) continue;
        text += `${isFirst ? '\n' : ',\n'}${feature(row)}`;
        isFirst = false;
      }
      pieces.push(new Blob([text]));
    },
    finish: (notes) => {
      const about = JSON.stringify(Object.fromEntries(notes.map(({ label, text }) => [label, text])));
      const dictionary = JSON.stringify(
        Object.fromEntries(fields.map(({ property, heading, meaning }) => [property, `${heading}: ${meaning}`])),
      );
      const head = `{"type":"FeatureCollection","name":${JSON.stringify(frame.name)},\n"about":${about},\n"dictionary":${dictionary},\n"features":[`;
      return new Blob([head, ...pieces, '\n]}\n'], { type: 'application/geo+json' });
    },
  };
}
