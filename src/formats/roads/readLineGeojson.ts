import type { RoadReport } from '../../domain';
import type { RawWays } from './collectOsm';
import { classifyFeature } from './featureTags';
import { joinLineEnds } from './joinLineEnds';
import { type DrawnLine, joinPoints, planeOf, toPlane, toRawWays } from './lineNet';
import type { Watch } from './osmReader';
import { readJsonItems } from './readJsonItems';
import { noneDropped, RoadStop } from './roadFile';
import { textChunks } from './textChunks';
import { toIsoDate } from './toIsoDate';

type Fields = Readonly<Record<string, unknown>>;

/** What is made of a file of lines, with what the report says of it. */
export interface LineFile {
  readonly raw: RawWays;
  readonly joined: RoadReport['joined'];
  readonly date: string | null;
  readonly isOsm: boolean;
  /** Lines that were cut where something of them is missing. */
  readonly cut: number;
}

/** Programs write the same point with more or fewer digits. */
const SAME_POINT_M = 0.1;
const TOUCH_M = 0.5;
const LISTS = new Set(['features']);
const GEOMETRIES = /^(?:Multi)?(?:Point|LineString|Polygon)$|^GeometryCollection$/;
const WGS84 = /(?:CRS:?84|EPSG:+(?:[\d.]*:)?4326|^WGS ?84)$/i;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class FeatureList {
  readonly lines: DrawnLine[] = [];
  readonly dropped = noneDropped();
  isOsm = false;
  cut = 0;

  /** @throws RoadStop  unsupportedCrs */
  private addLine(coordinates: unknown, facts: DrawnLine['facts']): void {
    let places: number[] = [];
    let pieces = 0;
    const close = (): void => {
      if (places.length >= 4) {
        this.lines.push({ facts, places });
        pieces += 1;
      }
      places = [];
    };
    const positions = Array.isArray(coordinates) ? coordinates : [];
    let isWhole = true;
    for (const position of positions) {
      const [lng, lat] = Array.isArray(position) ? position : [];
      if (typeof lng !== 'number' || typeof lat !== 'number') {
        isWhole = false;
        close();
        continue;
      }
      // Metres, where degrees should stand.
      if (Math.abs(lng) > 180 || Math.abs(lat) > 90) throw new RoadStop({ kind: 'unsupportedCrs', crs: '?' });
      places.push(lng, lat);
    }
    close();
    if (pieces === 0) this.dropped[isWhole ? 'tooFewNodes' : 'missingNodes'] += 1;
    else if (!isWhole) this.cut += 1;
  }

  private addGeometry(geometry: unknown, facts: DrawnLine['facts']): void {
    if (!isFields(geometry)) {
      this.dropped.missingNodes += 1;
      return;
    }
    const { type, coordinates, geometries } = geometry;
    const parts = Array.isArray(coordinates) ? coordinates : [];
    if (type === 'LineString') this.addLine(coordinates, facts);
    else if (type === 'MultiLineString') for (const part of parts) this.addLine(part, facts);
    else if (type === 'GeometryCollection' && Array.isArray(geometries))
      // One within another is none of ours, and could nest without end.
      for (const part of geometries)
        if (isFields(part) && part.type !== 'GeometryCollection') this.addGeometry(part, facts);
        else this.dropped.notARoad += 1;
    else this.dropped[type === 'Polygon' || type === 'MultiPolygon' ? 'area' : 'notARoad'] += 1;
  }

  addFeature(feature: unknown): void {
    const { geometry, properties } = isFields(feature) ? feature : {};
    const { facts, isOsm } = classifyFeature(properties);
    this.isOsm ||= isOsm;
    if (typeof facts === 'string') this.dropped[facts] += 1;
    else this.addGeometry(geometry, facts);
  }
}

/** The name of the reference system that a file sets, where it is not the one of every GeoJSON. */
function foreignCrs({ crs }: Fields): string | null {
  if (!isFields(crs)) return null;
  const { name } = isFields(crs.properties) ? crs.properties : {};
  const text = typeof name === 'string' ? name.trim() : '?';
  return WGS84.test(text) ? null : text;
}

/** A document without a list of features may be one feature, or a bare geometry. */
function addRoot(list: FeatureList, root: Fields): void {
  if (root.type === 'FeatureCollection' && Array.isArray(root.features)) return;
  if (root.type === 'Feature') list.addFeature(root);
  else if (typeof root.type === 'string' && GEOMETRIES.test(root.type)) list.addFeature({ geometry: root });
  else throw new RoadStop({ kind: 'notThis', detected: 'json' });
}

/**
 * Reads lines of GeoJSON as ways. Points at the same place become one node, and ends of lines that touch another line are joined to it.
 * @throws RoadStop
 * @source RFC 7946
 */
export async function readLineGeojson(file: Blob, watch: Watch): Promise<LineFile> {
  const list = new FeatureList();
  const root = await readJsonItems(
    textChunks(file, (bytes) => watch.advance(bytes)),
    { lists: LISTS, item: (feature) => list.addFeature(feature) },
  );
  if (!isFields(root)) throw new RoadStop({ kind: 'notThis', detected: 'json' });
  addRoot(list, root);
  const crs = foreignCrs(root);
  if (crs !== null) throw new RoadStop({ kind: 'unsupportedCrs', crs });
  const plane = planeOf(list.lines);
  const { local, nodes, merged } = joinPoints(
    list.lines.map(({ places }) => toPlane(places, plane)),
    SAME_POINT_M,
  );
  const drawn = list.lines.map(({ facts }, i) => ({ facts, nodes: nodes[i]! }));
  const ends = joinLineEnds({ local, lines: drawn }, TOUCH_M);
  return {
    raw: toRawWays(ends.net, plane, list.dropped),
    joined: { merged: merged + ends.merged, inserted: ends.inserted, crossings: 0, repeated: 0 },
    date: toIsoDate(root.timestamp),
    isOsm: list.isOsm || /overpass|openstreetmap/i.test(`${root.generator} ${root.copyright}`),
    cut: list.cut,
  };
}
