import { fail, type Problem, type Result, succeed } from '../domain';
import { decodeText } from './decodeText';
import { MOST_FILE_BYTES, MOST_ROWS } from './limits';
import type { RawFeature } from './readGeojson';
import { readKml } from './readKml';
import { unpackWithin } from './unpackWithin';
import type { ZipEntry } from './zip';

const isKml = ({ name }: ZipEntry): boolean => /\.kml$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name);

/** Whether an archive holds a KML document. */
export const holdsKml = (entries: readonly ZipEntry[]): boolean => entries.some(isKml);

/**
 * Reads all KML documents of a KMZ archive, one after the other.
 * @problem as `readKml`, and fileTooLarge
 */
export async function readKmz(
  entries: readonly ZipEntry[],
  file: string,
): Promise<Result<readonly RawFeature[], Problem>> {
  const unpack = unpackWithin(MOST_FILE_BYTES, { file, format: 'KMZ' });
  const features: RawFeature[] = [];
  for (const entry of entries.filter(isKml)) {
    const bytes = await unpack(entry);
    if (!bytes.ok) return bytes;
    const text = decodeText(bytes.value, file);
    if (!text.ok) return text;
    const read = readKml(text.value, file);
    if (!read.ok) {
      if (read.problem.kind === 'noFeatures') continue;
      return read;
    }
    if (features.length + read.value.length > MOST_ROWS)
      return fail({ kind: 'tooManyRows', file, rows: features.length + read.value.length, limit: MOST_ROWS });
    for (const feature of read.value) features.push(feature);
  }
  return features.length === 0 ? fail({ kind: 'noFeatures', file }) : succeed(features);
}
