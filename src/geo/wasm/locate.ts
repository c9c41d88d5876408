// AssemblyScript: compiled by `npm run kernel` to ../locateModule.ts, and called by ../locateOnBorders.ts alone.
// There the semantics are said; here is the arithmetic, in passes over a chunk of positions. Each pass is a short loop without calls and nearly
// without guesses, so that the processor is at work on many positions at once.

/** Positions that go through the passes together: few enough for their rows to stay in the processor's nearest cache. */
const CHUNK: i32 = 256;
/** Rows of the passes: the positions of a chunk, each with its first candidate, and behind them further candidates. */
const ROWS: i32 = 2048;

/** What the caller tells of the index; 8 bytes each: numbers, and then addresses and sizes. */
const frame = memory.data(8 * 32, 16);
// Rows: degrees from the index's origin, NaN outside the area; the segment; where the foot is on it, as a share, not bounded; the squared
// distance; positive left of the segment; the chainage; of a further candidate the row of its position.
const xs = memory.data(8 * ROWS, 64);
const ys = memory.data(8 * ROWS, 64);
const shares = memory.data(8 * ROWS, 64);
const squares = memory.data(8 * ROWS, 64);
const crosses = memory.data(8 * ROWS, 64);
const chainages = memory.data(8 * ROWS, 64);
const segmentOf = memory.data(4 * ROWS, 64);
const owners = memory.data(4 * ROWS, 64);
// Of a position: its cell's entry, and which part of the cell it is in.
const entries = memory.data(4 * CHUNK, 64);
const parts = memory.data(4 * CHUNK, 64);
// Rows of the positions with a choice of two segments, with one of more, and where the list of these begins.
const two = memory.data(4 * (CHUNK + 1), 64);
const more = memory.data(4 * (CHUNK + 1), 64);
const lists = memory.data(4 * CHUNK, 64);

// The layout of the index, see ../borderIndex.ts.
const STEP: f64 = 384;
const TIE: f64 = 1 - 4e-15;
const ON_LINE_SQUARED: f64 = 1e-16;
const METRIC_ROWS_PER_DEGREE: f64 = 1024;
const LINE_MASK: i32 = 0x07ffffff;
const START_SHIFT: i32 = 27;

function numberAt(which: i32): f64 {
  return load<f64>(frame + ((<usize>which) << 3));
}

function integerAt(which: i32): i32 {
  return load<i32>(frame + ((<usize>which) << 3));
}

/** Where the caller writes what `locate` reads: see `load` in ../locateOnBorders.ts. */
export function frameAt(): usize {
  return frame;
}

/** Where memory is free for the caller. */
export function freeFrom(): usize {
  return __heap_base;
}

function measure(segments: usize, metric: usize, metricSouth: f64, from: i32, to: i32): void {
  for (let j = from; j < to; j++) {
    const row8 = (<usize>j) << 3;
    const y = load<f64>(ys + row8);
    const at = segments + ((<usize>load<i32>(segmentOf + ((<usize>j) << 2))) << 6);
    const fromSouth = (y - metricSouth) * METRIC_ROWS_PER_DEGREE;
    const row = <i32>fromSouth;
    const scale = metric + ((<usize>row) << 5);
    const ux = load<f64>(xs + row8) - load<f64>(at);
    const uy = y - load<f64>(at, 8);
    const dx = load<f64>(at, 16);
    const dy = load<f64>(at, 24);
    const t = ux * load<f64>(at, 32) + uy * load<f64>(at, 40);
    // Between 0 and 1, exactly, without a guess.
    const above = 0.5 * (t + abs(t));
    const foot = above - 0.5 * (above - 1 + abs(above - 1));
    const ex = ux - foot * dx;
    const ey = uy - foot * dy;
    const middle = (fromSouth - <f64>row - 0.5) * (1 / METRIC_ROWS_PER_DEGREE) - 0.5 * ey;
    store<f64>(
      squares + row8,
      ex * ex * (load<f64>(scale) + load<f64>(scale, 8) * middle) +
        ey * ey * (load<f64>(scale, 16) + load<f64>(scale, 24) * middle),
    );
    store<f64>(shares + row8, t);
    store<f64>(crosses + row8, dx * uy - dy * ux);
    store<f64>(chainages + row8, load<f64>(at, 48) + foot * load<f64>(at, 56));
  }
}

