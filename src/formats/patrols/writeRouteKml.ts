import type { Degrees } from '../../domain';
import { xmlText } from '../out/exportFile';
import { degreeText, type RouteFile } from './routeFile';

const place = ([lng, lat]: Degrees): string => `${degreeText(lng)},${degreeText(lat)}`;
const named = (name: string, description: string): string =>
  `<name>${xmlText(name)}</name><description>${xmlText(description)}</description>`;
const line = (path: readonly Degrees[]): string =>
  `<LineString><tessellate>1</tessellate><coordinates>${path.map(place).join(' ')}</coordinates></LineString>`;

/**
 * KML: the course as a line, then the post and the stops; a stretch is its point and the way along it.
 * @source OGC 07-147r2, KML 2.2; colours are aabbggrr
 */
export function writeRouteKml({ name, description, stops, post, course }: RouteFile): string {
  const style = '<Style id="course"><LineStyle><color>ff5c5c0f</color><width>4</width></LineStyle></Style>';
  const marks = [{ ...post, path: null }, ...stops].map((point) => {
    const at = `<Point><coordinates>${place(point.at)}</coordinates></Point>`;
    const shape = point.path ? `<MultiGeometry>${at}${line(point.path)}</MultiGeometry>` : at;
    return `<Placemark>${named(point.name, point.description)}${shape}</Placemark>\n`;
  });
  const way =
    course.length > 1
      ? `<Placemark>${named(name, description)}<styleUrl>#course</styleUrl>${line(course)}</Placemark>\n`
      : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${named(name, description)}${style}\n${way}${marks.join('')}</Document></kml>\n`;
}
