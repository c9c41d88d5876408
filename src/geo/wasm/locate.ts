// AssemblyScript: compiled by `npm run kernel` to ../locateModule.ts, and called by ../locateOnBorders.ts alone.
// There the semantics are said; here is the arithmetic, in passes over a chunk of positions. Each pass is a short loop without calls and nearly
// without guesses, so that the processor is at work on many positions at once.

/** Positions that go through the passes together: few enough for their rows to stay in the processor's nearest cache. */
const CHUNK: i32 = 256;
/** Rows of the passes: the positions of a chunk, each with its first candidate, and behind them further candidates. */
const ROWS: i32 = 2048;

// Memory. Constant addresses are part of the machine's load and store; added up they would cost an instruction each.
/** What the caller tells of the index; 8 bytes each: numbers, and then sizes and addresses. */
const FRAME: usize = 1024;
// Rows: degrees from the index's origin, NaN outside the area; the segment; where the foot is on it, as a share, not bounded; the squared
// distance; positive left of the segment; the chainage; of a further candidate the row of its position.
const XS: usize = FRAME + 8 * 32;
const YS: usize = XS + 8 * ROWS;
const SHARES: usize = YS + 8 * ROWS;
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
/** The segments of the index, and behind them all else that the caller places. */
const SEGMENTS: usize = (LISTS + 4 * CHUNK + 63) & ~63;

// The layout of the index, see ../borderIndex.ts.
const STEP: f64 = 384;
const TIE: f64 = 1 - 4e-15;
const ON_LINE_SQUARED: f64 = 1e-16;
const METRIC_ROWS_PER_DEGREE: f64 = 1024;
const LINE_MASK: i32 = 0x07ffffff;
const START_SHIFT: i32 = 27;

function numberAt(which: i32): f64 {
  return load<f64>((<usize>which) << 3, FRAME);
}

function integerAt(which: i32): i32 {
  return load<i32>((<usize>which) << 3, FRAME);
}

/** Where the caller writes what `locate` reads: see `load` in ../locateOnBorders.ts. */
export function frameAt(): usize {
  return FRAME;
}

/** Where the caller places the index's segments, and behind them the rest. */
export function segmentsAt(): usize {
  return SEGMENTS;
}

function measure(metric: usize, metricSouth: f64, from: i32, to: i32): void {
  for (let j = from; j < to; j++) {
    const row8 = (<usize>j) << 3;
    const y = load<f64>(row8, YS);
    const at = (<usize>load<i32>((<usize>j) << 2, SEGMENT_OF)) << 6;
    const fromSouth = (y - metricSouth) * METRIC_ROWS_PER_DEGREE;
    const row = <i32>fromSouth;
    const scale = metric + ((<usize>row) << 5);
    const ux = load<f64>(row8, XS) - load<f64>(at, SEGMENTS);
    const uy = y - load<f64>(at, SEGMENTS + 8);
    const dx = load<f64>(at, SEGMENTS + 16);
    const dy = load<f64>(at, SEGMENTS + 24);
    const t = ux * load<f64>(at, SEGMENTS + 32) + uy * load<f64>(at, SEGMENTS + 40);
    // Between 0 and 1, exactly, without a guess.
    const above = 0.5 * (t + abs(t));
    const foot = above - 0.5 * (above - 1 + abs(above - 1));
    const ex = ux - foot * dx;
    const ey = uy - foot * dy;
    const middle = (fromSouth - <f64>row - 0.5) * (1 / METRIC_ROWS_PER_DEGREE) - 0.5 * ey;
    store<f64>(
      row8,
      ex * ex * (load<f64>(scale) + load<f64>(scale, 8) * middle) +
        ey * ey * (load<f64>(scale, 16) + load<f64>(scale, 24) * middle),
      SQUARES,
    );
    store<f64>(row8, t, SHARES);
    store<f64>(row8, dx * uy - dy * ux, CROSSES);
    store<f64>(row8, load<f64>(at, SEGMENTS + 48) + foot * load<f64>(at, SEGMENTS + 56), CHAINAGES);
  }
}

