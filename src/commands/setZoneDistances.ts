import {
  type ChangeSet,
  type Cluster,
  fail,
  LEVELS,
  MAX_ZONE_M,
  MIN_ZONE_M,
  type Problem,
  type Result,
  succeed,
  type ZoneDistances,
} from '../domain';
import { updating } from './changeOf';

/**
 * Sets how far the zone of a cluster reaches from its border lines, in whole metres per level.
 * @problem distanceOutOfRange  of the first level whose distance is below `MIN_ZONE_M`, above `MAX_ZONE_M` or no number
 */
export function setZoneDistances(
  { cluster }: { readonly cluster: Cluster },
  { zoneM }: { readonly zoneM: ZoneDistances },
): Result<ChangeSet, Problem> {
  for (const level of LEVELS) {
    const valueM = zoneM[level];
    if (valueM >= MIN_ZONE_M && valueM <= MAX_ZONE_M) continue;
    return fail({ kind: 'distanceOutOfRange', valueM, minM: MIN_ZONE_M, maxM: MAX_ZONE_M });
  }
  const rounded = {
    commune: Math.round(zoneM.commune),
    district: Math.round(zoneM.district),
    province: Math.round(zoneM.province),
  };
  return succeed({ clusters: updating([[cluster, { ...cluster, zoneM: rounded }]]) });
}
