import { fail, type Result, succeed, type TemplateFileFault } from '../../domain';
import { listZip, unpackEntry } from '../zip';

/** A template of some pages with a coat of arms has far less. */
export const MOST_TEMPLATE_BYTES = 20_000_000;
const MOST_UNPACKED = 100_000_000;

/** The files of a template by their paths. */
export type TemplateParts = ReadonlyMap<string, Uint8Array>;
export const DOCUMENT_PATH = 'word/document.xml';
const TYPES_PATH = '[Content_Types].xml';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0';
const decoder = new TextDecoder();

/** What stands where no archive is: Word's files before 2007, and those with a password, are of another kind. */
function otherFile(bytes: Uint8Array): TemplateFileFault {
  if (!COMPOUND.every((byte, i) => bytes[i] === byte)) return 'notZip';
  return new TextDecoder('latin1').decode(bytes).includes(ENCRYPTED) ? 'encrypted' : 'oldWord';
}

function kindOf(types: string): TemplateFileFault | null {
  if (types.includes('ms-word.document.macroEnabled') || types.includes('ms-word.template.macroEnabled')) return 'docm';
  if (types.includes('wordprocessingml.template.main+xml')) return 'dotx';
  return types.includes('wordprocessingml.document.main+xml') ? null : 'otherFile';
}

/**
 * Unpacks a file that should be a document of Word.
 * @returns 'tooLarge' where it holds more than any template does
 */
export async function templateParts(bytes: Uint8Array): Promise<Result<TemplateParts, TemplateFileFault | 'tooLarge'>> {
  const entries = listZip(bytes);
  if (!entries) return fail(otherFile(bytes));
  const parts = new Map<string, Uint8Array>();
  let left = MOST_UNPACKED;
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    const unpacked = await unpackEntry(entry, left);
    if (unpacked === 'tooLarge') return fail('tooLarge');
    if (unpacked === 'broken') return fail(entry.isEncrypted ? 'encrypted' : 'broken');
    left -= unpacked.length;
    parts.set(entry.name, unpacked);
  }
  const types = parts.get(TYPES_PATH);
  if (!types) return fail('otherFile');
  const fault = kindOf(decoder.decode(types));
  if (fault) return fail(fault);
  return parts.has(DOCUMENT_PATH) ? succeed(parts) : fail('broken');
}
