import { latScaleSquared, lngScaleSquared } from './ellipsoid';

/** Rows of latitude per degree; half a row is about 55 m, over which the squared scales are linear to 1e-9. */
export const METRIC_ROWS_PER_DEGREE = 1024;
/** Numbers per row: squared metres per squared degree of longitude, then of latitude; their changes per row. */
export const METRIC_STRIDE = 4;
/** Added to a number and taken away again, it rounds to the nearest integer. */
export const TO_INTEGER = 1.5 * 2 ** 52;

/**
 * The squared scales of the ellipsoid by rows of latitude, so that a distance costs no trigonometry. With degrees east `x` and north
 * `y` between two points whose mean latitude lies `m` rows above the middle of row r, the squared distance is
 * `x² (t[4r] + t[4r + 2] m) + y² (t[4r + 1] + t[4r + 3] m)`.
 * @param south  degrees, where row 0 begins
 */
export function makeMetricRows(south: number, north: number): Float64Array {
  const rows = Math.max(1, Math.ceil((north - south) * METRIC_ROWS_PER_DEGREE));
  const table = new Float64Array(METRIC_STRIDE * rows);
  const half = 0.5 / METRIC_ROWS_PER_DEGREE;
  let lngBelow = lngScaleSquared(south);
  let latBelow = latScaleSquared(south);
  for (let row = 0; row < rows; row++) {
    const middle = south + (row + 0.5) / METRIC_ROWS_PER_DEGREE;
    const lngAbove = lngScaleSquared(middle + half);
    const latAbove = latScaleSquared(middle + half);
    table[METRIC_STRIDE * row] = (lngBelow + lngAbove) / 2;
    table[METRIC_STRIDE * row + 1] = (latBelow + latAbove) / 2;
    table[METRIC_STRIDE * row + 2] = lngAbove - lngBelow;
    table[METRIC_STRIDE * row + 3] = latAbove - latBelow;
    lngBelow = lngAbove;
    latBelow = latAbove;
  }
  return table;
}
