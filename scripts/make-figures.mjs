// Be Vietnam Pro has no tabular figures. This makes them from the font itself: the ten digits, each centred in one
// width, the median of theirs, as `src/ui/fonts/figures-<weight>.woff2`. Run it again after an update of the font: `node scripts/make-figures.mjs`.
// The result is, as the font, under the SIL Open Font License 1.1 (src/ui/fonts/OFL.txt).
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, inflateSync } from 'node:zlib';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCE = join(ROOT, 'node_modules/@fontsource/be-vietnam-pro');
const TARGET = join(ROOT, 'src/ui/fonts');
const DIGITS = [...'0123456789'].map((digit) => digit.charCodeAt(0));

/** The tables of a WOFF 1 file by tag. */
function readWoff(file) {
  const data = readFileSync(file);
  const tables = new Map();
  for (let index = 0; index < data.readUInt16BE(12); index++) {
    const at = 44 + 20 * index;
    const [offset, packed, length] = [4, 8, 12].map((step) => data.readUInt32BE(at + step));
    const bytes = data.subarray(offset, offset + packed);
    tables.set(data.toString('latin1', at, at + 4), packed < length ? inflateSync(bytes) : bytes);
  }
  return tables;
}

/** The glyph of a character, by a format 4 subtable of `cmap`. */
function glyphOf(cmap, code) {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const sub = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    if (sub.readUInt16BE(0) !== 4) continue;
    const twice = sub.readUInt16BE(6);
    for (let segment = 0; segment < twice; segment += 2) {
      if (code > sub.readUInt16BE(14 + segment)) continue;
      const start = sub.readUInt16BE(16 + twice + segment);
      if (code < start) break;
      const rangeAt = 16 + 3 * twice + segment;
      const range = sub.readUInt16BE(rangeAt);
      const delta = sub.readUInt16BE(16 + 2 * twice + segment);
      return range === 0 ? (code + delta) & 0xffff : sub.readUInt16BE(rangeAt + range + 2 * (code - start));
    }
  }
  throw new Error(`The font has no glyph for ${String.fromCharCode(code)}.`);
}

