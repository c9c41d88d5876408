import { fail, type Problem, type Result, succeed } from '../domain';
import type { Coverage } from './coverage';

/** Every distinct edge of a coverage once, from its lower to its higher vertex number. */
export interface Edges {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The unit left and right of the direction; −1: none. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

function placeOf(coverage: Coverage, from: number, to: number): { lng: number; lat: number } {
  return {
    lng: (coverage.lng[from]! + coverage.lng[to]!) / 2,
    lat: (coverage.lat[from]! + coverage.lat[to]!) / 2,
  };
}

/**
 * Joins the two sides of every edge that two units share vertex for vertex. An edge with the same unit on both sides is left out.
 * @problem overlappingUnits  two units lie on the same side of an edge
 * @problem invalidRing  one unit passes an edge twice in the same direction
 */
export function matchEdges(coverage: Coverage): Result<Edges, Problem> {
  const { ringVertices, ringStart, ringUnit, ringLeft } = coverage;
  const capacity = ringVertices.length;
  const from = new Int32Array(capacity);
  const to = new Int32Array(capacity);
  const left = new Int32Array(capacity);
  const right = new Int32Array(capacity);
  const size = 2 ** Math.ceil(Math.log2(Math.max(8, capacity * 2)));
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  let count = 0;

  for (let ring = 0; ring < ringUnit.length; ring++) {
    const unit = ringUnit[ring]!;
    const isLeft = ringLeft[ring] === 1;
    const end = ringStart[ring + 1]!;
    let a = ringVertices[end - 1]!;
    for (let i = ringStart[ring]!; i < end; i++) {
      const b = ringVertices[i]!;
      const low = Math.min(a, b);
      const high = Math.max(a, b);
      const side = a < b === isLeft ? left : right;
      a = b;

      const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
      let slot = (hash ^ (hash >>> 16)) & mask;
      let edge = slots[slot]!;
      while (edge >= 0 && (from[edge] !== low || to[edge] !== high)) {
        slot = (slot + 1) & mask;
        edge = slots[slot]!;
      }
      if (edge < 0) {
        edge = count++;
        slots[slot] = edge;
        from[edge] = low;
        to[edge] = high;
        left[edge] = -1;
        right[edge] = -1;
      }
      const other = side[edge]!;
      if (other >= 0) {
        const place = placeOf(coverage, low, high);
        const code = coverage.codes[unit]!;
        return other === unit
          ? fail({ kind: 'invalidRing', unit: code, place, reason: 'selfIntersecting' })
          : fail({ kind: 'overlappingUnits', units: [coverage.codes[other]!, code].sort(), place });
      }
      side[edge] = unit;
    }
  }

  let kept = 0;
  for (let edge = 0; edge < count; edge++) {
    if (left[edge] === right[edge]) continue;
    from[kept] = from[edge]!;
    to[kept] = to[edge]!;
    left[kept] = left[edge]!;
    right[kept] = right[edge]!;
    kept++;
  }
  return succeed({
    count: kept,
    from: from.subarray(0, kept),
    to: to.subarray(0, kept),
    left: left.subarray(0, kept),
    right: right.subarray(0, kept),
  });
}
