import { SEGMENT_SHIFT } from './borderIndex';
import { IntegerList } from './integerList';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';

const EARTH_M = 6_356_000;
/** The most segments that are looked at together; a square with more hands them all on to its parts. */
const MOST = 1 << 12;

/** The squared scales by latitude, see `makeMetricRows`, and where row 0 begins. */
export interface Metric {
  readonly rows: Float64Array;
  readonly south: number;
}

/** A square, its centre and how far it reaches from there, degrees, which is cut in `across` × `across` parts. */
export interface Square {
  x: number;
  y: number;
  reachX: number;
  reachY: number;
  across: number;
}

// The segments that are loaded, and of each: in metres from the square's centre its start, the way along it and the gradient of the
// foot; how much the foot, as a share of it, differs within a part; by how much, as a share of it again, the foot may be off at the distance 1; 1 if the
// one before it on the line stands before it here, 2 if the one after it stands behind it. Kept between calls, and constants of the module, whose place and length the engine then knows.
const segments = new Int32Array(MOST);
const startX = new Float64Array(MOST);
const startY = new Float64Array(MOST);
const alongX = new Float64Array(MOST);
const alongY = new Float64Array(MOST);
const gradientX = new Float64Array(MOST);
const gradientY = new Float64Array(MOST);
const ranges = new Float64Array(MOST);
const offs = new Float64Array(MOST);
const joins = new Uint8Array(MOST);
// And from the centre of a part: the squared distance, the way from the foot to there and where the foot is.
const squares = new Float64Array(MOST);
const awayX = new Float64Array(MOST);
const awayY = new Float64Array(MOST);
const feet = new Float64Array(MOST);

/**
 * Of a list of segments finds those that can be the nearest to some position in a part of a square. Two tests throw out the others:
 *
 * A segment s at distance d from the part's centre is out when another, s′ at d′, is nearer all over the part. Distance to a segment is
 * convex: at an offset v it is at least d + n·v (n: unit vector from the foot to the centre), and at most d′ + n′·v + |v|²/2(d′ − |v|).
 * So s is out when d − d′ exceeds the greatest (n′ − n)·v in the part plus h²/2(d′ − h), or simply 2h, with h the half diagonal; plus
 * what the scale's change with latitude may add.
 *
 * And s is out when its foot is the same end all over the part, and the segment that goes on from there is in the list: that one's foot is
 * either that vertex as well, and then the first of the two stays, or nearer by more than a foot may be off.
 */
export class CandidateFilter {
  /** Lists on top of one another; each part appends what it keeps. */
  readonly kept = new IntegerList();
  private readonly drift: number;
  private count = 0;
  /** Of the measured. */
  private nearest = 0;
  // Of the parts of the square that is loaded: half their width and height and half their diagonal, in metres; how many across.
  private halfX = 0;
  private halfY = 0;
  private half = 0;
  private halfSquared = 0;
  private across = 1;

  constructor(
    private readonly numbers: Float64Array,
    private readonly line: Int32Array,
    private readonly metric: Metric,
    private readonly capM: number,
    /** How fast the scale changes with latitude: at least its tangent. */
    steepness: number,
  ) {
    this.drift = (2 * steepness) / EARTH_M;
  }

  /** Loads the segments `kept[from … to)` for the parts of a square; false where they are too many. */
  load(from: number, to: number, square: Square): boolean {
    const count = to - from;
    this.count = count;
    if (count > MOST) return false;
    const { numbers, line, metric, drift } = this;
    const { x, y, across } = square;
    const list = this.kept.values;
    const inRows = Math.floor((y - metric.south) * METRIC_ROWS_PER_DEGREE);
    const row = Math.min(metric.rows.length / METRIC_STRIDE - 1, Math.max(0, inRows));
    const scaleX = Math.sqrt(metric.rows[METRIC_STRIDE * row]!);
    const scaleY = Math.sqrt(metric.rows[METRIC_STRIDE * row + 1]!);
    const degreeX = 1 / scaleX;
    const degreeY = 1 / scaleY;
    const halfX = (square.reachX / across) * scaleX;
    const halfY = (square.reachY / across) * scaleY;
    this.halfX = halfX;
    this.halfY = halfY;
    this.halfSquared = halfX * halfX + halfY * halfY;
    this.half = Math.sqrt(this.halfSquared);
    this.across = across;
    let before = -2;
    let lineBefore = -1;
    for (let k = 0; k < count; k++) {
      const segment = list[from + k]!;
      const at = segment << SEGMENT_SHIFT;
      const gx = numbers[at | 4]! * degreeX;
      const gy = numbers[at | 5]! * degreeY;
      segments[k] = segment;
      startX[k] = (numbers[at]! - x) * scaleX;
      startY[k] = (numbers[at | 1]! - y) * scaleY;
      alongX[k] = numbers[at | 2]! * scaleX;
      alongY[k] = numbers[at | 3]! * scaleY;
      gradientX[k] = gx;
      gradientY[k] = gy;
      ranges[k] = Math.abs(gx) * halfX + Math.abs(gy) * halfY + 1e-7;
      offs[k] = (2 * drift) / numbers[at | 7]!;
      const itsLine = line[segment]!;
      joins[k] = 0;
      if (segment === before + 1 && itsLine === lineBefore) {
        joins[k] = 1;
        joins[k - 1]! |= 2;
      }
      before = segment;
      lineBefore = itsLine;
    }
    return true;
  }

