import type { ForeignFormat } from '../domain';

/** What a file's first bytes say that it is; its name does not count. */
export type FileFormat = 'text' | 'json' | 'zip';

const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));

const SIGNATURES: readonly (readonly [signature: readonly number[], format: ForeignFormat])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x42, 0x4d], 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [[0x00, 0x00, 0x27, 0x0a], 'shapefile'],
];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** "EncryptedPackage" as compound files write names, two bytes a letter. */
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

function holds(bytes: Uint8Array, sequence: readonly number[]): boolean {
  for (let i = bytes.indexOf(sequence[0]!); i >= 0; i = bytes.indexOf(sequence[0]!, i + 1))
    if (sequence.every((byte, k) => bytes[i + k] === byte)) return true;
  return false;
}

function markupFormat(text: string): ForeignFormat {
  if (/<kml[\s>]/i.test(text)) return 'kml';
  if (/<gpx[\s>]/i.test(text)) return 'gpx';
  return /<!doctype html|<html[\s>]|<table[\s>]/i.test(text) ? 'html' : 'xml';
}

export const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/**
 * What a file is, by its content alone.
 * @param bytes  the whole file
 * @returns one of the kinds that readers take further, or what foreign thing it is; null where it holds nothing
 */
export function sniffFormat(bytes: Uint8Array): FileFormat | { readonly foreign: ForeignFormat } | null {
  if (bytes.length === 0) return null;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(bytes, COMPOUND)) return { foreign: holds(bytes, ENCRYPTED) ? 'encryptedOffice' : 'xls' };
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  // "BM" also begins texts.
  if (known && (known[0].length > 2 || bytes.subarray(0, 64).includes(0))) return { foreign: known[1] };
  if (hasUtf16Mark(bytes)) return 'text';
  const head = bytes.subarray(0, 8_192);
  if (head.includes(0)) return { foreign: 'binary' };
  const mark = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const text = ascii(head, mark, Math.min(head.length, 2_048)).trimStart();
  if (text === '' && bytes.subarray(mark).every((byte) => byte <= 0x20)) return null;
  if (text.startsWith('{') || text.startsWith('[')) return 'json';
  if (text.startsWith('<')) return { foreign: markupFormat(text) };
  return 'text';
}
