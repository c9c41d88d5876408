const LOCAL_MARK = 0x04034b50;
const DIRECTORY_MARK = 0x02014b50;
const END_MARK = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** 1980-01-01: the same rows give the same bytes, and no clock is told. */
const DOS_DATE = 0x0021;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crcOn(crc: number, bytes: Uint8Array): number {
  let c = crc;
  for (let i = 0; i < bytes.length; i += 1) c = CRC_TABLE[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return c;
}

interface Entry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly at: number;
}

function header(fields: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

const sharedFields = ({ name, crc, packedBytes, bytes }: Entry): (readonly [2 | 4, number])[] => [
  [2, VERSION],
  [2, FLAGS],
  [2, DEFLATED],
  [2, 0],
  [2, DOS_DATE],
  [4, crc],
  [4, packedBytes],
  [4, bytes],
  [2, name.length],
  [2, 0],
];

/** An entry that is being written. */
export interface ZipEntryWriter {
  readonly write: (piece: string | Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Packs an archive entry by entry, each piece by piece: only what is packed is kept. */
export interface ZipWriter {
  /** Begins an entry; the one before must have ended. */
  readonly begin: (name: string) => ZipEntryWriter;
  readonly finish: (type: string) => Blob;
}

/**
 * Makes an archive.
 * @source PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16; no entry over 4 GB
 */
export function makeZipWriter(): ZipWriter {
  const parts: Blob[] = [];
  const entries: Entry[] = [];
  const encoder = new TextEncoder();
  let at = 0;
  const begin = (fileName: string): ZipEntryWriter => {
    const stream = new CompressionStream('deflate-raw');
    const writer = stream.writable.getWriter();
    const packed = new Response(stream.readable).blob();
    // A failure shows where the entry ends; until then nobody waits for it.
    packed.catch(() => undefined);
    let crc = 0xffffffff;
    let bytes = 0;
    return {
      write: async (piece) => {
        const data = typeof piece === 'string' ? encoder.encode(piece) : piece;
        crc = crcOn(crc, data);
        bytes += data.length;
        await writer.ready;
        await writer.write(data);
      },
      end: async () => {
        await writer.close();
        const body = await packed;
        const name = encoder.encode(fileName);
        const entry: Entry = { name, crc: ~crc >>> 0, packedBytes: body.size, bytes, at };
        const head = new Blob([header([[4, LOCAL_MARK], ...sharedFields(entry)]), name]);
        parts.push(head, body);
        at += head.size + body.size;
        entries.push(entry);
      },
    };
  };
  return {
    begin,
    finish: (type) => {
      const directory = entries.map((entry) => {
        const tail = header([
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, entry.at],
        ]);
        return new Blob([
          header([[4, DIRECTORY_MARK], [2, VERSION], ...sharedFields(entry)]),
          tail,
          entry.name as Uint8Array<ArrayBuffer>,
        ]);
      });
      const size = directory.reduce((sum, piece) => sum + piece.size, 0);
      const end = header([
        [4, END_MARK],
        [2, 0],
        [2, 0],
        [2, entries.length],
        [2, entries.length],
        [4, size],
        [4, at],
        [2, 0],
      ]);
      return new Blob([...parts, ...directory, end], { type });
    },
  };
}
