import type { Geometry, Position } from 'geojson';
import type { Problem, Result } from '../domain';
import { plainText } from './plainText';
import type { RawFeature } from './readGeojson';
import { joinGeometries, readXmlFeatures } from './xmlFeatures';

const OBJECTS = new Set(['wpt', 'rte', 'trk']);
const POINTS = new Set(['rtept', 'trkpt']);
/** Columns that the elements of a waypoint, a route or a track become. */
const COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    name: 'name',
    desc: 'description',
    cmt: 'comment',
    time: 'date',
    type: 'type',
    sym: 'symbol',
    ele: 'elevation',
  }),
);

interface GpxObject {
  readonly tag: string;
  readonly place: Position;
  readonly properties: Map<string, string>;
  readonly lines: Position[][];
}

const placeOf = ({ lat, lon }: Readonly<Record<string, string>>): Position => [
  lon ? Number(lon) : Number.NaN,
  lat ? Number(lat) : Number.NaN,
];

function geometryOf({ tag, place, lines }: GpxObject): Geometry | null {
  if (tag === 'wpt') return { type: 'Point', coordinates: place };
  return joinGeometries(
    lines.filter((line) => line.length > 0).map((coordinates) => ({ type: 'LineString', coordinates })),
  );
}

/**
 * Reads a GPX document as features: waypoints as points, routes and tracks as lines; WGS 84.
 * @problem unreadableFile  no well-formed XML, with the line where it breaks
 * @problem noFeatures, tooManyRows
 * @source GPX 1.1, topografix.com/GPX/1/1
 */
export const readGpx = (text: string, file: string): Result<readonly RawFeature[], Problem> =>
  readXmlFeatures(text, { file, format: 'GPX' }, (list) => {
    const path: string[] = [];
    let object: GpxObject | null = null;
    let words = '';
    return {
      open: (tag, attributes) => {
        path.push(tag);
        words = '';
        if (OBJECTS.has(tag))
          object = { tag, place: placeOf(attributes), properties: new Map(), lines: tag === 'rte' ? [[]] : [] };
        else if (tag === 'trkseg') object?.lines.push([]);
        else if (POINTS.has(tag)) {
          const place = placeOf(attributes);
          list.count([place]);
          object?.lines.at(-1)?.push(place);
        }
      },
      text: (text) => {
        words += text;
      },
      close: (tag) => {
        path.pop();
        if (!object) return;
        if (tag === object.tag) {
          list.add(geometryOf(object), object.properties);
          object = null;
        } else if (path.at(-1) === object.tag) {
          const column = COLUMNS.get(tag);
          const value = plainText(words);
          if (column !== undefined && value !== '') object.properties.set(column, value);
        }
        words = '';
      },
    };
  });
