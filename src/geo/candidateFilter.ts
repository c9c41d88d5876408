import { FILTER_MODULE } from './filterModule';
import { KernelLayout, type KernelMemory, startModule } from './kernelMemory';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';

const EARTH_M = 6_356_000;
/** The most segments that are looked at together; a square with more hands them all on to its parts. */
const MOST = 1 << 12;
const MOST_PARTS = 64;

/** The squared scales by latitude, see `makeMetricRows`, and where row 0 begins. */
export interface Metric {
  readonly rows: Float64Array;
  readonly south: number;
}

/** A square, its centre and how far it reaches from there, degrees, which is cut in `across` × `across` parts, at most 8. */
export interface Square {
  x: number;
  y: number;
  reachX: number;
  reachY: number;
  across: number;
}

/** What wasm/filter.ts exports. */
interface Kernel {
  readonly memory: KernelMemory;
  readonly endsAt: () => number;
  readonly numbersAt: () => number;
  readonly setUp: (lines: number, capM: number, drift: number) => void;
  readonly keepOfParts: (
    from: number,
    count: number,
    to: number,
    x: number,
    y: number,
    scaleX: number,
    scaleY: number,
    partX: number,
    partY: number,
    across: number,
    ofEachLine: number,
  ) => void;
}

let kernel: Kernel | null = null;

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
 *
 * One filter is at work at a time: they share the memory of the module that reckons.
 */
export class CandidateFilter {
  /** Lists on top of one another, `length` integers in all; to be fetched anew after each filtering. */
  values: Int32Array;
  length = 0;
  /** Where in `values` the list of each part ends; the first begins where the lists ended before. */
  readonly ends = new Int32Array(MOST_PARTS);
  private readonly kernel: Kernel;
  private readonly valuesAt: number;
  private partEnds: Int32Array;

  constructor(
    numbers: Float64Array,
    line: Int32Array,
    private readonly metric: Metric,
    capM: number,
    /** How fast the scale changes with latitude: at least its tangent. */
    steepness: number,
  ) {
    kernel ??= startModule<Kernel>(FILTER_MODULE);
    this.kernel = kernel;
    const { memory } = kernel;
    const layout = new KernelLayout(kernel.numbersAt());
    const numbersAt = layout.reserve(numbers.byteLength);
    const lineAt = layout.reserve(line.byteLength);
    this.valuesAt = layout.reserve(0);
    layout.fit(memory);
    new Float64Array(memory.buffer, numbersAt).set(numbers);
    new Int32Array(memory.buffer, lineAt).set(line);
    this.values = new Int32Array(memory.buffer, this.valuesAt);
    this.partEnds = new Int32Array(memory.buffer, kernel.endsAt(), MOST_PARTS);
    kernel.setUp(lineAt, capM, (2 * steepness) / EARTH_M);
  }

  /** Makes room for more integers on top of the lists. */
  reserve(more: number): void {
    // One more: the kernel writes each before it knows whether it counts.
    const needed = this.length + more + 1;
    if (needed <= this.values.length) return;
    const { memory, endsAt } = this.kernel;
    const layout = new KernelLayout(this.valuesAt);
    layout.reserve(8 * needed);
    layout.fit(memory);
    this.values = new Int32Array(memory.buffer, this.valuesAt);
    this.partEnds = new Int32Array(memory.buffer, endsAt(), MOST_PARTS);
  }

  /**
   * For each part of a square, row by row, appends those of the list `values[from … to)` that can be nearest in it, of all or of their own
   * line; or all of them, where they are too many to be looked at together.
   */
  keepOfParts(from: number, to: number, square: Square, ofEachLine: boolean): void {
    const { metric, valuesAt } = this;
    const { x, y, across } = square;
    const count = to - from;
    const parts = across * across;
    this.reserve(parts * count);
    if (count > MOST) {
      for (let part = 0; part < parts; part++) {
        this.values.copyWithin(this.length, from, to);
        this.length += count;
        this.ends[part] = this.length;
      }
      return;
    }
    const inRows = Math.floor((y - metric.south) * METRIC_ROWS_PER_DEGREE);
    const row = Math.min(metric.rows.length / METRIC_STRIDE - 1, Math.max(0, inRows));
    const scaleX = Math.sqrt(metric.rows[METRIC_STRIDE * row]!);
    const scaleY = Math.sqrt(metric.rows[METRIC_STRIDE * row + 1]!);
    this.kernel.keepOfParts(
      valuesAt + 4 * from,
      count,
      valuesAt + 4 * this.length,
      x,
      y,
      scaleX,
      scaleY,
      (square.reachX / across) * scaleX,
      (square.reachY / across) * scaleY,
      across,
      ofEachLine ? 1 : 0,
    );
    for (let part = 0; part < parts; part++) this.ends[part] = (this.partEnds[part]! - valuesAt) >> 2;
    this.length = this.ends[parts - 1]!;
  }
}
