import type { Degrees } from '../../domain';
import { xmlText } from '../out/exportFile';
import { degreeText, type RouteFile } from './routeFile';

const place = ([lng, lat]: Degrees): string => `lat="${degreeText(lat)}" lon="${degreeText(lng)}"`;
const named = (name: string, description: string): string =>
  `<name>${xmlText(name)}</name><desc>${xmlText(description)}</desc>`;

/**
 * GPX: the post and the stops as waypoints, in order, the course as a track.
 * @source GPX 1.1 schema, topografix.com/GPX/1/1
 */
export function writeRouteGpx({ name, description, stops, post, course }: RouteFile): string {
  const waypoints = [post, ...stops].map(
    (point) => `<wpt ${place(point.at)}>${named(point.name, point.description)}</wpt>\n`,
  );
  const track =
    course.length > 1
      ? `<trk>${named(name, description)}<trkseg>\n${course.map((at) => `<trkpt ${place(at)}/>`).join('\n')}\n</trkseg></trk>\n`
      : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Giáp Ranh" xmlns="http://www.topografix.com/GPX/1/1"><metadata>${named(name, description)}</metadata>\n${waypoints.join('')}${track}</gpx>\n`;
}
