import { LEVELS, MAX_ZONE_M, type Problem, type Result, succeed, type ZoneDistances } from '../domain';
import type { BorderIndex } from '../geo';
import { findZoneRows } from './findZoneRows';

/** Of the incidents whose accuracy is known: how far the nearest line of each level is that counts. */
export interface NearestByLevel {
  /** m slots, ascending. */
  readonly slots: Uint32Array;
  /** m radii in metres, all above 0. */
  readonly accuracyM: Float64Array;
  /** 3 m distances in metres, by incident, then in the order of `LEVELS`; Infinity where there is no such line in reach. */
  readonly distanceM: Float64Array;
}

/** Incidents are looked up in groups of like accuracy, so that one that is known to kilometres does not make all others dear. */
const GROUPS_M = [20, 60, 200, 600, 2_000, Infinity] as const;

/**
 * The nearest lines of each level for the incidents whose accuracy is known, as far as their circles reach beyond a zone; no further than the
 * index's cap.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0 …]; NaN where there is none
 * @param options    `accuracyM`: n radii, NaN where not known; `reachM`: the greatest zones that will be asked about, metres; `inScope` is
 *   1 where a line counts
 * @problem invalidDistance  see `findZoneRows`
 */
export function findNearestByLevel(
  index: BorderIndex,
  positions: Float64Array,
  options: { readonly accuracyM: ArrayLike<number>; readonly reachM: ZoneDistances; readonly inScope: Uint8Array },
): Result<NearestByLevel, Problem> {
  const { accuracyM, reachM, inScope } = options;
  const known: number[] = [];
  for (let i = 0; 2 * i < positions.length; i += 1) {
    if (accuracyM[i]! > 0 && Number.isFinite(positions[2 * i])) known.push(i);
  }
  const found = {
    slots: Uint32Array.from(known),
    accuracyM: Float64Array.from(known, (slot) => accuracyM[slot]!),
    distanceM: new Float64Array(LEVELS.length * known.length).fill(Infinity),
  };
  let leastM = 0;
  for (const mostM of GROUPS_M) {
    const members = known.flatMap((slot, k) => (accuracyM[slot]! > leastM && accuracyM[slot]! <= mostM ? [k] : []));
    leastM = mostM;
    if (members.length === 0) continue;
    const own = new Float64Array(2 * members.length);
    members.forEach((k, j) => {
      own[2 * j] = positions[2 * known[k]!]!;
      own[2 * j + 1] = positions[2 * known[k]! + 1]!;
    });
    const widest = members.reduce((most, k) => Math.max(most, found.accuracyM[k]!), 0);
    const wider = (zoneM: number): number => Math.min(zoneM + widest, Math.max(zoneM, MAX_ZONE_M));
    const zoneM = {
      commune: wider(reachM.commune),
      district: wider(reachM.district),
      province: wider(reachM.province),
    };
    const rows = findZoneRows(index, own, { zoneM, inScope });
    if (!rows.ok) return rows;
    const { start, line, distanceM } = rows.value;
    members.forEach((k, j) => {
      for (let r = start[j]!; r < start[j + 1]!; r += 1) {
        const at = LEVELS.length * k + index.lineLevel[line[r]!]!;
        if (distanceM[r]! < found.distanceM[at]!) found.distanceM[at] = distanceM[r]!;
      }
    });
  }
  return succeed(found);
}
