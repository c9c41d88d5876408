// AssemblyScript: compiled by `npm run kernel` to ../filterModule.ts, and called by ../candidateFilter.ts alone.
// There the semantics and the two tests are said; here is the arithmetic, two segments at a time as the lanes of one vector.

/** The most segments that are looked at together. */
const MOST: i32 = 4096;

// Memory: where the list of each part ends; the segments that are loaded, and of each: in metres from the square's centre its start, the way along it and
// the gradient of the foot; how much the foot, as a share of it, differs within a part; by how much, as a share of it again, the foot may be off at the
// distance 1; all bits set if the one before it on the line stands before it here, or the one after it behind it.
const COLUMN: usize = 8 * MOST + 64;
const ENDS: usize = 1024;
const SEGMENTS: usize = ENDS + 64 * 4;
const START_X: usize = SEGMENTS + COLUMN;
const START_Y: usize = START_X + COLUMN;
const ALONG_X: usize = START_Y + COLUMN;
const ALONG_Y: usize = ALONG_X + COLUMN;
const GRADIENT_X: usize = ALONG_Y + COLUMN;
const GRADIENT_Y: usize = GRADIENT_X + COLUMN;
const RANGES: usize = GRADIENT_Y + COLUMN;
const OFFS: usize = RANGES + COLUMN;
const JOINS_BEFORE: usize = OFFS + COLUMN;
const JOINS_AFTER: usize = JOINS_BEFORE + COLUMN;
// And from the centre of a part: the squared distance, the way from the foot to there and where the foot is.
const SQUARES: usize = JOINS_AFTER + COLUMN;
const AWAY_X: usize = SQUARES + COLUMN;
const AWAY_Y: usize = AWAY_X + COLUMN;
const FEET: usize = AWAY_Y + COLUMN;
/** The segments of the index, and behind them all else that the caller places. */
const NUMBERS: usize = (FEET + COLUMN + 63) & ~63;

let lineOf: usize = 0;
let capM: f64 = 0;
let drift: f64 = 0;
// Of the parts of the square that is loaded: half their width, height and diagonal, metres; how many across.
let halfX: f64 = 0;
let halfY: f64 = 0;
let half: f64 = 0;
let across: i32 = 1;
/** Of the measured. */
let nearest: i32 = 0;

/** Where the list of each part ends: addresses. */
export function endsAt(): usize {
  return ENDS;
}

/** Where the caller places the index's segments, and behind them the rest. */
export function numbersAt(): usize {
  return NUMBERS;
}

/** `lines`: where the line of each segment stands. */
export function setUp(lines: usize, cap: f64, driftPerM: f64): void {
  lineOf = lines;
  capM = cap;
  drift = driftPerM;
}

function loadSegments(list: usize, count: i32, x: f64, y: f64, scaleX: f64, scaleY: f64): void {
  const centre = f64x2.replace_lane(f64x2.splat(x), 1, y);
  const scale = f64x2.replace_lane(f64x2.splat(scaleX), 1, scaleY);
  const degree = f64x2.div(f64x2.splat(1), scale);
  const reach = f64x2.replace_lane(f64x2.splat(halfX), 1, halfY);
  const twice = 2 * drift;
  let before: i32 = -2;
  let lineBefore: i32 = -1;
  for (let k = 0; k < count; k++) {
    const segment = load<i32>(list + ((<usize>k) << 2));
    const at = (<usize>segment) << 6;
    const to = (<usize>k) << 3;
    const start = f64x2.mul(f64x2.sub(v128.load(at, NUMBERS), centre), scale);
    const along = f64x2.mul(v128.load(at, NUMBERS + 16), scale);
    const gradient = f64x2.mul(v128.load(at, NUMBERS + 32), degree);
    const range = f64x2.mul(f64x2.abs(gradient), reach);
    store<i32>(to >> 1, segment, SEGMENTS);
    v128.store_lane<f64>(to, start, 0, START_X);
    v128.store_lane<f64>(to, start, 1, START_Y);
    v128.store_lane<f64>(to, along, 0, ALONG_X);
    v128.store_lane<f64>(to, along, 1, ALONG_Y);
    v128.store_lane<f64>(to, gradient, 0, GRADIENT_X);
    v128.store_lane<f64>(to, gradient, 1, GRADIENT_Y);
    store<f64>(to, f64x2.extract_lane(range, 0) + f64x2.extract_lane(range, 1) + 1e-7, RANGES);
    store<f64>(to, twice / load<f64>(at, NUMBERS + 56), OFFS);
    const itsLine = load<i32>(lineOf + ((<usize>segment) << 2));
    const joins = -i64(segment === before + 1 && itsLine === lineBefore);
    store<i64>(to, joins, JOINS_BEFORE);
    store<i64>(to, joins, JOINS_AFTER - 8);
    before = segment;
    lineBefore = itsLine;
  }
  // Nothing joins behind the last; and beside it in its vector stands one that is far away.
  const to = (<usize>count) << 3;
  store<i64>(to, 0, JOINS_AFTER - 8);
  store<f64>(to, 1e300, START_X);
  store<f64>(to, 0, START_Y);
  store<f64>(to, 0, ALONG_X);
  store<f64>(to, 0, ALONG_Y);
  store<f64>(to, 0, GRADIENT_X);
  store<f64>(to, 0, GRADIENT_Y);
}

