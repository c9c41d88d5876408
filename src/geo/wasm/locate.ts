// AssemblyScript: compiled by `npm run kernel` to ../locateModule.ts, and called by ../locateOnBorders.ts alone.
// There the semantics are said; here is the arithmetic, in passes over a chunk of positions. Each pass is a short loop without calls and nearly
// without guesses, so that the processor is at work on many positions at once. East and north go together as the two lanes of one vector.

/** Positions that go through the passes together: few enough for their rows to stay in the processor's nearest cache. */
const CHUNK: i32 = 256;
/** Rows of the passes: the positions of a chunk, each with its first candidate, and behind them further candidates. */
const ROWS: i32 = 2048;

// Memory. Constant addresses are part of the machine's load and store; added up they would cost an instruction each.
/** What the caller tells of the index; 8 bytes each: numbers, and then sizes and addresses. */
const FRAME: usize = 1024;
// Rows: degrees east and north of the index's origin, east NaN outside the area; where the foot is on the segment, as a share, not bounded; the
// squared distance; positive left of the segment; the chainage; the segment; of a further candidate the row of its position.
const PLACES: usize = FRAME + 8 * 32;
const SHARES: usize = PLACES + 16 * ROWS;
const SQUARES: usize = SHARES + 8 * ROWS;
const CROSSES: usize = SQUARES + 8 * ROWS;
const CHAINAGES: usize = CROSSES + 8 * ROWS;
const SEGMENT_OF: usize = CHAINAGES + 8 * ROWS;
const OWNERS: usize = SEGMENT_OF + 4 * ROWS;
// Of a position: its cell's entry, which part of the cell it is in, and the row of its nearest segment so far.
const ENTRIES: usize = OWNERS + 4 * ROWS;
const PARTS: usize = ENTRIES + 4 * CHUNK;
const NEAREST: usize = PARTS + 4 * CHUNK;
// Rows of the positions with a choice of two segments, with one of more, and where the list of these begins.
const TWO: usize = NEAREST + 4 * CHUNK;
const MORE: usize = TWO + 4 * (CHUNK + 1);
const LISTS: usize = MORE + 4 * (CHUNK + 1);
// Positions beside the end of a line.
const BESIDE_ENDS: usize = LISTS + 4 * CHUNK;
/** The segments of the index, and behind them all else that the caller places. */
const SEGMENTS: usize = (BESIDE_ENDS + 4 * (CHUNK + 1) + 63) & ~63;

// The layout of the index, see ../borderIndex.ts.
const STEP: f64 = 384;
const TIE: f64 = 1 - 4e-15;
const ON_LINE_SQUARED: f64 = 1e-16;
const METRIC_ROWS_PER_DEGREE: f64 = 1024;
const TO_INTEGER: f64 = 1.5 * 4503599627370496;
const LINE_MASK: i32 = 0x07ffffff;
const START_SHIFT: i32 = 27;

// A number of up to 26 bits plus this, taken as bits, has its whole part above the shift; conversions proper cost more. All else, and what is
// not a number, comes out as a greater number.
const WHOLE: f64 = 1.5 * 134217728;
const WHOLE_BITS: i64 = 0x41a8000000000000;
const WHOLE_SHIFT: i32 = 25;

// Constants of `measure` that stand in memory, where the machine's arithmetic takes them from.
const CONSTANTS: usize = FRAME + 8 * 26;

function numberAt(which: i32): f64 {
  return load<f64>((<usize>which) << 3, FRAME);
}

function integerAt(which: i32): i32 {
  return load<i32>((<usize>which) << 3, FRAME);
}

function vectorAt(which: i32): v128 {
  return v128.load((<usize>which) << 3, FRAME);
}

function east(lanes: v128): i32 {
  return i32x4.extract_lane(lanes, 0);
}

function north(lanes: v128): i32 {
  return i32x4.extract_lane(lanes, 2);
}

/** Where the caller writes what `locate` reads: see `load` in ../locateOnBorders.ts. */
export function frameAt(): usize {
  return FRAME;
}

/** Where the caller places the index's segments, and behind them the rest. */
export function segmentsAt(): usize {
  return SEGMENTS;
}

/** The cross product; positive where b lies left of a. */
function cross(a: v128, b: v128): f64 {
  const product = f64x2.mul(a, v128.shuffle<f64>(b, b, 1, 0));
  return f64x2.extract_lane(product, 0) - f64x2.extract_lane(product, 1);
}

