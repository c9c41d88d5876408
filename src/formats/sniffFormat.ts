import type { ForeignFormat } from '../domain';

/** What a file's first bytes say that it is; its name does not count. `text` is a table, or not yet known. */
export type FileFormat = 'text' | 'json' | 'kml' | 'gpx' | 'zip';

type Sniffed = FileFormat | { readonly foreign: ForeignFormat };

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

function markupFormat(text: string): Sniffed {
  if (/<(?:\w+:)?kml[\s>]/i.test(text)) return 'kml';
  if (/<(?:\w+:)?gpx[\s>]/i.test(text)) return 'gpx';
  return { foreign: /<!doctype html|<html[\s>]|<table[\s>]/i.test(text) ? 'html' : 'xml' };
}

const LOOKED_AT = 8_192;

/** What a text is, by how it begins. */
export function sniffText(text: string): Sniffed {
  const head = text.slice(0, LOOKED_AT).trimStart();
  if (head.startsWith('{') || head.startsWith('[')) return 'json';
  return head.startsWith('<') ? markupFormat(head) : 'text';
}

const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Of the plain letters, digits and separators of a text in UTF-16 one byte is 0, always on the same side. */
const LEAST_ZEROS = 0.25;
const MOST_OTHER_ZEROS = 0.02;

/** The order of bytes of a text in UTF-16: by its mark, or where it has none by its zeros. */
export function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (hasUtf16Mark(bytes)) return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  const pairs = Math.min(bytes.length, LOOKED_AT) >> 1;
  let [first, second] = [0, 0];
  for (let i = 0; i < pairs; i += 1) {
    if (bytes[2 * i] === 0) first += 1;
    if (bytes[2 * i + 1] === 0) second += 1;
  }
  if (pairs < 4) return null;
  if (second >= LEAST_ZEROS * pairs && first <= MOST_OTHER_ZEROS * pairs) return 'utf-16le';
  return first >= LEAST_ZEROS * pairs && second <= MOST_OTHER_ZEROS * pairs ? 'utf-16be' : null;
}

/** So few zeros stray into a text, from fields of a fixed length or a disk that failed. */
const MOST_STRAY_ZEROS = 0.3;
/** Bytes that no text holds. */
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 26) || (byte > 27 && byte < 32);

function isBinary(head: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (isControl(byte)) return head.includes(0);
  }
  return zeros > MOST_STRAY_ZEROS * head.length;
}

/**
 * What a file is, by its content alone.
 * @param bytes  the whole file
 * @returns one of the kinds that readers take further, or what foreign thing it is; null where it holds nothing
 */
export function sniffFormat(bytes: Uint8Array): Sniffed | null {
  if (bytes.length === 0) return null;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(bytes, COMPOUND)) return { foreign: holds(bytes, ENCRYPTED) ? 'encryptedOffice' : 'xls' };
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  // "BM" also begins texts.
  if (known && (known[0].length > 2 || bytes.subarray(0, 64).includes(0))) return { foreign: known[1] };
  if (utf16Encoding(bytes)) return 'text';
  const head = bytes.subarray(0, LOOKED_AT);
  if (isBinary(head)) return { foreign: 'binary' };
  const mark = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const text = ascii(head, mark, head.length);
  if (text.trim() === '' && bytes.subarray(mark).every((byte) => byte <= 0x20)) return null;
  return sniffText(text);
}
