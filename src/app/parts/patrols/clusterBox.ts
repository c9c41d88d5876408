import type { MembersInEdition } from '../../../analysis/membersInEdition';
import { type EditionInfo, joinBoxes } from '../../../analysis/openEdition';
import type { RoadBox } from '../../../domain';

/** About 10 km, in degrees of latitude and, this far north, of longitude. */
const MARGIN = { lat: 0.09, lng: 0.097 };

/** The members' land and some kilometres around it; null where no member has land. */
export function clusterBox(info: EditionInfo | null, { units }: MembersInEdition): RoadBox | null {
  const codes = new Set(units.map(({ code }) => code));
  const boxes = (info?.units ?? []).filter(({ code }) => codes.has(code)).map(({ bbox }) => bbox);
  if (boxes.length === 0) return null;
  const [west, south, east, north] = joinBoxes(boxes);
  return [west - MARGIN.lng, south - MARGIN.lat, east + MARGIN.lng, north + MARGIN.lat];
}
