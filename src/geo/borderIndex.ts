import { fail, type Problem, type Result, succeed } from '../domain';
import { METRIC_STRIDE } from './metricRows';

/** "GRBI", then the version of the layout. */
const MAGIC = 0x47524249;
const VERSION = 2;
const HEADER_BYTES = 136;

/** Numbers per segment: x, y of its start; dx, dy; the foot's gradient gx, gy; chainage of its start; length in metres. */
export const SEGMENT_STRIDE = 8;
/** Numbers per line in `lineEnds`. */
export const LINE_ENDS_STRIDE = 8;
/** Squared metres below which a position is on the line: 10 nm, some steps of a double in degrees. */
export const ON_LINE_SQUARED = 1e-16;

/**
 * Added and taken away again, it rounds degrees to steps of 2⁻⁴⁴ (6 nm). Differences of such numbers are exact, so a vertex is as far
 * from a position whichever of its segments is asked.
 */
export const STEP = 384;
/** A later segment is nearer only if it is so by more than rounding. */
export const TIE = 1 - 4e-15;
/**
 * `segmentLine` holds the line's number and, above it, for the start and the end of the segment two bits: 0; or where the bend there is
 * sharper than a right angle its outer side, 1 left or 3 right; or 2 where the line ends.
 */
export const LINE_MASK = 0x07ffffff;
export const START_SHIFT = 27;
export const END_SHIFT = 29;
export const LINE_ENDS_HERE = 2;

/** The sizes of the index's sections. */
export interface BorderIndexSizes {
  readonly segments: number;
  readonly lines: number;
  readonly metricRows: number;
  readonly blockColumns: number;
  readonly blockRows: number;
  /** A block is 2^bits cells wide and high. */
  readonly nearBits: number;
  /** A divided cell has 2^bits parts in each direction. */
  readonly partBits: number;
  readonly zoneBits: number;
  /** Blocks that have cells. */
  readonly blocks: number;
  readonly nearCells: number;
  readonly nearListLength: number;
  readonly zoneListLength: number;
}

/** What a near cell's entry says, above these two bits: a segment; the first of two that follow one another; where a list begins; where
 * the cell's parts begin. */
export const EntryKind = { one: 0, two: 1, more: 2, divided: 3 } as const;
export const ENTRY_SHIFT = 2;

/**
 * Border lines by cells, as views on one buffer, which may be transferred and opened again with `openBorderIndex`.
 *
 * The area is cut in square blocks; those that hold a line within the cap are cut in cells: fine ones with the segments that can be
 * nearest to some position in the cell (`near`, see `EntryKind`), coarser ones with the segments that can be the nearest of their line (`zone`: where
 * the list begins, 0 for none). The last segment of a list is given as its complement. Lists ascend. A near cell with nothing within the cap
 * names segment 0, which is then beyond the cap like any other.
 */
export interface BorderIndex {
  readonly buffer: ArrayBuffer;
  readonly capM: number;
  readonly sizes: BorderIndexSizes;
  /** All x and y below are degrees east and north of here. */
  readonly lng0: number;
  readonly lat0: number;
  /** South-west corner of the blocks. */
  readonly west: number;
  readonly south: number;
  /** Fine cells per degree. */
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  /** Beyond this distance the change of scale moves the foot along the line by more than 3.5 cm. */
  readonly shiftMattersM: number;
  readonly segments: Float64Array;
  /** See `makeMetricRows`. */
  readonly metric: Float64Array;
  /** Where metric row 0 begins: a whole number of rows, so that a distance depends on nothing but its two places. */
  readonly metricSouth: number;
  /**
   * For the start and then the end of each line, the directions in which the other edges of the unit on its left, and then of the
   * unit on its right, leave that point: x, y in degrees; zeros where there is none. 8 numbers a line.
   */
  readonly lineEnds: Float64Array;
  /** See `LINE_MASK`. */
  readonly segmentLine: Int32Array;
  /** Line n has the segments `lineStart[n]` to `lineStart[n + 1] − 1`. */
  readonly lineStart: Int32Array;
  /** 1 where the line is closed. */
  readonly lineClosed: Uint8Array;
  /** Number of the line's level in `LEVELS`. */
  readonly lineLevel: Uint8Array;
  /** Number of the block; block 0 stands for all with nothing within the cap. */
  readonly blocks: Int32Array;
  readonly nearCells: Int32Array;
  readonly nearList: Int32Array;
  readonly zoneCells: Int32Array;
  readonly zoneList: Int32Array;
}

const SIZE_KEYS = [
  'segments',
  'lines',
  'metricRows',
  'blockColumns',
  'blockRows',
  'nearBits',
  'partBits',
  'zoneBits',
  'blocks',
  'nearCells',
  'nearListLength',
  'zoneListLength',
] as const satisfies readonly (keyof BorderIndexSizes)[];