  /** Measures what is loaded from the centre of the part in a column and row. */
  measure(column: number, row: number): void {
    const { count, across } = this;
    const x = (2 * column + 1 - across) * this.halfX;
    const y = (2 * row + 1 - across) * this.halfY;
    let least = Infinity;
    for (let k = 0; k < count; k++) {
      const ux = x - startX[k]!;
      const uy = y - startY[k]!;
      const t = ux * gradientX[k]! + uy * gradientY[k]!;
      const above = 0.5 * (t + Math.abs(t));
      const foot = above - 0.5 * (above - 1 + Math.abs(above - 1));
      const ex = ux - foot * alongX[k]!;
      const ey = uy - foot * alongY[k]!;
      const squared = ex * ex + ey * ey;
      squares[k] = squared;
      awayX[k] = ex;
      awayY[k] = ey;
      feet[k] = t;
      if (squared >= least) continue;
      least = squared;
      this.nearest = k;
    }
  }

  /** Appends to `kept` those that can be nearest in the part of the measured line by line. */
  keepOfEachLine(): void {
    const { count, line } = this;
    let first = 0;
    while (first < count) {
      const number = line[segments[first]!]!;
      let nearest = first;
      let end = first + 1;
      for (; end < count && line[segments[end]!] === number; end++)
        if (squares[end]! < squares[nearest]!) nearest = end;
      this.keep(first, end, nearest);
      first = end;
    }
  }

  /** Appends to `kept` those that can be nearest in the part of all measured. */
  keepOfAll(): void {
    this.keep(0, this.count, this.nearest);
  }

  private keep(first: number, end: number, nearest: number): void {
    const { halfX, halfY, half, across, drift, kept } = this;
    const least = Math.sqrt(squares[nearest]!);
    // The scale is that at the square's centre.
    const off = half * across;
    if (least - half > this.capM + 1 + drift * least * (off + least)) return;
    kept.reserve(end - first);
    const list = kept.values;
    let length = kept.length;
    if (end - first === 1) {
      list[length] = segments[first]!;
      kept.length = length + 1;
      return;
    }
    const bestX = awayX[nearest]! / least;
    const bestY = awayY[nearest]! / least;
    const isFar = least > 1.001 * half;
    const bend = isFar ? (half * half) / (2 * (least - half)) : 0;
    // What the scale may add is reckoned for the farthest that can be kept.
    const reach = 1.001 * (least + 2 * half) + 1;
    const margin = 1.1 * drift * reach * (off + reach) + 1e-3;
    const limit = least + 2 * half + margin;
    const limitSquared = limit * limit;
    const nearer = least + bend + margin;
    for (let k = first; k < end; k++) {
      const squared = squares[k]!;
      if (squared > limitSquared) continue;
      if (isFar) {
        const d = Math.sqrt(squared);
        const turnX = Math.abs(awayX[k]! - bestX * d);
        const turnY = Math.abs(awayY[k]! - bestY * d);
        if ((d - nearer) * d > turnX * halfX + turnY * halfY) continue;
      }
      if (this.isBehindVertex(k)) continue;
      list[length++] = segments[k]!;
    }
    kept.length = length;
  }

  /** The second test. Segments that join are of one line, and so looked at together. */
  private isBehindVertex(k: number): boolean {
    const t = feet[k]!;
    const join = joins[k]!;
    if (t < 0) {
      if (t + ranges[k]! >= 0 || (join & 1) === 0) return false;
      // How far the other's foot is from the vertex, as a share of it; negative beyond.
      const away = 1 - feet[k - 1]!;
      return away - ranges[k - 1]! - this.footOff(k, k - 1) > 0 || away + ranges[k - 1]! < 0;
    }
    if (t - ranges[k]! <= 1 || (join & 2) === 0) return false;
    return feet[k + 1]! - ranges[k + 1]! - this.footOff(k, k + 1) > 0;
  }

  /**
   * How far the foot on the segment `other` may be off where segment k is measured, as a share of it. It grows with the square of the distance,
   * and the square of a sum is at most twice the sum of the squares.
   */
  private footOff(k: number, other: number): number {
    return (squares[k]! + this.halfSquared) * offs[other]!;
  }
}
