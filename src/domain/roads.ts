/** How a team travels. */
export const TRAVEL_MODES = ['foot', 'bicycle', 'motorbike', 'car'] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/**
 * Classes of ways, by OpenStreetMap's `highway` (links go with their class) and `route=ferry`; `unknown` is a line that says nothing of itself.
 */
export const ROAD_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'livingStreet',
  'service',
  'track',
  'path',
  'footway',
  'cycleway',
  'steps',
  'ferry',
  'unknown',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** The highest speed that can be set. */
export const MOST_KMH = 130;

/** km/h per mode and class; 0 where the mode does not go. */
export type TravelSpeeds = Readonly<Record<TravelMode, Readonly<Record<RoadClass, number>>>>;

/** The bits of `RoadWays.access` for one mode: along the way as drawn, and against it. */
export const ALONG = 1;
export const AGAINST = 2;
export const BITS_PER_MODE = 2;

/** The ways of a travel network as columns. Ways that share a node are joined there; ways that only cross are not. */
export interface RoadWays {
  /** `[lng0, lat0, lng1, lat1 …]` of the nodes, in degrees. */
  readonly nodes: Float64Array<ArrayBuffer>;
  /** Way `w` runs through `members[starts[w]] … members[starts[w + 1] - 1]`: at least two nodes; one more entry than ways. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly members: Uint32Array<ArrayBuffer>;
  /** Per way, the place of its class in `ROAD_CLASSES`. */
  readonly classes: Uint8Array<ArrayBuffer>;
  /** Per way, for the mode at place `m` of `TRAVEL_MODES` the bits `ALONG | AGAINST`, moved up by `m * BITS_PER_MODE`. */
  readonly access: Uint8Array<ArrayBuffer>;
  /** Per way the posted speed in km/h, 0 where none is known. */
  readonly postedKmh: Uint8Array<ArrayBuffer>;
  /** Per way the place of its name in `names`, which begins with the empty one. */
  readonly nameOf: Uint32Array<ArrayBuffer>;
  readonly names: readonly string[];
}