function byteLengthOf(sizes: BorderIndexSizes): number {
  const floats = SEGMENT_STRIDE * sizes.segments + METRIC_STRIDE * sizes.metricRows + LINE_ENDS_STRIDE * sizes.lines;
  const integers =
    sizes.segments +
    (sizes.lines + 1) +
    sizes.blockColumns * sizes.blockRows +
    sizes.nearCells +
    sizes.blocks * 4 ** sizes.zoneBits +
    sizes.nearListLength +
    sizes.zoneListLength;
  return HEADER_BYTES + 8 * floats + 4 * integers + 2 * sizes.lines;
}

/** Lays the views over a buffer whose header is written. */
function layViews(buffer: ArrayBuffer, sizes: BorderIndexSizes): BorderIndex {
  let at = HEADER_BYTES;
  const floats = (length: number): Float64Array => {
    const view = new Float64Array(buffer, at, length);
    at += 8 * length;
    return view;
  };
  const integers = (length: number): Int32Array => {
    const view = new Int32Array(buffer, at, length);
    at += 4 * length;
    return view;
  };
  const bytes = (length: number): Uint8Array => {
    const view = new Uint8Array(buffer, at, length);
    at += length;
    return view;
  };
  const frame = new Float64Array(buffer, 64, 9);
  return {
    buffer,
    sizes,
    capM: frame[0]!,
    lng0: frame[1]!,
    lat0: frame[2]!,
    west: frame[3]!,
    south: frame[4]!,
    columnsPerDegree: frame[5]!,
    rowsPerDegree: frame[6]!,
    shiftMattersM: frame[7]!,
    metricSouth: frame[8]!,
    segments: floats(SEGMENT_STRIDE * sizes.segments),
    metric: floats(METRIC_STRIDE * sizes.metricRows),
    lineEnds: floats(LINE_ENDS_STRIDE * sizes.lines),
    segmentLine: integers(sizes.segments),
    lineStart: integers(sizes.lines + 1),
    blocks: integers(sizes.blockColumns * sizes.blockRows),
    nearCells: integers(sizes.nearCells),
    nearList: integers(sizes.nearListLength),
    zoneCells: integers(sizes.blocks * 4 ** sizes.zoneBits),
    zoneList: integers(sizes.zoneListLength),
    lineClosed: bytes(sizes.lines),
    lineLevel: bytes(sizes.lines),
  };
}

type Frame = Pick<
  BorderIndex,
  'capM' | 'lng0' | 'lat0' | 'west' | 'south' | 'columnsPerDegree' | 'rowsPerDegree' | 'shiftMattersM' | 'metricSouth'
>;

/** Reserves an index of the given sizes, its header written and its sections zero. */
export function allocateBorderIndex(sizes: BorderIndexSizes, frame: Frame): BorderIndex {
  const buffer = new ArrayBuffer(byteLengthOf(sizes));
  const header = new Int32Array(buffer, 0, 16);
  header[0] = MAGIC;
  header[1] = VERSION;
  for (const [position, key] of SIZE_KEYS.entries()) header[2 + position] = sizes[key];
  new Float64Array(buffer, 64, 9).set([
    frame.capM,
    frame.lng0,
    frame.lat0,
    frame.west,
    frame.south,
    frame.columnsPerDegree,
    frame.rowsPerDegree,
    frame.shiftMattersM,
    frame.metricSouth,
  ]);
  return layViews(buffer, sizes);
}

/**
 * Opens an index again from its buffer, without a copy.
 * @problem incompatibleIndex  not the buffer of an index, one of another version, or cut short; `found` is its version, −1 if it is no index
 */
export function openBorderIndex(buffer: ArrayBuffer): Result<BorderIndex, Problem> {
  if (buffer.byteLength < HEADER_BYTES) return fail({ kind: 'incompatibleIndex', found: -1, expected: VERSION });
  const header = new Int32Array(buffer, 0, 16);
  if (header[0] !== MAGIC) return fail({ kind: 'incompatibleIndex', found: -1, expected: VERSION });
  if (header[1] !== VERSION) return fail({ kind: 'incompatibleIndex', found: header[1]!, expected: VERSION });
  const read = (key: (typeof SIZE_KEYS)[number]): number => header[2 + SIZE_KEYS.indexOf(key)]!;
  const sizes: BorderIndexSizes = {
    segments: read('segments'),
    lines: read('lines'),
    metricRows: read('metricRows'),
    blockColumns: read('blockColumns'),
    blockRows: read('blockRows'),
    nearBits: read('nearBits'),
    partBits: read('partBits'),
    zoneBits: read('zoneBits'),
    blocks: read('blocks'),
    nearCells: read('nearCells'),
    nearListLength: read('nearListLength'),
    zoneListLength: read('zoneListLength'),
  };
  if (buffer.byteLength !== byteLengthOf(sizes))
    return fail({ kind: 'incompatibleIndex', found: -1, expected: VERSION });
  return succeed(layViews(buffer, sizes));
}
