import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { MultiPolygon as ArcMultiPolygon, Polygon as ArcPolygon, Topology } from 'topojson-specification';
import type { BoundaryEdition, Exactness, Unit } from '../domain';

/** Where an edition's shapes come from and how far they can be trusted. */
export interface EditionSource {
  readonly title: string;
  readonly attribution: string;
  readonly licence: string;
  /** False: for orientation and analysis, not for legal questions. */
  readonly isAuthoritative: boolean;
  /** How far off the approximate lines usually are and at worst, in metres; null where no line is approximate. */
  readonly approximateWithinM: { readonly usual: number; readonly worst: number } | null;
}

type UnitArcs = (ArcPolygon<Unit> | ArcMultiPolygon<Unit>) & { readonly properties: Unit };

/** What `geodata/layers/edition-*.json` holds: a quantised topology in steps of 1e-6° and our facts beside it. */
export interface EditionTopology extends Topology {
  readonly objects: { units: { type: 'GeometryCollection'; geometries: UnitArcs[] } };
  readonly transform: { scale: [number, number]; translate: [number, number] };
  readonly giapRanh: {
    readonly edition: BoundaryEdition;
    readonly source: EditionSource;
    /** By "codeA-codeB", the lower code first: every pair of units that share a border. */
    readonly exactness: Readonly<Record<string, Exactness>>;
  };
}

export interface DecodedEdition {
  readonly edition: BoundaryEdition;
  readonly source: EditionSource;
  readonly units: FeatureCollection<Polygon | MultiPolygon, Unit>;
  readonly exactness: ReadonlyMap<string, Exactness>;
}

/**
 * Opens a shipped boundary edition.
 * @param topology  the parsed layer file
 * @returns its units as polygons in WGS 84 degrees, [lng, lat], each vertex the very number of the source (six decimals).
 *   Units that share a vertex share its position array: treat the shapes as read-only.
 * @source TopoJSON format specification 1.0.0
 */
export function decodeEdition(topology: EditionTopology): DecodedEdition {
  const { transform, giapRanh, ...rest } = topology;
  const stepsPerDegree = [Math.round(1 / transform.scale[0]), Math.round(1 / transform.scale[1])] as const;
  const originX = Math.round(transform.translate[0] * stepsPerDegree[0]);
  const originY = Math.round(transform.translate[1] * stepsPerDegree[1]);
  // Whole steps are summed and divided once, so that no rounding error adds up along an arc.
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [originX, originY];
    return arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [x / stepsPerDegree[0], y / stepsPerDegree[1]];
    });
  });
  const units = feature({ ...rest, arcs }, topology.objects.units);
  return {
    edition: giapRanh.edition,
    source: giapRanh.source,
    // Every geometry of the collection is a polygon, which the typings of topojson-client cannot know.
    units: units as FeatureCollection<Polygon | MultiPolygon, Unit>,
    exactness: new Map(Object.entries(giapRanh.exactness)),
  };
}
