const METRES_PER_DEGREE = 111_320;

interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** Metres between two places some kilometres apart, to within a percent: enough to hold circles against one another. */
export function metresBetween(a: Place, b: Place): number {
  const shrink = Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return METRES_PER_DEGREE * Math.hypot((a.lng - b.lng) * shrink, a.lat - b.lat);
}
