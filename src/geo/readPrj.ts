import proj4 from 'proj4';
import { type LngLat, lngLat } from '../domain';
import { TO_WGS84 } from './vn2000';

/** The reference system of a Shapefile. */
export interface FileCrs {
  /** As the file calls it. */
  readonly name: string;
  /** From its coordinates to WGS 84 degrees; null: not a system that is known here. NaN where it cannot be reckoned. */
  readonly toWgs84: ((x: number, y: number) => LngLat) | null;
}

const NUMBER = '(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)';
const NEXT = `\\s*,\\s*${NUMBER}`;
const LONGEST = 20_000;
/** Metres; or the unit was left out, and the last is that of the degrees. */
const METRIC: ReadonlySet<string> = new Set(['1', '0.017', '']);

function nameOf(wkt: string, keyword: string): string {
  return new RegExp(`\\b${keyword}\\s*\\[\\s*"([^"]{0,200})"`, 'i').exec(wkt)?.[1] ?? '';
}

function parameterOf(wkt: string, name: string): number | null {
  const match = new RegExp(`\\bPARAMETER\\s*\\[\\s*"${name}"\\s*,\\s*${NUMBER}`, 'i').exec(wkt);
  return match ? Number(match[1]) : null;
}

/** How many metres, or radians, the unit is that stands last: that of the projection. Three digits tell them apart. */
function lastUnit(wkt: string): string {
  const found = [...wkt.matchAll(new RegExp(`\\bUNIT\\s*\\[\\s*"[^"]{0,100}"\\s*,\\s*${NUMBER}`, 'gi'))];
  const factor = found.at(-1)?.[1];
  return factor === undefined ? '' : String(Math.floor(Number(factor) * 1000) / 1000);
}

/** The shift to WGS 84: as the file writes it, or as its datum is known; null where it is neither. */
function shiftOf(wkt: string): string | null {
  const written = new RegExp(`\\bTOWGS84\\s*\\[\\s*(${NUMBER}(?:${NEXT}){2}(?:(?:${NEXT}){4})?)\\s*\\]`, 'i').exec(
    wkt,
  )?.[1];
  const datum = `${nameOf(wkt, 'DATUM')} ${nameOf(wkt, 'GEOGCS')}`;
  if (/vn[-_ ]?2000|vietnam[-_ ]?2000/i.test(`${datum} ${nameOf(wkt, 'PROJCS')}`))
    return written && /[1-9]/.test(written) ? written : TO_WGS84;
  if (/wgs[-_ ]?(?:19)?84/i.test(datum)) return written ?? '0,0,0';
  return null;
}

/** The projection in the words of proj4, without its datum; null where it is none of ours. */
function projectionOf(wkt: string): string | null {
  if (!/\bPROJCS\s*\[/i.test(wkt)) return /\bGEOGCS\s*\[/i.test(wkt) ? '+proj=longlat' : null;
  const method = nameOf(wkt, 'PROJECTION');
  const lng = parameterOf(wkt, 'central_meridian') ?? 0;
  const east = parameterOf(wkt, 'false_easting') ?? 0;
  const north = parameterOf(wkt, 'false_northing') ?? 0;
  if (/^(?:transverse_mercator|gauss_kruger)$/i.test(method)) {
    const lat = parameterOf(wkt, 'latitude_of_origin') ?? 0;
    const scale = parameterOf(wkt, 'scale_factor') ?? 1;
    return `+proj=tmerc +lat_0=${lat} +lon_0=${lng} +k=${scale} +x_0=${east} +y_0=${north}`;
  }
  if (/mercator_auxiliary_sphere|popular_visualisation|^mercator_1sp$/i.test(method) && /web|pseudo|3857/i.test(wkt))
    return `+proj=merc +a=6378137 +b=6378137 +lon_0=${lng} +x_0=${east} +y_0=${north}`;
  return null;
}

/**
 * Understands the .prj of a Shapefile: degrees or transverse Mercator (UTM, VN-2000 in any zone) on WGS 84 or VN-2000, and
 * the projection of web maps. A VN-2000 that names no shift gets Vietnam's official one.
 * @param prj  well-known text of either dialect, in metres or degrees
 * @source OGC 01-009 and ESRI's dialect of it; zones checked against PROJ in tests/reference/vn2000
 */
export function readPrj(prj: string): FileCrs {
  const wkt = prj.slice(0, LONGEST);
  const name = nameOf(wkt, 'PROJCS') || nameOf(wkt, 'GEOGCS') || wkt.trim().slice(0, 60);
  const shift = shiftOf(wkt);
  const projection = projectionOf(wkt);
  const isMetric = projection?.startsWith('+proj=longlat') || METRIC.has(lastUnit(wkt));
  if (shift === null || projection === null || !isMetric) return { name, toWgs84: null };
  if (projection === '+proj=longlat' && shift === '0,0,0') return { name, toWgs84: (x, y) => lngLat(x, y) };
  const ellipsoid = projection.startsWith('+proj=merc') ? '' : '+ellps=WGS84 ';
  const converter = proj4(
    '+proj=longlat +datum=WGS84 +no_defs',
    `${projection} ${ellipsoid}+towgs84=${shift} +no_defs`,
  );
  return {
    name,
    toWgs84: (x, y) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return lngLat(Number.NaN, Number.NaN);
      const [lng, lat] = converter.inverse([x, y]);
      return lngLat(lng, lat);
    },
  };
}
