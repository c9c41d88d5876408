import type { Geometry, Position } from 'geojson';
import { fail, type Problem, type Result, succeed } from '../domain';
import { MOST_POSITIONS, MOST_ROWS } from './limits';
import type { RawFeature } from './readGeojson';
import { readXml, XmlFault, type XmlListener } from './readXml';

/** Geometries of one object as one geometry: several of a kind as its plural, several of many kinds as a collection. */
export function joinGeometries(parts: readonly Geometry[]): Geometry | null {
  const [first, ...rest] = parts;
  if (!first) return null;
  if (rest.length === 0) return first;
  if (parts.every((part) => part.type === 'Point'))
    return { type: 'MultiPoint', coordinates: parts.map(({ coordinates }) => coordinates) };
  if (parts.every((part) => part.type === 'LineString'))
    return { type: 'MultiLineString', coordinates: parts.map(({ coordinates }) => coordinates) };
  if (parts.every((part) => part.type === 'Polygon'))
    return { type: 'MultiPolygon', coordinates: parts.map(({ coordinates }) => coordinates) };
  return { type: 'GeometryCollection', geometries: [...parts] };
}

/** Raised by a reader that found more than a file may hold. */
class TooMany extends Error {
  constructor(
    readonly found: number,
    readonly limit: number,
  ) {
    super(`more than ${limit}`);
  }
}

/** Gathers the features of a document within the limits. */
export function makeFeatureList(): {
  readonly features: RawFeature[];
  readonly add: (geometry: Geometry | null, properties: ReadonlyMap<string, string>) => void;
  /** Counts the positions of a geometry before it is kept. */
  readonly count: (positions: readonly Position[]) => void;
} {
  const features: RawFeature[] = [];
  let positionCount = 0;
  return {
    features,
    add: (geometry, properties) => {
      if (features.length >= MOST_ROWS) throw new TooMany(features.length + 1, MOST_ROWS);
      features.push({ geometry, properties: Object.fromEntries(properties) });
    },
    count: (positions) => {
      positionCount += positions.length;
      if (positionCount > MOST_POSITIONS) throw new TooMany(positionCount, MOST_POSITIONS);
    },
  };
}

/**
 * Runs a reader of features over an XML document.
 * @problem unreadableFile  not well-formed, with the line where it breaks; or built to do harm
 * @problem tooManyRows
 * @problem noFeatures
 */
export function readXmlFeatures(
  text: string,
  { file, format }: { readonly file: string; readonly format: string },
  read: (list: ReturnType<typeof makeFeatureList>) => XmlListener,
): Result<readonly RawFeature[], Problem> {
  const list = makeFeatureList();
  try {
    readXml(text, read(list));
  } catch (error) {
    if (error instanceof TooMany) return fail({ kind: 'tooManyRows', file, rows: error.found, limit: error.limit });
    if (!(error instanceof XmlFault)) throw error;
    return fail({ kind: 'unreadableFile', file, format, detail: error.detail, row: error.line });
  }
  return list.features.length === 0 ? fail({ kind: 'noFeatures', file }) : succeed(list.features);
}
