import proj4, { type Converter } from 'proj4';

/** Where planar metres are counted from: a transverse Mercator of scale 1 through this point, WGS 84 degrees. */
export interface LocalFrame {
  readonly lng: number;
  readonly lat: number;
}

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';
const converters = new Map<string, Converter>();

function converterOf({ lng, lat }: LocalFrame): Converter {
  const definition = `+proj=tmerc +lat_0=${lat} +lon_0=${lng} +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m +no_defs`;
  let converter = converters.get(definition);
  if (!converter) {
    converter = proj4(WGS84, definition);
    converters.set(definition, converter);
  }
  return converter;
}

function convert(from: Float64Array, turn: (place: [number, number]) => number[]): Float64Array {
  const to = new Float64Array(from.length).fill(NaN);
  for (let i = 0; i + 1 < from.length; i += 2) {
    const [x, y] = [from[i]!, from[i + 1]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const [a, b] = turn([x, y]);
    to[i] = a!;
    to[i + 1] = b!;
  }
  return to;
}

/**
 * Positions on a plane of true metres: within 50 km of the frame's point lengths and angles are off by less than 0.004 %.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0 …]; NaN where one is not known
 * @returns n positions, metres east and north of the frame's point; NaN where it was NaN
 * @source Snyder 1987, USGS PP 1395, chapter 8, as computed by proj4
 */
export function toLocal(frame: LocalFrame, positions: Float64Array): Float64Array {
  const converter = converterOf(frame);
  return convert(positions, (place) => converter.forward(place));
}

/**
 * The way back from `toLocal`.
 * @param local  n positions, metres east and north of the frame's point
 * @returns n positions, WGS 84 degrees
 */
export function fromLocal(frame: LocalFrame, local: Float64Array): Float64Array {
  const converter = converterOf(frame);
  return convert(local, (place) => converter.inverse(place));
}