/** Measures what is loaded from a place, metres from the square's centre. */
function measure(count: i32, x: f64, y: f64): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const placeX = f64x2.splat(x);
  const placeY = f64x2.splat(y);
  const two = i64x2.splat(2);
  let least = f64x2.splat(Infinity);
  let which = i64x2.splat(0);
  let number = i64x2.replace_lane(i64x2.splat(0), 1, 1);
  for (let k = 0; k < count; k += 2) {
    const at = (<usize>k) << 3;
    const ux = f64x2.sub(placeX, v128.load(at, START_X));
    const uy = f64x2.sub(placeY, v128.load(at, START_Y));
    const t = f64x2.add(f64x2.mul(ux, v128.load(at, GRADIENT_X)), f64x2.mul(uy, v128.load(at, GRADIENT_Y)));
    const foot = f64x2.pmin(one, f64x2.pmax(zero, t));
    const ex = f64x2.sub(ux, f64x2.mul(foot, v128.load(at, ALONG_X)));
    const ey = f64x2.sub(uy, f64x2.mul(foot, v128.load(at, ALONG_Y)));
    const squared = f64x2.add(f64x2.mul(ex, ex), f64x2.mul(ey, ey));
    v128.store(at, squared, SQUARES);
    v128.store(at, ex, AWAY_X);
    v128.store(at, ey, AWAY_Y);
    v128.store(at, t, FEET);
    const isLess = f64x2.lt(squared, least);
    least = v128.bitselect(squared, least, isLess);
    which = v128.bitselect(number, which, isLess);
    number = i64x2.add(number, two);
  }
  const lane = f64x2.extract_lane(least, 1) < f64x2.extract_lane(least, 0);
  nearest = <i32>(lane ? i64x2.extract_lane(which, 1) : i64x2.extract_lane(which, 0));
}

