import { LEVELS, MAX_ZONE_M, type Problem, type Result, succeed, type ZoneDistances } from '../domain';
import { type BorderIndex, findBorderZones } from '../geo';
import { keepRowsInScope, type ZoneRows } from './clusterLines';

/** Positions that are looked up together: what lies in the zones of lines that do not count is let go at once. */
const CHUNK = 50_000;
/** Distances up to which rows are found ahead, so that a slider between two of them only passes rows over. */
const REACHES_M = [100, 250, 500, 1_000, 1_500, 2_500, MAX_ZONE_M] as const;

/** The least distances of the ladder, level by level, that hold the given ones; what is none, or beyond it, stays. */
export function reachFor(zoneM: ZoneDistances): ZoneDistances {
  const reach = (valueM: number): number =>
    valueM >= 0 ? (REACHES_M.find((reachM) => valueM <= reachM) ?? valueM) : valueM;
  return { commune: reach(zoneM.commune), district: reach(zoneM.district), province: reach(zoneM.province) };
}

/**
 * The rows of `findBorderZones` for the lines that count, in memory that grows only with them.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
 * @param options    `zoneM` in metres, `inScope` is 1 where a line counts
 * @problem invalidDistance  a distance is negative, not a number or greater than the index's cap
 */
export function findZoneRows(
  index: BorderIndex,
  positions: Float64Array,
  { zoneM, inScope }: { readonly zoneM: ZoneDistances; readonly inScope: Uint8Array },
): Result<ZoneRows, Problem> {
  const parts: ZoneRows[] = [];
  // Without positions the distances are looked at all the same.
  for (let from = 0; from === 0 || from < positions.length; from += 2 * CHUNK) {
    const found = findBorderZones(index, positions.subarray(from, from + 2 * CHUNK), { zoneM });
    if (!found.ok) return found;
    parts.push(keepRowsInScope(found.value, inScope));
  }
  return succeed(joinRows(parts));
}

function joinRows(parts: readonly ZoneRows[]): ZoneRows {
  if (parts.length === 1) return parts[0]!;
  const sum = (of: (part: ZoneRows) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const rows = sum(({ line }) => line.length);
  const joined = {
    start: new Uint32Array(sum(({ start }) => start.length - 1) + 1),
    line: new Int32Array(rows),
    distanceM: new Float64Array(rows),
    chainageM: new Float64Array(rows),
    side: new Int8Array(rows),
  };
  let [position, row] = [0, 0];
  for (const part of parts) {
    for (let i = 0; i < part.start.length; i += 1) joined.start[position + i] = row + part.start[i]!;
    joined.line.set(part.line, row);
    joined.distanceM.set(part.distanceM, row);
    joined.chainageM.set(part.chainageM, row);
    joined.side.set(part.side, row);
    position += part.start.length - 1;
    row += part.line.length;
  }
  return joined;
}

/**
 * The rows whose distance lies within their line's zone, in the same order.
 * @param lineLevel  number of each line's level in `LEVELS`
 * @param zoneM      in metres, inclusive
 */
export function keepRowsWithin(
  rows: ZoneRows,
  { lineLevel, zoneM }: { readonly lineLevel: Uint8Array; readonly zoneM: ZoneDistances },
): ZoneRows {
  const limitM = Float64Array.from(LEVELS, (level) => zoneM[level]);
  const n = rows.start.length - 1;
  const start = new Uint32Array(n + 1);
  const kept = new Uint32Array(rows.line.length);
  let to = 0;
  for (let i = 0; i < n; i += 1) {
    for (let r = rows.start[i]!; r < rows.start[i + 1]!; r += 1) {
      if (!(rows.distanceM[r]! <= limitM[lineLevel[rows.line[r]!]!]!)) continue;
      kept[to] = r;
      to += 1;
    }
    start[i + 1] = to;
  }
  const line = new Int32Array(to);
  const distanceM = new Float64Array(to);
  const chainageM = new Float64Array(to);
  const side = new Int8Array(to);
  for (let k = 0; k < to; k += 1) {
    const r = kept[k]!;
    line[k] = rows.line[r]!;
    distanceM[k] = rows.distanceM[r]!;
    chainageM[k] = rows.chainageM[r]!;
    side[k] = rows.side[r]!;
  }
  return { start, line, distanceM, chainageM, side };
}
