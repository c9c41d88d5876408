import {
  type ExportField,
  type ExportFrame,
  type ExportRow,
  type ExportWriter,
  valueText,
  xmlText,
} from './exportFile';

/**
 * GPX: a waypoint per row with a position, its values as lines of its description.
 * @source GPX 1.1 schema, topografix.com/GPX/1/1
 */
export function makeGpxWriter(frame: ExportFrame, fields: readonly ExportField[]): ExportWriter {
  const pieces: Blob[] = [];
  const waypoint = ({ title, values, position }: ExportRow): string => {
    const lines = fields.flatMap((field, i) => {
      const text = valueText(values[i] ?? null, field);
      return text === '' ? [] : [`${field.heading}: ${text}`];
    });
    return `<wpt lat="${position?.[1]}" lon="${position?.[0]}"><name>${xmlText(title)}</name><desc>${xmlText(lines.join('\n'))}</desc></wpt>\n`;
  };
  return {
    write: (rows) => {
      pieces.push(
        new Blob([
          rows
            .filter(({ position }) => position)
            .map(waypoint)
            .join(''),
        ]),
      );
    },
    finish: (notes) => {
      const about = notes.map(({ label, text }) => `${label}: ${text}`).join('\n');
      const dictionary = fields.map(({ heading, meaning }) => `${heading}: ${meaning}`).join('\n');
      const head = `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Giáp Ranh" xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>${xmlText(frame.name)}</name><desc>${xmlText(`${about}\n\n${dictionary}`)}</desc></metadata>\n`;
      return new Blob([head, ...pieces, '</gpx>\n'], { type: 'application/gpx+xml' });
    },
  };
}
