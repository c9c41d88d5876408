import type { BorderIndex } from '../../src/geo';
import { SEGMENT_STRIDE } from '../../src/geo/borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from '../../src/geo/metricRows';

/**
 * The least that a distance to a border can cost: one pass that projects each position, at the kernel's own accuracy and by its own means, and
 * computes one distance to a segment with everything about the segment ready. Which segment is not asked: they come one after the other.
 */
export function measureFloor(index: BorderIndex, positions: Float64Array, distanceM: Float64Array): void {
  const { lng0, lat0, metric, metricSouth, segments } = index;
  const count = positions.length >> 1;
  const end = segments.length;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const x = positions[2 * i]! - lng0;
    const y = positions[2 * i + 1]! - lat0;
    const fromSouth = (y - metricSouth) * METRIC_ROWS_PER_DEGREE;
    const row = fromSouth | 0;
    const scale = METRIC_STRIDE * row;
    const ux = x - segments[at]!;
    const uy = y - segments[at + 1]!;
    let t = ux * segments[at + 4]! + uy * segments[at + 5]!;
    if (t < 0) t = 0;
    else if (t > 1) t = 1;
    const ex = ux - t * segments[at + 2]!;
    const ey = uy - t * segments[at + 3]!;
    const middle = fromSouth - row - 0.5 - 0.5 * METRIC_ROWS_PER_DEGREE * ey;
    distanceM[i] = Math.sqrt(
      ex * ex * (metric[scale]! + metric[scale + 2]! * middle) +
        ey * ey * (metric[scale + 1]! + metric[scale + 3]! * middle),
    );
    at += SEGMENT_STRIDE;
    if (at === end) at = 0;
  }
}
