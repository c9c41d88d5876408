import { type Problem, type Result, succeed, type ZoneDistances } from '../../domain';
import { type BorderIndex, findBorderZones, locateUnit, type UnitIndex } from '../../geo';
import { flagByZoneLayers, type ZoneLayerIndex } from '../zoneLayers';

/** All that a position's borders are told from. */
export interface BorderGround {
  readonly borderIndex: BorderIndex;
  readonly unitIndex: UnitIndex;
  /** How far the zones reach, in metres, per level of line. */
  readonly zoneM: ZoneDistances;
  /** The user's own zones. */
  readonly zoneLayers: readonly ZoneLayerIndex[];
}

/** In a situation's text which of the user's own zones hold what is in it; '0': none. */
export const ownZonesOf = (situation: string): string => situation.split(' ')[1] ?? '0';

/**
 * How each position stands to the borders: its unit, the user's zones that hold it, and every line in whose zone it lies, nearest first, with the
 * side of it. Positions in the same situation are counted the same in every count of lines, sides, levels, units and zones, whichever lines count.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
 * @returns n texts, equal where the situation is
 * @problem invalidDistance  a zone's distance is negative, not a number or greater than the index's cap
 */
export function borderSituations(
  { borderIndex, unitIndex, zoneM, zoneLayers }: BorderGround,
  positions: Float64Array,
): Result<string[], Problem> {
  const zones = findBorderZones(borderIndex, positions, { zoneM });
  if (!zones.ok) return zones;
  const { start, line, side } = zones.value;
  const unit = locateUnit(unitIndex, positions);
  const own = flagByZoneLayers(zoneLayers, positions);
  return succeed(
    Array.from(unit, (number, i) => {
      let text = `${number} ${own[i]!}`;
      for (let r = start[i]!; r < start[i + 1]!; r += 1) text += ` ${line[r]!}:${side[r]!}`;
      return text;
    }),
  );
}
