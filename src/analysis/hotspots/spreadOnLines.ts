import type { OpenGround, OpenIncidents } from './hotspotState';
import type { ZoneIndex } from './indexZones';
import { type PlacesOnLines, placeOnLines } from './placeOnLines';
import { spreadPositions } from './spreadPositions';

/**
 * Where incidents are on the border lines at each of the places at which they may have happened. One whose accuracy is not known keeps what
 * it was flagged with. The others are placed anew, and their side is that of the drawn place; only where that is on the line itself does
 * the side stay that of the handling unit.
 * @param index  n incidents with known positions
 * @param zones  of the same ground
 * @returns n entries a column for each draw
 */
export function spreadOnLines(
  ground: OpenGround,
  incidents: OpenIncidents,
  { index, zones }: { readonly index: Int32Array; readonly zones: ZoneIndex },
): PlacesOnLines[] {
  const { draws, points } = spreadPositions(incidents, index);
  const n = index.length;
  const unsure = Int32Array.from(index.keys()).filter((k) => incidents.accuracyM[index[k]!]! > 0);
  // The draws of an incident one after another: what is near it is then at hand.
  const moved = new Float64Array(2 * unsure.length * draws);
  for (let at = 0; at < unsure.length; at += 1)
    for (let draw = 0; draw < draws; draw += 1) {
      const from = 2 * (draw * n + unsure[at]!);
      moved[2 * (at * draws + draw)] = points[from]!;
      moved[2 * (at * draws + draw) + 1] = points[from + 1]!;
    }
  const placed = placeOnLines(ground, moved, zones);
  const own = {
    line: Int32Array.from(index, (i) => incidents.line[i]!),
    distanceM: Float64Array.from(index, (i) => incidents.distanceM[i]!),
    chainageM: Float64Array.from(index, (i) => incidents.chainageM[i]!),
    side: Int8Array.from(index, (i) => incidents.side[i]!),
  };
  return Array.from({ length: draws }, (_, draw) => {
    const places = {
      line: own.line.slice(),
      distanceM: own.distanceM.slice(),
      chainageM: own.chainageM.slice(),
      side: own.side.slice(),
    };
    for (let at = 0; at < unsure.length; at += 1) {
      const k = unsure[at]!;
      const from = at * draws + draw;
      const isOnOwnLine = placed.distanceM[from] === 0 && placed.line[from] === own.line[k];
      places.line[k] = placed.line[from]!;
      places.distanceM[k] = placed.distanceM[from]!;
      places.chainageM[k] = placed.chainageM[from]!;
      places.side[k] = isOnOwnLine ? own.side[k]! : placed.side[from]!;
    }
    return places;
  });
}
