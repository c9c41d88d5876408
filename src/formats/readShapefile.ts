import type { Position } from 'geojson';
import { fail, type Problem, type Result, succeed } from '../domain';
import { readPrj } from '../geo/readPrj';
import { MOST_POSITIONS, MOST_ROWS, MOST_UNPACKED_BYTES } from './limits';
import { type DbfRecord, readDbf } from './readDbf';
import type { RawFeature } from './readGeojson';
import { readShp } from './readShp';
import { unpackWithin } from './unpackWithin';
import type { ZipEntry } from './zip';

const PARTS = ['shp', 'dbf', 'prj', 'cpg'] as const;
type PartName = (typeof PARTS)[number];

const stem = (name: string): string => name.slice(0, name.lastIndexOf('.')).toLowerCase();
const ending = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Files that archives of macOS keep beside the real ones. */
const isHidden = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._)/.test(name);

function findSets(entries: readonly ZipEntry[]): Map<string, Map<PartName, ZipEntry>> {
  const sets = new Map<string, Map<PartName, ZipEntry>>();
  for (const entry of entries) {
    const part = PARTS.find((each) => each === ending(entry.name));
    if (!part || isHidden(entry.name)) continue;
    const set = sets.get(stem(entry.name)) ?? new Map<PartName, ZipEntry>();
    set.set(part, entry);
    sets.set(stem(entry.name), set);
  }
  for (const [name, set] of sets) if (!set.has('shp')) sets.delete(name);
  return sets;
}

/** Whether an archive holds a Shapefile. */
export const holdsShapefile = (entries: readonly ZipEntry[]): boolean => findSets(entries).size > 0;

/** Coordinates of a file as WGS 84 degrees, counted. */
function placer(toWgs84: ((x: number, y: number) => readonly [number, number]) | null) {
  let count = 0;
  return {
    place: (x: number, y: number): Position => {
      count += 1;
      if (count > MOST_POSITIONS) return [Number.NaN, Number.NaN];
      return toWgs84 ? [...toWgs84(x, y)] : [x, y];
    },
    count: () => count,
  };
}

function toFeatures(shapes: ReturnType<typeof readShp>, records: readonly DbfRecord[] | null): RawFeature[] {
  const count = Math.max(shapes?.length ?? 0, records?.length ?? 0);
  const features: RawFeature[] = [];
  for (let i = 0; i < count; i += 1) {
    const record = records?.[i];
    if (record !== null) features.push({ geometry: shapes?.[i] ?? null, properties: record ?? {} });
  }
  return features;
}

const decoder = new TextDecoder();

/**
 * Reads the Shapefiles of an archive as features in WGS 84: all that it holds, one after the other. Without a .prj the coordinates stay
 * as they are, degrees or metres whose zone is still to be asked.
 * @problem unreadableFile  a part that is broken
 * @problem unsupportedCrs  a .prj that names a system that is not known here
 * @problem fileTooLarge, tooManyRows, noFeatures
 */
export async function readShapefile(
  entries: readonly ZipEntry[],
  file: string,
): Promise<Result<readonly RawFeature[], Problem>> {
  const unpack = unpackWithin(MOST_UNPACKED_BYTES, { file, format: 'Shapefile' });
  const features: RawFeature[] = [];
  for (const set of findSets(entries).values()) {
    const parts = new Map<PartName, Uint8Array>();
    for (const [name, entry] of set) {
      const bytes = await unpack(entry);
      if (!bytes.ok) return bytes;
      parts.set(name, bytes.value);
    }
    const [shp, dbf, prj, cpg] = PARTS.map((name) => parts.get(name));
    const crs = prj && prj.length > 0 ? readPrj(decoder.decode(prj)) : null;
    if (crs?.toWgs84 === null) return fail({ kind: 'unsupportedCrs', file, crs: crs.name });
    const placed = placer(crs?.toWgs84 ?? null);
    const shapes = readShp(shp ?? new Uint8Array(), placed.place);
    if (!shapes) return fail({ kind: 'unreadableFile', file, format: 'Shapefile', detail: 'shp', row: null });
    if (placed.count() > MOST_POSITIONS)
      return fail({ kind: 'tooManyRows', file, rows: placed.count(), limit: MOST_POSITIONS });
    const records = dbf ? readDbf(dbf, file, cpg ? decoder.decode(cpg) : null) : null;
    if (records && !records.ok) return records;
    const found = toFeatures(shapes, records?.value ?? null);
    if (features.length + found.length > MOST_ROWS)
      return fail({ kind: 'tooManyRows', file, rows: features.length + found.length, limit: MOST_ROWS });
    for (const feature of found) features.push(feature);
  }
  return features.length === 0 ? fail({ kind: 'noFeatures', file }) : succeed(features);
}
