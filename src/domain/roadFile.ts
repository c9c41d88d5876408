import type { ProblemOf } from './problem';
import type { RoadClass } from './roads';

/** The kinds of files that hold ways. */
export type RoadFormat = 'pbf' | 'osmXml' | 'overpass' | 'geojson' | 'gpx';

/** Why something in a file became no way: what it is, or what it lacks. */
export const DROP_REASONS = [
  'notARoad',
  'notInUse',
  'area',
  'closedToAll',
  'tooFewNodes',
  'missingNodes',
  'outsideBox',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** West, south, east, north; WGS 84 degrees. */
export type RoadBox = readonly [west: number, south: number, east: number, north: number];

/** Ways and their length of one class. */
export interface RoadClassCount {
  readonly roadClass: RoadClass;
  readonly ways: number;
  readonly lengthKm: number;
}

/** What was made of a file, to be told to its user. */
export interface RoadReport {
  readonly format: RoadFormat;
  readonly ways: number;
  readonly nodes: number;
  readonly lengthKm: number;
  /** Classes that occur, in the order of `ROAD_CLASSES`. */
  readonly classes: readonly RoadClassCount[];
  /** Pieces that no way joins, whatever the direction or the mode; and the share of the length that the longest has, 0 to 1. */
  readonly components: { readonly count: number; readonly largestShare: number };
  /** What was left out: ways of a file of OpenStreetMap, features of GeoJSON, segments of GPX. */
  readonly dropped: Readonly<Record<DropReason, number>>;
  /** Ways that were cut because nodes inside them are missing from the file. */
  readonly cutWays: number;
  /** Nodes with a barrier that a car does not pass (bollards and the like). The ways are not closed there. */
  readonly barriers: number;
  /** How lines without common nodes were joined; all 0 for files of OpenStreetMap. */
  readonly joined: {
    /** Points put together with one nearby. */
    readonly merged: number;
    /** Points put into the inside of another line that they touch. */
    readonly inserted: number;
    /** Crossings that became nodes: GPX only. */
    readonly crossings: number;
    /** Edges that a later track repeats and that stand once: GPX only. */
    readonly repeated: number;
  };
  /** ISO 8601, when the data were current by the file's own word; null where it says nothing. */
  readonly date: string | null;
  /** The licence that asks to name the source: data of OpenStreetMap. */
  readonly attribution: 'ODbL' | null;
  /** What the server said of an answer that it did not finish; null as a rule. */
  readonly remark: string | null;
}

/** Where a file breaks: a block of a PBF, a line of XML, a sign of JSON (the first is 0). */
export type RoadFilePlace =
  | { readonly by: 'block'; readonly byte: number; readonly block: number }
  | { readonly by: 'line'; readonly line: number }
  | { readonly by: 'position'; readonly position: number; readonly line: number };

/** What is broken in a file. `order`: it says that it is sorted and is not. */
export type RoadFileFault =
  | 'truncated'
  | 'blockHeader'
  | 'blockTooLarge'
  | 'compression'
  | 'inflate'
  | 'content'
  | 'order'
  | 'syntax'
  | 'encoding'
  | 'entities'
  | 'tooDeep'
  | 'tooLong';

/** What may be wrong with a file of ways. What files of roads alone can have stands last. */
export type RoadProblem =
  | ProblemOf<'emptyFile' | 'fileTooLarge' | 'unknownFormat' | 'unsupportedCrs' | 'cancelled'>
  | {
      readonly kind: 'brokenRoadFile';
      readonly file: string;
      readonly format: RoadFormat;
      readonly fault: RoadFileFault;
      readonly place: RoadFilePlace;
      /** For whoever mends it: the way of compression, the text that stands there; may be empty. */
      readonly detail: string;
    }
  | { readonly kind: 'unsupportedRoadFeatures'; readonly file: string; readonly features: readonly string[] }
  | { readonly kind: 'unreadableSource'; readonly file: string; readonly byte: number }
  | { readonly kind: 'tooManyRoads'; readonly file: string; readonly limit: number }
  | {
      readonly kind: 'noRoads';
      readonly file: string;
      readonly format: RoadFormat;
      readonly dropped: Readonly<Record<DropReason, number>>;
    };