/** Measures rows. `southRows`: the middle of metric row 0, in rows from the origin. */
function measure(metric: usize, southRows: f64, from: i32, to: i32): void {
  const one = v128.load(CONSTANTS);
  const zero = v128.load(CONSTANTS, 16);
  const toInteger = load<f64>(CONSTANTS, 32);
  const rowsPerDegree = load<f64>(CONSTANTS, 40);
  for (let j = from; j < to; j++) {
    const row8 = (<usize>j) << 3;
    const place = v128.load(row8 << 1, PLACES);
    const at = (<usize>load<i32>((<usize>j) << 2, SEGMENT_OF)) << 6;
    const fromSouth = f64x2.extract_lane(place, 1) * rowsPerDegree - southRows;
    const integer = fromSouth + toInteger;
    const scale = metric + ((<usize>reinterpret<u64>(integer)) << 5);
    const u = f64x2.sub(place, v128.load(at, SEGMENTS));
    const d = v128.load(at, SEGMENTS + 16);
    const along = f64x2.mul(u, v128.load(at, SEGMENTS + 32));
    const t = f64x2.extract_lane(along, 0) + f64x2.extract_lane(along, 1);
    const foot = f64x2.pmin(one, f64x2.pmax(zero, f64x2.splat(t)));
    const e = f64x2.sub(u, f64x2.mul(foot, d));
    const middle = fromSouth - (integer - toInteger) - 0.5 * METRIC_ROWS_PER_DEGREE * f64x2.extract_lane(e, 1);
    const scales = f64x2.add(v128.load(scale), f64x2.mul(v128.load(scale, 16), f64x2.splat(middle)));
    const squares = f64x2.mul(f64x2.mul(e, e), scales);
    store<f64>(row8, f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1), SQUARES);
    store<f64>(row8, t, SHARES);
    store<f64>(row8, cross(d, u), CROSSES);
    const chainage = load<f64>(at, SEGMENTS + 48) + f64x2.extract_lane(foot, 0) * load<f64>(at, SEGMENTS + 56);
    store<f64>(row8, chainage, CHAINAGES);
  }
}

/** Measures the further candidates from row `size` on, and finds those that are nearer to their positions. */
function settle(metric: usize, southRows: f64, size: i32, filled: i32): void {
  measure(metric, southRows, size, filled);
  for (let k = size; k < filled; k++) {
    const at = (<usize>load<i32>((<usize>k) << 2, OWNERS)) << 2;
    const row = load<i32>(at, NEAREST);
    const least = load<f64>((<usize>row) << 3, SQUARES) * TIE - ON_LINE_SQUARED;
    const isNearer = i32(load<f64>((<usize>k) << 3, SQUARES) < least);
    store<i32>(at, row ^ ((row ^ k) & -isNearer), NEAREST);
  }
}

/** Copies the nearest rows to those of their positions, so that the rows behind may be filled anew. */
function keepNearest(size: i32): void {
  for (let j = 0; j < size; j++) {
    const row = load<i32>((<usize>j) << 2, NEAREST);
    store<i32>((<usize>j) << 2, j, NEAREST);
    store<i32>((<usize>j) << 2, load<i32>((<usize>row) << 2, SEGMENT_OF), SEGMENT_OF);
    const from = (<usize>row) << 3;
    const to = (<usize>j) << 3;
    store<f64>(to, load<f64>(from, SQUARES), SQUARES);
    store<f64>(to, load<f64>(from, SHARES), SHARES);
    store<f64>(to, load<f64>(from, CROSSES), CROSSES);
    store<f64>(to, load<f64>(from, CHAINAGES), CHAINAGES);
  }
}

/** Whether the direction u lies in the sector that opens counter-clockwise from a to b. */
function isInSector(a: v128, b: v128, u: v128): bool {
  const fromA = cross(a, u) >= 0;
  const toB = cross(u, b) >= 0;
  return cross(a, b) >= 0 ? fromA && toB : fromA || toB;
}

/** As in ../placeOnLine.ts. `at`: of the segment; `edges`: where the directions of the next edges stand, left and right. */
function sideAtLineEnd(at: usize, edges: usize, place: v128, isAtEnd: bool): i32 {
  const zero = f64x2.splat(0);
  const d = v128.load(at, SEGMENTS + 16);
  let u = f64x2.sub(place, v128.load(at, SEGMENTS));
  if (isAtEnd) u = f64x2.sub(u, d);
  const back = isAtEnd ? f64x2.neg(d) : d;
  const left = v128.load(edges);
  const right = v128.load(edges, 16);
  const isLeft = isAtEnd ? isInSector(left, back, u) : isInSector(back, left, u);
  if (isLeft && v128.any_true(f64x2.ne(left, zero))) return 1;
  const isRight = isAtEnd ? isInSector(back, right, u) : isInSector(right, back, u);
  if (isRight && v128.any_true(f64x2.ne(right, zero))) return -1;
  return cross(d, u) >= 0 ? 1 : -1;
}

