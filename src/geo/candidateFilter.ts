import { SEGMENT_SHIFT, SEGMENT_STRIDE } from './borderIndex';
import { IntegerList } from './integerList';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';

const EARTH_M = 6_356_000;
/** Numbers per measured segment: its squared distance from the cell's centre, the way from its foot to there (x, y), where the foot is. */
const MEASURED_SHIFT = 2;

/** The squared scales by latitude, see `makeMetricRows`, and where row 0 begins. */
export interface Metric {
  readonly rows: Float64Array;
  readonly south: number;
}

/**
 * Of a list of segments finds those that can be the nearest to some position in a cell. Two tests throw out the others:
 *
 * A segment s at distance d from the cell's centre is out when another, s′ at d′, is nearer all over the cell. Distance to a segment is
 * convex: at an offset v it is at least d + n·v (n: unit vector from the foot to the centre), and at most d′ + n′·v + |v|²/2(d′ − |v|).
 * So s is out when d − d′ exceeds the greatest (n′ − n)·v in the cell plus h²/2(d′ − h), or simply 2h, with h the half diagonal; plus
 * what the scale's change with latitude may add.
 *
 * And s is out when its foot is the same end all over the cell, and the segment that goes on from there is in the list: that one's foot is
 * either that vertex as well, and then the first of the two stays, or nearer by more than a foot may be off.
 */
export class CandidateFilter {
  /** Lists on top of one another; each cell appends what it keeps. */
  readonly kept = new IntegerList();
  private readonly drift: number;
  private readonly measured: Float64Array;
  // Of the cell: half its width and height, in degrees and in metres, and its half diagonal.
  private reachX = 0;
  private reachY = 0;
  private halfX = 0;
  private halfY = 0;
  private half = 0;

  constructor(
    private readonly numbers: Float64Array,
    private readonly line: Int32Array,
    private readonly metric: Metric,
    private readonly capM: number,
    /** How fast the scale changes with latitude: at least its tangent. */
    steepness: number,
    longest: number,
  ) {
    this.drift = (2 * steepness) / EARTH_M;
    this.measured = new Float64Array(longest << MEASURED_SHIFT);
  }

  /** Half the width and height of the cells to come, in degrees. */
  setReach(reachX: number, reachY: number): void {
    this.reachX = reachX;
    this.reachY = reachY;
  }

  /** Measures the segments `kept[from … to)` from the centre of a cell, degrees. */
  measure(from: number, to: number, x: number, y: number): void {
    const { numbers, metric, measured } = this;
    const list = this.kept.values;
    const inRows = Math.floor((y - metric.south) * METRIC_ROWS_PER_DEGREE);
    const row = Math.min(metric.rows.length / METRIC_STRIDE - 1, Math.max(0, inRows));
    const scaleX = Math.sqrt(metric.rows[METRIC_STRIDE * row]!);
    const scaleY = Math.sqrt(metric.rows[METRIC_STRIDE * row + 2]!);
    this.halfX = this.reachX * scaleX;
    this.halfY = this.reachY * scaleY;
    this.half = Math.sqrt(this.halfX * this.halfX + this.halfY * this.halfY);
    for (let i = from; i < to; i++) {
      const at = list[i]! << SEGMENT_SHIFT;
      const ux = x - numbers[at]!;
      const uy = y - numbers[at | 1]!;
      const t = ux * numbers[at | 4]! + uy * numbers[at | 5]!;
      const above = 0.5 * (t + Math.abs(t));
      const foot = above - 0.5 * (above - 1 + Math.abs(above - 1));
      const ex = (ux - foot * numbers[at | 2]!) * scaleX;
      const ey = (uy - foot * numbers[at | 3]!) * scaleY;
      const into = (i - from) << MEASURED_SHIFT;
      measured[into] = ex * ex + ey * ey;
      measured[into | 1] = ex;
      measured[into | 2] = ey;
      measured[into | 3] = t;
    }
  }

  /** Of the measured segments, a list that begins at `from`, appends to `kept` those of `kept[i … j)` that can be nearest among them. */
  keepNearest(from: number, i: number, j: number): void {
    const { measured, halfX, halfY, half, drift, kept } = this;
    const first = i - from;
    const end = j - from;
    let best = first << MEASURED_SHIFT;
    let leastSquared = measured[best]!;
    for (let k = first + 1; k < end; k++) {
      const squared = measured[k << MEASURED_SHIFT]!;
      if (squared < leastSquared) {
        leastSquared = squared;
        best = k << MEASURED_SHIFT;
      }
    }
    const least = Math.sqrt(leastSquared);
    if (least - half > this.capM + 1 + drift * least * (half + least)) return;
    const list = kept.values;
    let length = kept.length;
    if (end - first === 1) {
      list[length] = list[i]!;
      kept.length = length + 1;
      return;
    }
    const bestX = measured[best | 1]! / least;
    const bestY = measured[best | 2]! / least;
    const isFar = least > 1.001 * half;
    const bend = isFar ? (half * half) / (2 * (least - half)) : 0;
    // What the scale may add is reckoned for the farthest that can be kept.
    const reach = 1.001 * (least + 2 * half) + 1;
    const margin = 1.1 * drift * reach * (half + reach) + 1e-3;
    const limit = least + 2 * half + margin;
    const limitSquared = limit * limit;
    const nearer = least + bend + margin;
    for (let k = first; k < end; k++) {
      const at = k << MEASURED_SHIFT;
      const squared = measured[at]!;
      if (squared > limitSquared) continue;
      if (isFar) {
        const d = Math.sqrt(squared);
        const turnX = Math.abs(measured[at | 1]! - bestX * d);
        const turnY = Math.abs(measured[at | 2]! - bestY * d);
        if ((d - nearer) * d > turnX * halfX + turnY * halfY) continue;
      }
      const t = measured[at | 3]!;
      if ((t < 0 || t > 1) && this.isBehindVertex(from, i, j, k)) continue;
      list[length++] = list[k + from]!;
    }
    kept.length = length;
  }

  /** How much the foot on a segment, as a share of it, differs within the cell. */
  private footRange(segment: number): number {
    const at = segment << SEGMENT_SHIFT;
    return Math.abs(this.numbers[at | 4]!) * this.reachX + Math.abs(this.numbers[at | 5]!) * this.reachY + 1e-7;
  }

  /** The second test; the neighbour must be among `kept[i … j)`. */
  private isBehindVertex(from: number, i: number, j: number, k: number): boolean {
    const list = this.kept.values;
    const segment = list[k + from]!;
    const t = this.measured[(k << MEASURED_SHIFT) | 3]!;
    const range = this.footRange(segment);
    const step = t + range < 0 ? -1 : t - range > 1 ? 1 : 0;
    const at = k + from + step;
    const other = segment + step;
    if (step === 0 || at < i || at >= j || list[at] !== other || this.line[other] !== this.line[segment]) return false;
    const d = Math.sqrt(this.measured[k << MEASURED_SHIFT]!) + this.half;
    const off = (this.drift * d * d) / this.numbers[SEGMENT_STRIDE * other + 7]!;
    const otherRange = this.footRange(other);
    // How far the other's foot is from the vertex, as a share of it; negative beyond.
    const otherFoot = this.measured[((k + step) << MEASURED_SHIFT) | 3]!;
    const away = step < 0 ? 1 - otherFoot : otherFoot;
    return away - otherRange - off > 0 || (step < 0 && away + otherRange < 0);
  }
}
