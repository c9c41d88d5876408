/** A file larger than this is refused: extracts of a whole country stay well below. */
export const MOST_ROAD_FILE_BYTES = 2_000_000_000;
/** Ways that are kept, and nodes they run through: over twice the roads of Vietnam. */
export const MOST_WAYS = 4_000_000;
export const MOST_MEMBERS = 40_000_000;
/** Points of the lines of GeoJSON and GPX, which are joined by their places. */
export const MOST_LINE_POINTS = 3_000_000;
