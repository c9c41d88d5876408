const BITS = 16;
const SIDE = 1 << BITS;

/** Where a cell of a square of 2^16 by 2^16 lies on the Hilbert curve through it. */
function hilbertPlace(column: number, row: number): number {
  let x = column;
  let y = row;
  let place = 0;
  for (let side = SIDE >> 1; side > 0; side >>= 1) {
    const isEast = (x & side) > 0 ? 1 : 0;
    const isNorth = (y & side) > 0 ? 1 : 0;
    place = place * 4 + ((3 * isEast) ^ isNorth);
    if (isNorth === 0) {
      if (isEast === 1) {
        x = SIDE - 1 - x;
        y = SIDE - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return place;
}

/**
 * An order in which near points mostly have near numbers, so that a search finds what it reads close together.
 * @param points  n positions [x0, y0 …], any unit
 * @param chosen  numbers of the points to order
 * @returns the chosen numbers along a Hilbert curve; those of one cell in the order given
 * @source Hilbert 1891, Mathematische Annalen 38
 */
export function hilbertOrder(points: Float64Array, chosen: Uint32Array): Uint32Array<ArrayBuffer> {
  let [west, south, size] = [Infinity, Infinity, 0];
  for (const i of chosen) {
    west = Math.min(west, points[2 * i]!);
    south = Math.min(south, points[2 * i + 1]!);
  }
  for (const i of chosen) size = Math.max(size, points[2 * i]! - west, points[2 * i + 1]! - south);
  const perUnit = size > 0 ? (SIDE - 1) / size : 0;
  const keys = new Float64Array(chosen.length);
  for (let k = 0; k < chosen.length; k++) {
    const i = chosen[k]!;
    keys[k] = hilbertPlace((points[2 * i]! - west) * perUnit, (points[2 * i + 1]! - south) * perUnit);
  }
  const order = Uint32Array.from(chosen, (_, k) => k);
  order.sort((a, b) => keys[a]! - keys[b]! || a - b);
  return order.map((k) => chosen[k]!);
}
