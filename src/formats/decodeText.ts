import { fail, type Problem, type Result, succeed } from '../domain';
import { findBrokenText } from './findBrokenText';
import { recogniseLegacyFont } from './legacyVietnamese';
import { utf16Encoding } from './sniffFormat';

/** Letters and marks that Vietnamese text in windows-1258 decodes to, composed. */
const VIETNAMESE = /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
const PLAIN = /[\u00a0–—‘’“”…•°±²³µ·«»₫€§©®×÷¼½¾£]/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

export function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Text in windows-1258, if it is clearly that: tone marks stand behind vowels, and nothing comes out that Vietnamese does not use.
 */
export function decodeVietnameseWindows(bytes: Uint8Array): string | null {
  const text = strictly(bytes, 'windows-1258');
  if (text === null) return null;
  let tones = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!;
    if (sign <= '\x7e') continue;
    if (TONES.test(sign)) {
      if (!/[aăâeêioôơuưy]/i.test(text[i - 1] ?? '')) return null;
      tones += 1;
    } else if (!PLAIN.test(sign) && !VIETNAMESE.test(sign)) return null;
  }
  return tones >= 3 ? text : null;
}

const LEGACY_LINES = 2_000;

const isLegacy = (text: string): boolean => recogniseLegacyFont(text.split('\n', LEGACY_LINES)) !== null;

/** Text typed for a font of the time before Unicode, still in that font's signs. */
function decodeLegacy(bytes: Uint8Array): string | null {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return isLegacy(text) ? text : null;
}

/** The first line that is not valid UTF-8, as an eye of the West would see it. */
function firstBadLine(bytes: Uint8Array): { row: number; sample: string } {
  let row = 1;
  let start = 0;
  const lossy = new TextDecoder('windows-1252');
  for (let i = 0; i <= bytes.length; i += 1) {
    if (i < bytes.length && bytes[i] !== 10) continue;
    const line = bytes.subarray(start, i);
    if (strictly(line, 'utf-8') === null) return { row, sample: lossy.decode(line).trim().slice(0, 80) };
    row += 1;
    start = i + 1;
  }
  return { row: 1, sample: '' };
}

/** XML names its own encoding. */
function decodeDeclared(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const name = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  return name === undefined || /^utf-?(?:8|16)/i.test(name) ? null : strictly(bytes, name);
}

const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);

/**
 * The text of a file, composed (NFC), without byte order mark and zeros: UTF-8, UTF-16 with or without a mark, what XML declares, what
 * is clearly windows-1258, or the signs of a legacy font, which are left as they are.
 * @problem wrongEncoding  bytes of another encoding, or text that was spoilt before: "VÄ©nh", "V?nh", "V�nh"
 */
export function decodeText(bytes: Uint8Array, file: string): Result<string, Problem> {
  const utf16 = utf16Encoding(bytes);
  const decoded = utf16
    ? new TextDecoder(utf16).decode(bytes)
    : (strictly(bytes, 'utf-8') ?? decodeDeclared(bytes) ?? decodeVietnameseWindows(bytes) ?? decodeLegacy(bytes));
  if (decoded === null) return fail({ kind: 'wrongEncoding', file, ...firstBadLine(bytes) });
  const text = withoutNul(decoded).normalize('NFC');
  const broken = findBrokenText(text);
  return broken && !isLegacy(text) ? fail({ kind: 'wrongEncoding', file, ...broken }) : succeed(text);
}
