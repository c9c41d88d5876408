import { fail, type Problem, type Result, succeed } from '../domain';
import { unpackEntry, type ZipEntry } from './zip';

/**
 * Unpacks entries of one archive, as long as all of them together stay within a limit.
 * @returns a function that unpacks an entry
 * @problem fileTooLarge    more comes out than allowed
 * @problem unreadableFile  an entry cannot be unpacked
 */
export function unpackWithin(
  limitBytes: number,
  { file, format }: { readonly file: string; readonly format: string },
): (entry: ZipEntry) => Promise<Result<Uint8Array, Problem>> {
  let left = limitBytes;
  return async (entry) => {
    const bytes = await unpackEntry(entry, left);
    if (bytes === 'broken')
      return fail({ kind: 'unreadableFile', file, format, detail: entry.isEncrypted ? 'encrypted' : 'zip', row: null });
    if (bytes === 'tooLarge') return fail({ kind: 'fileTooLarge', file, sizeBytes: limitBytes + 1, limitBytes });
    left -= bytes.length;
    return succeed(bytes);
  };
}
