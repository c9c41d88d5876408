import { EDGE_STRIDE, type UnitIndex } from './unitIndex';

/** 1 where a position lies east of a rising edge (south of a level one), 0 where west of or on it. */
export function isEastOf(edges: Float64Array, at: number, x: number, y: number): number {
  const x0 = edges[at]!;
  const y0 = edges[at + 1]!;
  return (edges[at + 2]! - x0) * (y - y0) < (edges[at + 3]! - y0) * (x - x0) ? 1 : 0;
}

/** The unit of an edge that holds the position, −1 if none does; of several edges that of the westmost, then southmost. */
function findUnitAtEdge({ edges, sides, cellStart, list }: UnitIndex, cell: number, x: number, y: number): number {
  let best = -1;
  for (let i = cellStart[cell]!; i < cellStart[cell + 1]!; i++) {
    const at = EDGE_STRIDE * list[i]!;
    const [x0, y0, x1, y1] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!];
    if (y < y0 || y > y1 || x < Math.min(x0, x1) || x > Math.max(x0, x1)) continue;
    if ((x1 - x0) * (y - y0) !== (y1 - y0) * (x - x0)) continue;
    if (best >= 0) {
      const other = EDGE_STRIDE * best;
      const order = x0 + x1 - edges[other]! - edges[other + 2]! || y0 + y1 - edges[other + 1]! - edges[other + 3]!;
      if (order >= 0) continue;
    }
    best = list[i]!;
  }
  return best < 0 ? -1 : Math.max(sides[2 * best]!, sides[2 * best + 1]!);
}

/**
 * The unit that holds each position. On an edge or vertex that units share it is exactly one of them, the same whatever the order of units or rings:
 * the one just west, and of level edges north. On the outer edge of all units it is the unit that has this edge.
 *
 * From the south-west corner of the position's cell, whose unit is known, a path goes north and then east to the position. Every
 * edge that it crosses changes the unit's number by the difference of its two units, so the order of crossings does not matter. All comparisons
 * are made as if the position lay the least bit west and, much less, north of where it is, so that it never is on an edge.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
 * @returns n numbers of units, in the order in which they were given to `indexUnits`; −1: in none
 */
export function locateUnit(index: UnitIndex, positions: Float64Array): Int32Array {
  const count = positions.length >> 1;
  const units = new Int32Array(count);
  const { edges, sides, cellStart, cellUnit, list, west, south, width, height } = index;
  const { columns, rows } = index.sizes;
  for (let i = 0; i < count; i++) {
    const x = positions[2 * i]!;
    const y = positions[2 * i + 1]!;
    const column = Math.floor((x - west) / width);
    const row = Math.floor((y - south) / height);
    if (!(column >= 0 && row >= 0 && column < columns && row < rows)) {
      units[i] = -1;
      continue;
    }
    const cell = row * columns + column;
    let unit = cellUnit[cell]!;
    const end = cellStart[cell + 1]!;
    let next = cellStart[cell]!;
    if (next < end) {
      const cornerX = west + column * width;
      const cornerY = south + row * height;
      for (; next < end; next++) {
        const edge = list[next]!;
        const at = EDGE_STRIDE * edge;
        let crossings = 0;
        if (edges[at]! >= cornerX !== edges[at + 2]! >= cornerX)
          crossings += isEastOf(edges, at, cornerX, y) - isEastOf(edges, at, cornerX, cornerY);
        if (edges[at + 1]! > y !== edges[at + 3]! > y)
          crossings += isEastOf(edges, at, x, y) - isEastOf(edges, at, cornerX, y);
        if (crossings !== 0) unit += crossings * (sides[2 * edge + 1]! - sides[2 * edge]!);
      }
      if (unit < 0) unit = findUnitAtEdge(index, cell, x, y);
    }
    units[i] = unit;
  }
  return units;
}
