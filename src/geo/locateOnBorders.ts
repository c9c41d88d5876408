import { type BorderIndex, STEP } from './borderIndex';
import { KernelLayout, type KernelMemory, startModule } from './kernelMemory';
import { LOCATE_MODULE } from './locateModule';
import { chainageOf } from './placeOnLine';

/** For each position the nearest border line. */
export interface BorderLocations {
  /** Metres; NaN beyond the index's cap. */
  readonly distanceM: Float64Array;
  /** The line's number in the network; −1: none within the cap. */
  readonly line: Int32Array;
  /** 1: left of the line's direction, −1: right, 0: on the line (within 10 nm) or no line. */
  readonly side: Int8Array;
  /** Metres along the line from its start, within 3.5 cm; NaN where there is no line. */
  readonly chainageM: Float64Array;
}

/** Positions that are handed over together. */
const BATCH = 1024;
/** The sections of an index that the kernel reads besides its segments. */
const SECTIONS = ['blocks', 'nearCells', 'nearList', 'metric', 'segmentLine', 'lineEnds'] as const;

/** What wasm/locate.ts exports. */
interface Kernel {
  readonly memory: KernelMemory;
  readonly frameAt: () => number;
  readonly segmentsAt: () => number;
  readonly locate: (count: number) => number;
}

/** The kernel with an index in its memory, and the columns of a batch there. */
interface Loaded {
  readonly index: WeakRef<BorderIndex>;
  readonly locate: Kernel['locate'];
  readonly positions: Float64Array;
  readonly distanceM: Float64Array;
  readonly line: Int32Array;
  readonly side: Int8Array;
  readonly chainageM: Float64Array;
  /** Rows that have yet to be completed: number in the batch, segment. */
  readonly odd: Int32Array;
}

let kernel: Kernel | null = null;
let loaded: Loaded | null = null;

/** Copies what is read of an index to the kernel, where it stays until another one is asked. */
function load(index: BorderIndex): Loaded {
  kernel ??= startModule<Kernel>(LOCATE_MODULE);
  const { memory, locate } = kernel;
  const layout = new KernelLayout(kernel.segmentsAt());
  const segments = layout.reserve(index.segments.byteLength);
  const sections = SECTIONS.map((name) => layout.reserve(index[name].byteLength));
  const positions = layout.reserve(16 * BATCH);
  const distanceM = layout.reserve(8 * BATCH);
  const line = layout.reserve(4 * BATCH);
  const side = layout.reserve(BATCH);
  const chainageM = layout.reserve(8 * BATCH);
  // One entry more: the kernel writes each before it knows whether it counts.
  const odd = layout.reserve(8 * (BATCH + 1));
  layout.fit(memory);

  const { buffer } = memory;
  new Float64Array(buffer, segments).set(index.segments);
  for (const [i, name] of SECTIONS.entries()) {
    const section = index[name];
    new Uint8Array(buffer, sections[i]).set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength));
  }
  const { lng0, lat0, west, south, columnsPerDegree, rowsPerDegree, metricSouth, capM, shiftMattersM, sizes } = index;
  const numbers = [lng0, lat0, west, south, columnsPerDegree, rowsPerDegree, metricSouth, capM, shiftMattersM];
  const integers = [sizes.blockColumns, sizes.blockRows, sizes.nearBits, sizes.partBits, ...sections];
  integers.push(positions, distanceM, line, side, chainageM, odd);
  const frame = kernel.frameAt();
  new Float64Array(buffer, frame).set(numbers);
  const behind = new Int32Array(buffer, frame + 8 * numbers.length);
  for (const [i, value] of integers.entries()) behind[2 * i] = value;
  return {
    index: new WeakRef(index),
    locate,
    positions: new Float64Array(buffer, positions, 2 * BATCH),
    distanceM: new Float64Array(buffer, distanceM, BATCH),
    line: new Int32Array(buffer, line, BATCH),
    side: new Int8Array(buffer, side, BATCH),
    chainageM: new Float64Array(buffer, chainageM, BATCH),
    odd: new Int32Array(buffer, odd, 2 * BATCH),
  };
}

/** The rows that are on a line, or far enough for the change of scale to matter. */
function completeRows(index: BorderIndex, batch: Loaded, count: number): void {
  const { positions, distanceM, side, chainageM, odd } = batch;
  for (let k = 0; k < count; k++) {
    const i = odd[2 * k]!;
    const distance = distanceM[i]!;
    if (distance === 0) {
      side[i] = 0;
      continue;
    }
    const x = positions[2 * i]! - index.lng0 + STEP - STEP;
    const y = positions[2 * i + 1]! - index.lat0 + STEP - STEP;
    chainageM[i] = chainageOf(index, odd[2 * k + 1]!, x, y, distance);
  }
}

/** Columns for the rows of `count` positions. */
export function makeBorderLocations(count: number): BorderLocations {
  return {
    distanceM: new Float64Array(count),
    line: new Int32Array(count),
    side: new Int8Array(count),
    chainageM: new Float64Array(count),
  };
}

/**
 * The nearest border line of each position, its distance, the side and the place along it. Of lines at the same distance, as beyond
 * a point where lines meet, the first of the network.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
 * @param into  columns of at least n rows to write to, so that many chunks of positions need no more memory than one
 * @returns n rows in input order; the index's cap is inclusive; a position that is not finite has no line
 * @source  mid-latitude formula on the principal radii of curvature, Rapp 1991; checked against Karney's geodesics in tests/reference/border-distance
 */
export function locateOnBorders(
  index: BorderIndex,
  positions: Float64Array,
  into: BorderLocations = makeBorderLocations(positions.length >> 1),
): BorderLocations {
  const rows = positions.length >> 1;
  if (loaded?.index.deref() !== index) loaded = load(index);
  const batch = loaded!;
  for (let from = 0; from < rows; from += BATCH) {
    const size = Math.min(BATCH, rows - from);
    batch.positions.set(positions.subarray(2 * from, 2 * (from + size)));
    completeRows(index, batch, batch.locate(size));
    into.distanceM.set(batch.distanceM.subarray(0, size), from);
    into.line.set(batch.line.subarray(0, size), from);
    into.side.set(batch.side.subarray(0, size), from);
    into.chainageM.set(batch.chainageM.subarray(0, size), from);
  }
  return into;
}