/** One simple glyph moved along x, without hints; coordinates as they come, in words. */
function moveGlyph(glyph, dx) {
  const contours = glyph.readInt16BE(0);
  if (contours < 0) throw new Error('A digit is a composite glyph.');
  const points = glyph.readUInt16BE(10 + 2 * (contours - 1)) + 1;
  let at = 10 + 2 * contours;
  at += 2 + glyph.readUInt16BE(at);
  const flags = [];
  while (flags.length < points) {
    const flag = glyph[at++];
    const times = flag & 8 ? glyph[at++] + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const readAxis = (shortBit, sameBit) =>
    flags.map((flag) => {
      if (flag & shortBit) return (flag & sameBit ? 1 : -1) * glyph[at++];
      if (flag & sameBit) return 0;
      at += 2;
      return glyph.readInt16BE(at - 2);
    });
  const deltasX = readAxis(2, 16);
  const deltasY = readAxis(4, 32);
  deltasX[0] += dx;
  const head = Buffer.from(glyph.subarray(0, 10 + 2 * contours));
  head.writeInt16BE(head.readInt16BE(2) + dx, 2);
  head.writeInt16BE(head.readInt16BE(6) + dx, 6);
  const words = (values) => {
    const bytes = Buffer.alloc(2 * values.length);
    values.forEach((value, index) => {
      bytes.writeInt16BE(value, 2 * index);
    });
    return bytes;
  };
  const body = [head, Buffer.alloc(2), Buffer.from(flags.map((flag) => flag & 1)), words(deltasX), words(deltasY)];
  return pad(Buffer.concat(body));
}

const pad = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** `cmap` with one format 4 subtable: the digits are the glyphs 1 … 10. */
function makeCmap() {
  const [first, last] = [DIGITS[0], DIGITS.at(-1)];
  const words = [
    0,
    1,
    3,
    1,
    0,
    12,
    4,
    32,
    0,
    4,
    4,
    1,
    0,
    last,
    0xffff,
    0,
    first,
    0xffff,
    (1 - first) & 0xffff,
    1,
    0,
    0,
  ];
  const bytes = Buffer.alloc(2 * words.length);
  words.forEach((word, index) => {
    bytes.writeUInt16BE(word, 2 * index);
  });
  return bytes;
}

function makeFigures(tables) {
  const { cmap, glyf, loca, hmtx, head, hhea, maxp, name } = Object.fromEntries(tables);
  const isLong = head.readInt16BE(50) === 1;
  const offset = (glyph) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const metrics = hhea.readUInt16BE(34);
  const advance = (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, metrics - 1));
  const sources = DIGITS.map((code) => glyphOf(cmap, code));
  const width = sources.map(advance).sort((a, b) => a - b)[sources.length / 2];
  // Glyph 0 is the empty .notdef.
  const glyphs = [
    Buffer.alloc(0),
    ...sources.map((glyph) =>
      moveGlyph(glyf.subarray(offset(glyph), offset(glyph + 1)), Math.round((width - advance(glyph)) / 2)),
    ),
  ];
  const newLoca = Buffer.alloc(4 * (glyphs.length + 1));
  const newHmtx = Buffer.alloc(4 * glyphs.length);
  let end = 0;
  glyphs.forEach((glyph, index) => {
    newLoca.writeUInt32BE(end, 4 * index);
    end += glyph.length;
    newHmtx.writeUInt16BE(width, 4 * index);
    newHmtx.writeInt16BE(glyph.length > 0 ? glyph.readInt16BE(2) : 0, 4 * index + 2);
  });
  newLoca.writeUInt32BE(end, 4 * glyphs.length);
  const newHead = Buffer.from(head);
  newHead.writeInt16BE(1, 50);
  const newHhea = Buffer.from(hhea);
  newHhea.writeUInt16BE(glyphs.length, 34);
  const newMaxp = Buffer.from(maxp);
  newMaxp.writeUInt16BE(glyphs.length, 4);
  const post = Buffer.alloc(32);
  post.writeUInt32BE(0x00030000, 0);
  post.writeUInt32BE(1, 12);
  return [
    ['cmap', makeCmap()],
    ['head', newHead],
    ['hhea', newHhea],
    ['hmtx', newHmtx],
    ['maxp', newMaxp],
    ['name', name],
    ['OS/2', tables.get('OS/2')],
    ['post', post],
    ['glyf', Buffer.concat(glyphs)],
    ['loca', newLoca],
  ];
}

/** As in the WOFF 2 recommendation: a variable-length number, seven bits a byte. */
function base128(value) {
  const bytes = [value & 127];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 127) | 128);
  return Buffer.from(bytes);
}

/** The places of these tags in WOFF 2's list of known tags. */
const KNOWN = { cmap: 0, head: 1, hhea: 2, hmtx: 3, maxp: 4, name: 5, 'OS/2': 6, post: 7, glyf: 10, loca: 11 };
/** For `glyf` and `loca` version 3 means: not transformed. */
const UNTRANSFORMED = { glyf: 3, loca: 3 };

function writeWoff2(tables) {
  const directory = Buffer.concat(
    tables.map(([tag, bytes]) =>
      Buffer.concat([Buffer.from([KNOWN[tag] | ((UNTRANSFORMED[tag] ?? 0) << 6)]), base128(bytes.length)]),
    ),
  );
  const plain = Buffer.concat(tables.map(([, bytes]) => bytes));
  const packed = brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  const header = Buffer.alloc(48);
  header.write('wOF2', 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt16BE(tables.length, 12);
  header.writeUInt32BE(12 + 16 * tables.length + tables.reduce((sum, [, bytes]) => sum + pad(bytes).length, 0), 16);
  header.writeUInt32BE(packed.length, 20);
  header.writeUInt16BE(1, 24);
  const file = pad(Buffer.concat([header, directory, packed]));
  file.writeUInt32BE(file.length, 8);
  return file;
}

mkdirSync(TARGET, { recursive: true });
copyFileSync(join(SOURCE, 'LICENSE'), join(TARGET, 'OFL.txt'));
for (const weight of [400, 500, 600]) {
  const file = writeWoff2(makeFigures(readWoff(join(SOURCE, `files/be-vietnam-pro-latin-${weight}-normal.woff`))));
  writeFileSync(join(TARGET, `figures-${weight}.woff2`), file);
  console.log(`figures-${weight}.woff2: ${file.length} bytes`);
}