/** Appends those from `first` to `end` that can be nearest in the part that is measured; returns where the list then ends. */
function keep(first: i32, end: i32, closest: i32, list: usize): usize {
  const closest8 = (<usize>closest) << 3;
  const least = sqrt(load<f64>(closest8, SQUARES));
  // The scale is that at the square's centre.
  const off = half * <f64>across;
  if (least - half > capM + 1 + drift * least * (off + least)) return list;
  let to = list;
  if (end - first === 1) {
    store<i32>(to, load<i32>((<usize>first) << 2, SEGMENTS));
    return to + 4;
  }
  // What the scale may add is reckoned for the farthest that can be kept.
  const reach = 1.001 * (least + 2 * half) + 1;
  const margin = 1.1 * drift * reach * (off + reach) + 1e-3;
  const limit = least + 2 * half + margin;
  // Near the part no direction is told: there the first test is the limit alone.
  const nearer = least > 1.001 * half ? least + (half * half) / (2 * (least - half)) + margin : Infinity;
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const limitSquared = f64x2.splat(limit * limit);
  const halfSquared = f64x2.splat(half * half);
  // The first test is reckoned times the least distance, which spares divisions.
  const bestX = f64x2.splat(load<f64>(closest8, AWAY_X));
  const bestY = f64x2.splat(load<f64>(closest8, AWAY_Y));
  const leasts = f64x2.splat(least);
  const nearers = f64x2.splat(nearer);
  const halvesX = f64x2.splat(halfX);
  const halvesY = f64x2.splat(halfY);
  for (let k = first; k < end; k += 2) {
    const at = (<usize>k) << 3;
    const squared = v128.load(at, SQUARES);
    const isWithin = f64x2.le(squared, limitSquared);
    if (!v128.any_true(isWithin)) continue;
    const d = f64x2.sqrt(squared);
    const turnX = f64x2.abs(f64x2.sub(f64x2.mul(v128.load(at, AWAY_X), leasts), f64x2.mul(bestX, d)));
    const turnY = f64x2.abs(f64x2.sub(f64x2.mul(v128.load(at, AWAY_Y), leasts), f64x2.mul(bestY, d)));
    const turn = f64x2.add(f64x2.mul(turnX, halvesX), f64x2.mul(turnY, halvesY));
    const isFarther = f64x2.gt(f64x2.mul(f64x2.sub(d, nearers), f64x2.mul(d, leasts)), turn);
    const stays = v128.andnot(isWithin, isFarther);
    if (!v128.any_true(stays)) continue;
    // How far the other's foot is from the vertex, as a share of it, and by how much that may be off: it grows with the square of the distance, and the
    // square of a sum is at most twice the sum of the squares.
    const t = v128.load(at, FEET);
    const range = v128.load(at, RANGES);
    const wide = f64x2.add(squared, halfSquared);
    const away = f64x2.sub(one, v128.load(at, FEET - 8));
    const awayRange = v128.load(at, RANGES - 8);
    const isAway = v128.or(
      f64x2.gt(f64x2.sub(f64x2.sub(away, awayRange), f64x2.mul(wide, v128.load(at, OFFS - 8))), zero),
      f64x2.lt(f64x2.add(away, awayRange), zero),
    );
    const isAtStart = v128.and(f64x2.lt(f64x2.add(t, range), zero), v128.load(at, JOINS_BEFORE));
    const beyond = f64x2.sub(v128.load(at, FEET + 8), v128.load(at, RANGES + 8));
    const isBeyond = f64x2.gt(f64x2.sub(beyond, f64x2.mul(wide, v128.load(at, OFFS + 8))), zero);
    const isAtEnd = v128.and(f64x2.gt(f64x2.sub(t, range), one), v128.load(at, JOINS_AFTER));
    const isBehind = v128.or(v128.and(isAtStart, isAway), v128.and(isAtEnd, isBeyond));
    const lanes = i64x2.bitmask(v128.andnot(stays, isBehind));
    store<i32>(to, load<i32>(at >> 1, SEGMENTS));
    to += (lanes & 1) << 2;
    store<i32>(to, load<i32>(at >> 1, SEGMENTS + 4));
    to += (lanes & 2 & -i32(k + 1 < end)) << 1;
  }
  return to;
}

/** Appends those that can be nearest in the part that is measured line by line. */
function keepOfEachLine(count: i32, list: usize): usize {
  let to = list;
  let first: i32 = 0;
  while (first < count) {
    const number = load<i32>(lineOf + ((<usize>load<i32>((<usize>first) << 2, SEGMENTS)) << 2));
    let closest = first;
    let end = first + 1;
    for (; end < count; end++) {
      if (load<i32>(lineOf + ((<usize>load<i32>((<usize>end) << 2, SEGMENTS)) << 2)) !== number) break;
      if (load<f64>((<usize>end) << 3, SQUARES) < load<f64>((<usize>closest) << 3, SQUARES)) closest = end;
    }
    to = keep(first, end, closest, to);
    first = end;
  }
  return to;
}

/**
 * For each part of a square, `parts` across, appends to the list `to` those of the `count` segments in the list `from` that can be nearest in
 * it, of all or of their line; where each part's ends is written to `endsAt`. x and y: the square's centre, degrees; partX and partY: half a part, metres.
 */
export function keepOfParts(
  from: usize,
  count: i32,
  to: usize,
  x: f64,
  y: f64,
  scaleX: f64,
  scaleY: f64,
  partX: f64,
  partY: f64,
  parts: i32,
  ofEachLine: i32,
): void {
  halfX = partX;
  halfY = partY;
  half = sqrt(partX * partX + partY * partY);
  across = parts;
  loadSegments(from, count, x, y, scaleX, scaleY);
  let list = to;
  let end: usize = ENDS;
  for (let row = 0; row < parts; row++)
    for (let column = 0; column < parts; column++) {
      measure(count, <f64>(2 * column + 1 - parts) * partX, <f64>(2 * row + 1 - parts) * partY);
      list = ofEachLine ? keepOfEachLine(count, list) : keep(0, count, nearest, list);
      store<i32>(end, <i32>list);
      end += 4;
    }
}
