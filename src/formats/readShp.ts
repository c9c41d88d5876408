import type { Geometry, Position } from 'geojson';
import { groupRings } from './groupRings';
import { MOST_ROWS } from './limits';

type Place = (x: number, y: number) => Position;

const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;
const FILE_CODE = 9994;
/** With heights 10 more, with measures 20 more; neither is read. */
const [POINT, LINE, POLYGON, POINTS] = [1, 3, 5, 8];

/** Positions from `at` on; null where the record ends before. */
function readPositions(
  view: DataView,
  at: number,
  { count, place }: { count: number; place: Place },
): Position[] | null {
  if (at + 16 * count > view.byteLength) return null;
  const positions: Position[] = [];
  for (let i = 0; i < count; i += 1)
    positions.push(place(view.getFloat64(at + 16 * i, true), view.getFloat64(at + 16 * i + 8, true)));
  return positions;
}

function readParts(view: DataView, place: Place): Position[][] | null {
  if (view.byteLength < 44) return null;
  const partCount = view.getUint32(36, true);
  const count = view.getUint32(40, true);
  const first = 44 + 4 * partCount;
  if (partCount > count || first + 16 * count > view.byteLength) return null;
  const positions = readPositions(view, first, { count, place });
  if (!positions) return null;
  const starts = Array.from({ length: partCount }, (_, i) => view.getUint32(44 + 4 * i, true));
  return starts.map((start, i) => positions.slice(start, starts[i + 1] ?? count)).filter((part) => part.length > 0);
}

function readShape(view: DataView, place: Place): Geometry | null {
  if (view.byteLength < 4) return null;
  const type = view.getUint32(0, true) % 10;
  if (view.getUint32(0, true) > 28) return null;
  if (type === POINT) {
    const [position] = readPositions(view, 4, { count: 1, place }) ?? [];
    return position ? { type: 'Point', coordinates: position } : null;
  }
  if (type === POINTS) {
    const count = view.byteLength < 40 ? 0 : view.getUint32(36, true);
    const positions = readPositions(view, 40, { count, place });
    return positions && positions.length > 0 ? { type: 'MultiPoint', coordinates: positions } : null;
  }
  const parts = type === LINE || type === POLYGON ? readParts(view, place) : null;
  if (!parts || parts.length === 0) return null;
  if (type === LINE) {
    const [only, ...more] = parts;
    return more.length === 0 && only
      ? { type: 'LineString', coordinates: only }
      : { type: 'MultiLineString', coordinates: parts };
  }
  const polygons = groupRings(parts);
  const [only, ...more] = polygons;
  return more.length === 0 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/**
 * The shapes of a .shp file in their order, null where one has no geometry or cannot be read. Where the file is cut off, the shapes before that;
 * of a file with more than `MOST_ROWS`, one more than these.
 * @param place  carries coordinates of the file to those wanted
 * @returns null where it is no such file
 * @source ESRI Shapefile Technical Description (1998)
 */
export function readShp(bytes: Uint8Array, place: Place): (Geometry | null)[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0) !== FILE_CODE) return null;
  const shapes: (Geometry | null)[] = [];
  let at = HEADER_BYTES;
  while (at + RECORD_HEADER_BYTES <= bytes.length && shapes.length <= MOST_ROWS) {
    const length = 2 * view.getUint32(at + 4);
    const start = at + RECORD_HEADER_BYTES;
    if (start + length > bytes.length) break;
    shapes.push(readShape(new DataView(bytes.buffer, bytes.byteOffset + start, length), place));
    at = start + length;
  }
  return shapes;
}
