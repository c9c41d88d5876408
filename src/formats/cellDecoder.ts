import { decodeVietnameseWindows, strictly } from './decodeText';

const NEW_LINE = 10;
/** Enough to tell an encoding by. */
const LOOKED_AT = 2_000_000;

/** A text without the first bytes of a letter that a narrow column cut through. */
function withoutCutLetter(bytes: Uint8Array): Uint8Array {
  let start = bytes.length;
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (length > back) start = bytes.length - back;
    break;
  }
  return bytes.subarray(0, start);
}

/** All texts with one line each, as far as is looked at. */
function joined(texts: () => Iterable<Uint8Array>, isCut: boolean): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const text of texts()) {
    if (length > LOOKED_AT) break;
    const part = isCut ? withoutCutLetter(text) : text;
    parts.push(part);
    length += part.length + 1;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    whole[at + part.length] = NEW_LINE;
    at += part.length + 1;
  }
  return whole;
}

/** "1258", "ANSI 1258", "UTF-8", "65001", "CP1252" as the platform calls it; null where it knows none. */
function knownEncoding(name: string): string | null {
  const folded = name.trim().toLowerCase();
  const page = /(?:^|\D)(65001|125\d|874|932|936|949|950)$/.exec(folded)?.[1];
  const label =
    page === '65001' ? 'utf-8' : page === undefined ? folded : page.startsWith('125') ? `windows-${page}` : `cp${page}`;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/**
 * How the texts of a table's cells are read: as the file says, if its texts agree; else UTF-8, windows-1258 where they are clearly
 * that, or windows-1252, whose signs a legacy font may have been typed with.
 * @param texts     gives all texts, each time anew
 * @param declared  the encoding that the file names, in any spelling; null: none
 */
export function cellDecoder(texts: () => Iterable<Uint8Array>, declared: string | null): (bytes: Uint8Array) => string {
  const named = declared === null ? null : knownEncoding(declared);
  const isUtf8 = strictly(joined(texts, true), 'utf-8') !== null;
  const encoding = isUtf8
    ? 'utf-8'
    : named !== null && named !== 'utf-8' && named !== 'windows-1252'
      ? named
      : decodeVietnameseWindows(joined(texts, false)) === null
        ? 'windows-1252'
        : 'windows-1258';
  const decoder = new TextDecoder(encoding);
  return (bytes) =>
    decoder
      .decode(isUtf8 ? withoutCutLetter(bytes) : bytes)
      .normalize('NFC')
      .trim();
}