/** Measures the further candidates from row `size` on, and gives those that are nearer to their positions. */
function settle(segments: usize, metric: usize, metricSouth: f64, size: i32, filled: i32): void {
  measure(segments, metric, metricSouth, size, filled);
  for (let k = size; k < filled; k++) {
    const j = <usize>load<i32>(owners + ((<usize>k) << 2));
    const squared = load<f64>(squares + ((<usize>k) << 3));
    if (squared >= load<f64>(squares + (j << 3)) * TIE - ON_LINE_SQUARED) continue;
    store<f64>(squares + (j << 3), squared);
    store<i32>(segmentOf + (j << 2), load<i32>(segmentOf + ((<usize>k) << 2)));
    store<f64>(shares + (j << 3), load<f64>(shares + ((<usize>k) << 3)));
    store<f64>(crosses + (j << 3), load<f64>(crosses + ((<usize>k) << 3)));
    store<f64>(chainages + (j << 3), load<f64>(chainages + ((<usize>k) << 3)));
  }
}

/**
 * The nearest segments of `count` positions. Returns how many rows the caller has to complete; their numbers and segments stand in `odd`, two
 * integers each: those on a line, beside a vertex that decides the side, or far enough for the change of scale to matter.
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
  const columns = <f64>(blockColumns << nearBits);
  const rows = <f64>(integerAt(10) << nearBits);
  const partsAcross = <f64>(1 << partBits);
  const inCell = (1 << partBits) - 1;
  const inBlock = (1 << nearBits) - 1;
  const blocks = <usize>integerAt(13);
  const nearCells = <usize>integerAt(14);
  const nearList = <usize>integerAt(15);
  const segments = <usize>integerAt(16);
  const metric = <usize>integerAt(17);
  const segmentLine = <usize>integerAt(18);
  const positions = <usize>integerAt(19);
  const distanceM = <usize>integerAt(20);
  const line = <usize>integerAt(21);
  const side = <usize>integerAt(22);
  const chainageM = <usize>integerAt(23);
  const odd = <usize>integerAt(24);
  let odds: i32 = 0;

  for (let from = 0; from < count; from += CHUNK) {
    const size = min(CHUNK, count - from);

    // The cells.
    for (let j = 0; j < size; j++) {
      const at = positions + ((<usize>(from + j)) << 4);
      const x = load<f64>(at) - lng0 + STEP - STEP;
      const y = load<f64>(at, 8) - lat0 + STEP - STEP;
      const column = (x - west) * columnsPerDegree;
      const row = (y - south) * rowsPerDegree;
      const row4 = (<usize>j) << 2;
      const row8 = (<usize>j) << 3;
      if (column >= 0 && row >= 0 && column < columns && row < rows) {
        const cellColumn = <i32>column;
        const cellRow = <i32>row;
        const block = load<i32>(
          blocks + ((<usize>((cellRow >> nearBits) * blockColumns + (cellColumn >> nearBits))) << 2),
        );
        store<f64>(xs + row8, x);
        store<f64>(ys + row8, y);
        store<i32>(
          entries + row4,
          load<i32>(
            nearCells +
              ((<usize>((((block << nearBits) | (cellRow & inBlock)) << nearBits) | (cellColumn & inBlock))) << 2),
          ),
        );
        store<i32>(
          parts + row4,
          ((<i32>(row * partsAcross) & inCell) << partBits) | (<i32>(column * partsAcross) & inCell),
        );
      } else {
        store<f64>(xs + row8, NaN);
        store<f64>(ys + row8, NaN);
        store<i32>(entries + row4, 0);
      }
    }

    // The first candidate of each position, and who has more.
    let twos: i32 = 0;
    let mores: i32 = 0;
    for (let j = 0; j < size; j++) {
      const row4 = (<usize>j) << 2;
      let entry = load<i32>(entries + row4);
      const isDivided = -(entry & (entry >> 1) & 1);
      const part = load<i32>(nearCells + ((<usize>(((entry >> 2) + load<i32>(parts + row4)) & isDivided)) << 2));
      entry = (entry & ~isDivided) | (part & isDivided);
      store<i32>(segmentOf + row4, entry >> 2);
      store<i32>(two + ((<usize>twos) << 2), j);
      store<i32>(more + ((<usize>mores) << 2), j);
      twos += entry & 1;
      mores += (entry >> 1) & 1;
    }
    for (let k = 0; k < mores; k++) {
      const row4 = (<usize>load<i32>(more + ((<usize>k) << 2))) << 2;
      const list = load<i32>(segmentOf + row4);
      store<i32>(lists + ((<usize>k) << 2), list);
      store<i32>(segmentOf + row4, load<i32>(nearList + ((<usize>list) << 2)));
    }
    measure(segments, metric, metricSouth, 0, size);

    // All candidates but the first, in batches: those of one position in ascending order.
    let filled = size;
    for (let k = 0; k < twos; k++) {
      const j = load<i32>(two + ((<usize>k) << 2));
      const row8 = (<usize>filled) << 3;
      store<f64>(xs + row8, load<f64>(xs + ((<usize>j) << 3)));
      store<f64>(ys + row8, load<f64>(ys + ((<usize>j) << 3)));
      store<i32>(owners + ((<usize>filled) << 2), j);
      store<i32>(segmentOf + ((<usize>filled) << 2), load<i32>(segmentOf + ((<usize>j) << 2)) + 1);
      filled++;
    }
    for (let k = 0; k < mores; k++) {
      const j = load<i32>(more + ((<usize>k) << 2));
      const x = load<f64>(xs + ((<usize>j) << 3));
      const y = load<f64>(ys + ((<usize>j) << 3));
      let next = nearList + ((<usize>load<i32>(lists + ((<usize>k) << 2))) << 2);
      let entry: i32 = 0;
      do {
        next += 4;
        entry = load<i32>(next);
        store<f64>(xs + ((<usize>filled) << 3), x);
        store<f64>(ys + ((<usize>filled) << 3), y);
        store<i32>(owners + ((<usize>filled) << 2), j);
        store<i32>(segmentOf + ((<usize>filled) << 2), entry ^ (entry >> 31));
        filled++;
        if (filled < ROWS) continue;
        settle(segments, metric, metricSouth, size, filled);
        filled = size;
      } while (entry >= 0);
    }
    settle(segments, metric, metricSouth, size, filled);

    // The rows of the answer.
    for (let j = 0; j < size; j++) {
      const i = <usize>(from + j);
      const squared = load<f64>(squares + ((<usize>j) << 3));
      // On the line within rounding.
      const distance = squared < ON_LINE_SQUARED ? 0 : sqrt(squared);
      if (!(distance <= capM)) {
        store<f64>(distanceM + (i << 3), NaN);
        store<i32>(line + (i << 2), -1);
        store<i8>(side + i, 0);
        store<f64>(chainageM + (i << 3), NaN);
        continue;
      }
      const segment = load<i32>(segmentOf + ((<usize>j) << 2));
      const lineAndFlags = load<i32>(segmentLine + ((<usize>segment) << 2));
      store<f64>(distanceM + (i << 3), distance);
      store<i32>(line + (i << 2), lineAndFlags & LINE_MASK);
      store<i8>(side + i, <i8>(1 - (i32(load<f64>(crosses + ((<usize>j) << 3)) < 0) << 1)));
      store<f64>(chainageM + (i << 3), load<f64>(chainages + ((<usize>j) << 3)));
      const t = load<f64>(shares + ((<usize>j) << 3));
      const isAtEnd = i32(t > 1);
      const isAtVertex = isAtEnd | i32(t < 0);
      const bend = lineAndFlags >> (START_SHIFT + (isAtEnd << 1));
      const at = odd + ((<usize>odds) << 3);
      store<i32>(at, <i32>i);
      store<i32>(at, segment, 4);
      odds += (isAtVertex & (bend | (bend >> 1))) | i32(distance === 0) | i32(distance > shiftMattersM);
    }
  }
  return odds;
}
