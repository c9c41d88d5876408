/** How a border line stands to the cluster: between two members, between a member and another unit, or neither. */
export type ClusterLine = 'inner' | 'outer' | 'none';
/** Which border lines count: those of the cluster, or all of the edition. */
export type LineScope = 'cluster' | 'all';

/**
 * Tells the cluster's lines apart.
 * @param lines    lines by the numbers of their two units
 * @param members  numbers of the units that are members
 */
export function classifyLines(
  lines: readonly { readonly leftUnit: number; readonly rightUnit: number }[],
  members: ReadonlySet<number>,
): ClusterLine[] {
  return lines.map(({ leftUnit, rightUnit }) => {
    const count = Number(members.has(leftUnit)) + Number(members.has(rightUnit));
    return count === 2 ? 'inner' : count === 1 ? 'outer' : 'none';
  });
}

/** Rows of `findBorderZones`. */
export interface ZoneRows {
  readonly start: Uint32Array;
  readonly line: Int32Array;
  readonly distanceM: Float64Array;
  readonly chainageM: Float64Array;
  readonly side: Int8Array;
}

/**
 * The rows of the lines that count, in the same order.
 * @param rows     compressed rows of n positions
 * @param inScope  1 where a line counts
 */
export function keepRowsInScope(rows: ZoneRows, inScope: Uint8Array): ZoneRows {
  const n = rows.start.length - 1;
  const kept = {
    start: new Uint32Array(n + 1),
    line: new Int32Array(rows.line.length),
    distanceM: new Float64Array(rows.line.length),
    chainageM: new Float64Array(rows.line.length),
    side: new Int8Array(rows.line.length),
  };
  let to = 0;
  for (let i = 0; i < n; i += 1) {
    for (let r = rows.start[i]!; r < rows.start[i + 1]!; r += 1) {
      if (inScope[rows.line[r]!] !== 1) continue;
      kept.line[to] = rows.line[r]!;
      kept.distanceM[to] = rows.distanceM[r]!;
      kept.chainageM[to] = rows.chainageM[r]!;
      kept.side[to] = rows.side[r]!;
      to += 1;
    }
    kept.start[i + 1] = to;
  }
  return {
    start: kept.start,
    line: kept.line.slice(0, to),
    distanceM: kept.distanceM.slice(0, to),
    chainageM: kept.chainageM.slice(0, to),
    side: kept.side.slice(0, to),
  };
}