/** Measures the further candidates from row `size` on, and finds those that are nearer to their positions. */
function settle(metric: usize, metricSouth: f64, size: i32, filled: i32): void {
  measure(metric, metricSouth, size, filled);
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

/**
 * The nearest segments of `count` positions. Returns how many rows the caller has to complete; their numbers and segments stand in `odd`, two
 * integers each: those on a line, beside the end of one, or far enough for the change of scale to matter.
 */
export function locate(count: i32): i32 {
  const lng0 = numberAt(0);
  const lat0 = numberAt(1);
  const west = numberAt(2);
  const south = numberAt(3);
  const columnsPerDegree = numberAt(4);
  const rowsPerDegree = numberAt(5);
  const metricSouth = numberAt(6);
  const capM = numberAt(7);
  const shiftMattersM = numberAt(8);
  const blockColumns = integerAt(9);
  const nearBits = integerAt(11);
  const partBits = integerAt(12);
  const partColumns = <u32>(blockColumns << (nearBits + partBits));
  const partRows = <u32>(integerAt(10) << (nearBits + partBits));
  const partColumnsPerDegree = columnsPerDegree * <f64>(1 << partBits);
  const partRowsPerDegree = rowsPerDegree * <f64>(1 << partBits);
  const inCell = (1 << partBits) - 1;
  const inBlock = (1 << nearBits) - 1;
  const blocks = <usize>integerAt(13);
  const nearCells = <usize>integerAt(14);
  const nearList = <usize>integerAt(15);
  const metric = <usize>integerAt(16);
  const segmentLine = <usize>integerAt(17);
  const positions = <usize>integerAt(18);
  const distanceM = <usize>integerAt(19);
  const line = <usize>integerAt(20);
  const side = <usize>integerAt(21);
  const chainageM = <usize>integerAt(22);
  const odd = <usize>integerAt(23);
  let odds: i32 = 0;

  for (let from = 0; from < count; from += CHUNK) {
    const size = min(CHUNK, count - from);

    // The cells.
    for (let j = 0; j < size; j++) {
      const at = positions + ((<usize>(from + j)) << 4);
      const x = load<f64>(at) - lng0 + STEP - STEP;
      const y = load<f64>(at, 8) - lat0 + STEP - STEP;
      // Beyond a border of the area as it is rounded here, all is farther than the cap; what is not a number becomes 0, and stays far.
      const partColumn = <i32>((x - west) * partColumnsPerDegree);
      const partRow = <i32>((y - south) * partRowsPerDegree);
      const row4 = (<usize>j) << 2;
      const row8 = (<usize>j) << 3;
      if (<u32>partColumn < partColumns && <u32>partRow < partRows) {
        const column = partColumn >> partBits;
        const row = partRow >> partBits;
        const block = load<i32>(blocks + ((<usize>((row >> nearBits) * blockColumns + (column >> nearBits))) << 2));
        const cell = (((block << nearBits) | (row & inBlock)) << nearBits) | (column & inBlock);
        store<f64>(row8, x, XS);
        store<f64>(row8, y, YS);
        store<i32>(row4, load<i32>(nearCells + ((<usize>cell) << 2)), ENTRIES);
        store<i32>(row4, ((partRow & inCell) << partBits) | (partColumn & inCell), PARTS);
      } else {
        store<f64>(row8, NaN, XS);
        store<f64>(row8, NaN, YS);
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
    measure(metric, metricSouth, 0, size);

    // All candidates but the first, in batches: those of one position in ascending order.
    let filled = size;
    for (let k = 0; k < twos; k++) {
      const j = load<i32>((<usize>k) << 2, TWO);
      const row8 = (<usize>filled) << 3;
      store<f64>(row8, load<f64>((<usize>j) << 3, XS), XS);
      store<f64>(row8, load<f64>((<usize>j) << 3, YS), YS);
      store<i32>((<usize>filled) << 2, j, OWNERS);
      store<i32>((<usize>filled) << 2, load<i32>((<usize>j) << 2, SEGMENT_OF) + 1, SEGMENT_OF);
      filled++;
    }
    for (let k = 0; k < mores; k++) {
      const j = load<i32>((<usize>k) << 2, MORE);
      const x = load<f64>((<usize>j) << 3, XS);
      const y = load<f64>((<usize>j) << 3, YS);
      let next = nearList + ((<usize>load<i32>((<usize>k) << 2, LISTS)) << 2);
      let entry: i32 = 0;
      do {
        next += 4;
        entry = load<i32>(next);
        store<f64>((<usize>filled) << 3, x, XS);
        store<f64>((<usize>filled) << 3, y, YS);
        store<i32>((<usize>filled) << 2, j, OWNERS);
        store<i32>((<usize>filled) << 2, entry ^ (entry >> 31), SEGMENT_OF);
        filled++;
        if (filled < ROWS) continue;
        settle(metric, metricSouth, size, filled);
        keepNearest(size);
        filled = size;
      } while (entry >= 0);
    }
    settle(metric, metricSouth, size, filled);

    // The rows of the answer.
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
      odds += (isAtVertex & (bend >> 1) & ~bend) | i32(distance === 0) | i32(distance > shiftMattersM);
    }
  }
  return odds;
}
