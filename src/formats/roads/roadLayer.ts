import { ROAD_CLASSES, type RoadWays } from '../../domain';

/** Seven digits are a centimetre. */
const DIGITS = 7;
const CLASS_NUMBERS = new Map<string, number>(ROAD_CLASSES.map((name, i) => [name, i]));

const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS));

/** A position as it is written; nodes that are written alike are one. */
export const roadPosition = (lng: number, lat: number): string => `[${rounded(lng)},${rounded(lat)}]`;

/**
 * A travel network as the features of a layer: one line per way with its class, name, speed and access. Ways that share a node share a position.
 * @returns a GeoJSON FeatureCollection as text, and what it covers: [west, south, east, north]
 */
export function writeRoadLayer(ways: RoadWays): {
  readonly geojson: string;
  readonly bbox: [number, number, number, number];
} {
  const { nodes, starts, members, classes, access, postedKmh, nameOf, names } = ways;
  const bbox: [number, number, number, number] = [180, 90, -180, -90];
  const pieces: string[] = [];
  for (let way = 0; way < classes.length; way += 1) {
    const line: string[] = [];
    for (let i = starts[way]!; i < starts[way + 1]!; i += 1) {
      const [lng, lat] = [rounded(nodes[2 * members[i]!]!), rounded(nodes[2 * members[i]! + 1]!)];
      bbox[0] = Math.min(bbox[0], lng);
      bbox[1] = Math.min(bbox[1], lat);
      bbox[2] = Math.max(bbox[2], lng);
      bbox[3] = Math.max(bbox[3], lat);
      line.push(roadPosition(lng, lat));
    }
    const name = names[nameOf[way]!] ?? '';
    const said = {
      class: ROAD_CLASSES[classes[way]!]!,
      access: access[way]!,
      ...(name === '' ? {} : { name }),
      ...(postedKmh[way]! > 0 ? { kmh: postedKmh[way]! } : {}),
    };
    pieces.push(
      `{"type":"Feature","properties":${JSON.stringify(said)},"geometry":{"type":"LineString","coordinates":[${line.join(',')}]}}`,
    );
  }
  return { geojson: `{"type":"FeatureCollection","features":[${pieces.join(',')}]}`, bbox };
}

interface RoadFeature {
  readonly properties: {
    readonly class: string;
    readonly access: number;
    readonly name?: string;
    readonly kmh?: number;
  };
  readonly geometry: { readonly coordinates: readonly (readonly [number, number])[] };
}

/**
 * The network back from its layer. Equal positions are one node; a line that does not lead from one to another is none.
 * @param geojson  what `writeRoadLayer` wrote
 */
export function readRoadLayer(geojson: string): RoadWays {
  const { features: all } = JSON.parse(geojson) as { readonly features: readonly RoadFeature[] };
  const features = all.filter(({ geometry: { coordinates } }) =>
    coordinates.some(([lng, lat]) => lng !== coordinates[0]![0] || lat !== coordinates[0]![1]),
  );
  const members: number[] = [];
  const places: number[] = [];
  const known = new Map<string, number>();
  const names = [''];
  const numbers = new Map([['', 0]]);
  const starts = new Uint32Array(features.length + 1);
  const [classes, access, postedKmh] = [0, 1, 2].map(() => new Uint8Array(features.length)) as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];
  const nameOf = new Uint32Array(features.length);
  features.forEach(({ properties, geometry }, way) => {
    for (const [lng, lat] of geometry.coordinates) {
      const key = `${lng} ${lat}`;
      let node = known.get(key);
      if (node === undefined) {
        node = places.length / 2;
        known.set(key, node);
        places.push(lng, lat);
      }
      members.push(node);
    }
    starts[way + 1] = members.length;
    classes[way] = CLASS_NUMBERS.get(properties.class) ?? CLASS_NUMBERS.get('unknown')!;
    access[way] = properties.access;
    postedKmh[way] = properties.kmh ?? 0;
    const name = properties.name ?? '';
    let number = numbers.get(name);
    if (number === undefined) {
      number = names.length;
      numbers.set(name, number);
      names.push(name);
    }
    nameOf[way] = number;
  });
  return {
    nodes: Float64Array.from(places),
    starts,
    members: Uint32Array.from(members),
    classes,
    access,
    postedKmh,
    nameOf,
    names,
  };
}
