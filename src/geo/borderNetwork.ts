import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { BorderLineId, EditionId, Level, UnitCode } from '../domain';

/** The shared boundary of exactly two units, in one connected part. */
export interface BorderLine {
  readonly id: BorderLineId;
  /** The unit left of the direction: always the lower of the two codes. */
  readonly left: UnitCode;
  readonly right: UnitCode;
  readonly level: Level;
  /** Geodesic length in metres. */
  readonly lengthM: number;
  /** Its vertices are numbers `start` to `end − 1` of the network's coordinates; a closed line repeats its first vertex. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of a unit's edge that no other unit of the coverage shares: the end of the data, not a border line. */
export interface OuterEdge {
  readonly unit: UnitCode;
  readonly lengthM: number;
  readonly start: number;
  readonly end: number;
}

/** All border lines of one edition, by left code, right code and part; plain data. */
export interface BorderNetwork {
  readonly editionId: EditionId;
  /** The codes of all units, ascending. */
  readonly units: readonly UnitCode[];
  readonly lines: readonly BorderLine[];
  readonly outerEdges: readonly OuterEdge[];
  /** WGS 84 degrees, [lng0, lat0, lng1, lat1 …]. */
  readonly coordinates: Float64Array;
}

export interface BorderLineProperties {
  readonly id: BorderLineId;
  /** Its number in the network. */
  readonly line: number;
  readonly left: UnitCode;
  readonly right: UnitCode;
  readonly level: Level;
  readonly lengthM: number;
}

export interface OuterEdgeProperties {
  readonly unit: UnitCode;
  readonly lengthM: number;
}

function toLineString(network: BorderNetwork, start: number, end: number): LineString {
  const coordinates: [number, number][] = [];
  for (let i = start; i < end; i++) coordinates.push([network.coordinates[2 * i]!, network.coordinates[2 * i + 1]!]);
  return { type: 'LineString', coordinates };
}

/** The border lines as GeoJSON, in the network's order, each with its number, codes, level and length in metres. */
export function toBorderLineFeatures(network: BorderNetwork): FeatureCollection<LineString, BorderLineProperties> {
  const features = network.lines.map(
    ({ id, left, right, level, lengthM, start, end }, line): Feature<LineString, BorderLineProperties> => ({
      type: 'Feature',
      id: line,
      properties: { id, line, left, right, level, lengthM },
      geometry: toLineString(network, start, end),
    }),
  );
  return { type: 'FeatureCollection', features };
}

/** The edge of the data as GeoJSON, each stretch with its unit and length in metres. */
export function toOuterEdgeFeatures(network: BorderNetwork): FeatureCollection<LineString, OuterEdgeProperties> {
  const features = network.outerEdges.map(
    ({ unit, lengthM, start, end }): Feature<LineString, OuterEdgeProperties> => ({
      type: 'Feature',
      properties: { unit, lengthM },
      geometry: toLineString(network, start, end),
    }),
  );
  return { type: 'FeatureCollection', features };
}