/**
 * The nearest segments of `count` positions. Returns how many rows the caller has to complete; their numbers and segments stand in `odd`, two
 * integers each: those on a line, or far enough for the change of scale to matter.
 */
export function locate(count: i32): i32 {
  const origin = vectorAt(0);
  const corner = vectorAt(2);
  const cellsPerDegree = vectorAt(4);
  const metricSouth = numberAt(6);
  const capM = numberAt(7);
  const shiftMattersM = numberAt(8);
  const blockColumns = integerAt(9);
  const blockRows = integerAt(10);
  const nearBits = integerAt(11);
  const partBits = integerAt(12);
  const blockBits = nearBits + partBits;
  const southRows = metricSouth * METRIC_ROWS_PER_DEGREE + 0.5;
  const partsPerDegree = f64x2.mul(cellsPerDegree, f64x2.splat(<f64>(1 << partBits)));
  const ends = i64x2.replace_lane(i64x2.splat(<i64>(blockColumns << blockBits)), 1, <i64>(blockRows << blockBits));
  const inBlock = i64x2.splat((1 << nearBits) - 1);
  const inCell = i64x2.splat((1 << partBits) - 1);
  const step = f64x2.splat(STEP);
  const toWhole = f64x2.splat(WHOLE);
  const wholeBits = i64x2.splat(WHOLE_BITS);
  const outside = f64x2.replace_lane(f64x2.splat(NaN), 1, metricSouth);
  v128.store(CONSTANTS, f64x2.splat(1));
  v128.store(CONSTANTS, f64x2.splat(0), 16);
  store<f64>(CONSTANTS, TO_INTEGER, 32);
  store<f64>(CONSTANTS, METRIC_ROWS_PER_DEGREE, 40);
  const blocks = <usize>integerAt(13);
  const nearCells = <usize>integerAt(14);
  const nearList = <usize>integerAt(15);
  const metric = <usize>integerAt(16);
  const segmentLine = <usize>integerAt(17);
  const lineEnds = <usize>integerAt(18);
  const positions = <usize>integerAt(19);
  const distanceM = <usize>integerAt(20);
  const line = <usize>integerAt(21);
  const side = <usize>integerAt(22);
  const chainageM = <usize>integerAt(23);
  const odd = <usize>integerAt(24);
  let odds: i32 = 0;

  for (let from = 0; from < count; from += CHUNK) {
    const size = min(CHUNK, count - from);

    // The cells. Beyond a border of the area as it is rounded here, all is farther than the cap.
    for (let j = 0; j < size; j++) {
      const at = positions + ((<usize>(from + j)) << 4);
      const place = f64x2.sub(f64x2.add(f64x2.sub(v128.load(at), origin), step), step);
      const whole = f64x2.add(f64x2.mul(f64x2.sub(place, corner), partsPerDegree), toWhole);
      const part = i64x2.shr_u(i64x2.sub(whole, wholeBits), WHOLE_SHIFT);
      const row4 = (<usize>j) << 2;
      if (i64x2.all_true(i64x2.lt_s(part, ends))) {
        const blockAt = i64x2.shr_u(part, blockBits);
        const cellAt = v128.and(i64x2.shr_u(part, partBits), inBlock);
        const partAt = v128.and(part, inCell);
        const block = load<i32>(blocks + ((<usize>(north(blockAt) * blockColumns + east(blockAt))) << 2));
        const cell = (((block << nearBits) | north(cellAt)) << nearBits) | east(cellAt);
        v128.store(row4 << 2, place, PLACES);
        store<i32>(row4, load<i32>(nearCells + ((<usize>cell) << 2)), ENTRIES);
        store<i32>(row4, (north(partAt) << partBits) | east(partAt), PARTS);
      } else {
        v128.store(row4 << 2, outside, PLACES);
        store<i32>(row4, 0, ENTRIES);
      }
    }

    // The first candidate of each position, and who has more.
    let twos: i32 = 0;
    let mores: i32 = 0;
    for (let j = 0; j < size; j++) {
      const row4 = (<usize>j) << 2;
      let entry = load<i32>(row4, ENTRIES);
      const isDivided = -(entry & (entry >> 1) & 1);
      const part = load<i32>(nearCells + ((<usize>(((entry >> 2) + load<i32>(row4, PARTS)) & isDivided)) << 2));
      entry = (entry & ~isDivided) | (part & isDivided);
      store<i32>(row4, entry >> 2, SEGMENT_OF);
      store<i32>(row4, j, NEAREST);
      store<i32>((<usize>twos) << 2, j, TWO);
      store<i32>((<usize>mores) << 2, j, MORE);
      twos += entry & 1;
      mores += (entry >> 1) & 1;
    }
    for (let k = 0; k < mores; k++) {
      const row4 = (<usize>load<i32>((<usize>k) << 2, MORE)) << 2;
      const list = load<i32>(row4, SEGMENT_OF);
      store<i32>((<usize>k) << 2, list, LISTS);
      store<i32>(row4, load<i32>(nearList + ((<usize>list) << 2)), SEGMENT_OF);
    }
    measure(metric, southRows, 0, size);

    // All candidates but the first, in batches: those of one position in ascending order.
    let filled = size;
    for (let k = 0; k < twos; k++) {
      const j = load<i32>((<usize>k) << 2, TWO);
      v128.store((<usize>filled) << 4, v128.load((<usize>j) << 4, PLACES), PLACES);
      store<i32>((<usize>filled) << 2, j, OWNERS);
      store<i32>((<usize>filled) << 2, load<i32>((<usize>j) << 2, SEGMENT_OF) + 1, SEGMENT_OF);
      filled++;
    }
    for (let k = 0; k < mores; k++) {
      const j = load<i32>((<usize>k) << 2, MORE);
      const place = v128.load((<usize>j) << 4, PLACES);
      let next = nearList + ((<usize>load<i32>((<usize>k) << 2, LISTS)) << 2);
      let entry: i32 = 0;
      do {
        next += 4;
        entry = load<i32>(next);
        v128.store((<usize>filled) << 4, place, PLACES);
        store<i32>((<usize>filled) << 2, j, OWNERS);
        store<i32>((<usize>filled) << 2, entry ^ (entry >> 31), SEGMENT_OF);
        filled++;
        if (filled < ROWS) continue;
        settle(metric, southRows, size, filled);
        keepNearest(size);
        filled = size;
      } while (entry >= 0);
    }
    settle(metric, southRows, size, filled);

    // The rows of the answer.
    let besideEnds: i32 = 0;
    for (let j = 0; j < size; j++) {
      const i = <usize>(from + j);
      const row = load<i32>((<usize>j) << 2, NEAREST);
      const row8 = (<usize>row) << 3;
      const squared = load<f64>(row8, SQUARES);
      // On the line within rounding.
      const distance = squared < ON_LINE_SQUARED ? 0 : sqrt(squared);
      if (!(distance <= capM)) {
        store<f64>(distanceM + (i << 3), NaN);
        store<i32>(line + (i << 2), -1);
        store<i8>(side + i, 0);
        store<f64>(chainageM + (i << 3), NaN);
        continue;
      }
      const segment = load<i32>((<usize>row) << 2, SEGMENT_OF);
      const lineAndFlags = load<i32>(segmentLine + ((<usize>segment) << 2));
      store<f64>(distanceM + (i << 3), distance);
      store<i32>(line + (i << 2), lineAndFlags & LINE_MASK);
      store<f64>(chainageM + (i << 3), load<f64>(row8, CHAINAGES));
      const t = load<f64>(row8, SHARES);
      const isAtEnd = i32(t > 1);
      const isAtVertex = isAtEnd | i32(t < 0);
      // 1 left or 3 right where the bend is sharper than a right angle: its outer side. 2 where the line ends: not told here.
      const bend = lineAndFlags >> (START_SHIFT + (isAtEnd << 1));
      const isSharp = isAtVertex & bend;
      const beside = 1 - (i32(load<f64>(row8, CROSSES) < 0) << 1);
      store<i8>(side + i, <i8>(beside + ((2 - (bend & 3) - beside) & -isSharp)));
      const at = odd + ((<usize>odds) << 3);
      store<i32>(at, <i32>i);
      store<i32>(at, segment, 4);
      odds += i32(distance === 0) | i32(distance > shiftMattersM);
      store<i32>((<usize>besideEnds) << 2, j, BESIDE_ENDS);
      besideEnds += isAtVertex & (bend >> 1) & ~bend;
    }
    for (let k = 0; k < besideEnds; k++) {
      const j = load<i32>((<usize>k) << 2, BESIDE_ENDS);
      const row = <usize>load<i32>((<usize>j) << 2, NEAREST);
      const isAtEnd = load<f64>(row << 3, SHARES) > 1;
      const segment = <usize>load<i32>(row << 2, SEGMENT_OF);
      const itsLine = <usize>(load<i32>(segmentLine + (segment << 2)) & LINE_MASK);
      const edges = lineEnds + (itsLine << 6) + ((<usize>isAtEnd) << 5);
      const place = v128.load((<usize>j) << 4, PLACES);
      store<i8>(side + <usize>(from + j), <i8>sideAtLineEnd(segment << 6, edges, place, isAtEnd));
    }
  }
  return odds;
}
