import type { TimingCounts } from '../analysis/chartTimes';
import type { LineScope } from '../analysis/clusterLines';
import type { IncidentFilter } from '../analysis/incidentFilter';
import type { IncidentFacets } from '../analysis/incidentQuery';
import type { IncidentSort } from '../analysis/incidentSort';
import type { CategoryId, EditionId, StatusId, ZoneDistances } from '../domain';

/** Which incidents leave: those that the filter leaves, or all. */
export type ExportSelection = 'shown' | 'all';

/** One line in whose range an incident lies. */
export interface LineHit {
  readonly line: number;
  readonly distanceM: number;
  readonly chainageM: number;
  /** +1 left of the line's direction, −1 right, 0 on it. */
  readonly side: number;
}

/** A line in range with its nearest point, WGS 84 degrees. */
export interface LinePlace extends LineHit {
  readonly foot: readonly [lng: number, lat: number];
}

/** What the kernel says of one position. */
export interface PositionFlags {
  /** Whose lines and units the numbers are of. */
  readonly editionId: EditionId;
  /** Whether it lies in a zone, of a line that counts or of the user. */
  readonly isFlagged: boolean;
  /** How sure that is by its accuracy: bits of `judgeCertainty`. */
  readonly certainty: number;
  /** Lines that count in whose zone it lies, nearest first. */
  readonly zones: readonly LinePlace[];
  /** The nearest line of all, whether it counts or not, within `MAX_ZONE_M`. */
  readonly nearest: LineHit | null;
  readonly unit: number;
  /** Numbers of the user's zone layers that hold it. */
  readonly zoneLayers: readonly number[];
}

/** A row of the table: which incident, and its nearest line that counts. */
export interface TableEntry {
  readonly id: string;
  readonly isFlagged: boolean;
  /** Bits of `judgeCertainty`. */
  readonly certainty: number;
  readonly hit: LineHit | null;
  readonly unit: number;
}

export interface QueryInput {
  readonly zoneM: ZoneDistances;
  readonly scope: LineScope;
  readonly filter: IncidentFilter;
  readonly sort: IncidentSort;
  /** Whether charts of time are wanted. */
  readonly timing?: boolean;
}

/** The counts of an answer; its rows and marks are asked for by range and by view. */
export interface QuerySummary {
  /** Goes up with every answer, so that rows of an older one are told apart. */
  readonly version: number;
  /** Goes up with every answer whose incidents, or what is known of them, may be others than before; sorting leaves it. */
  readonly contents: number;
  /** Goes up with every answer that took in changes of incidents. */
  readonly register: number;
  readonly total: number;
  readonly totalSimulated: number;
  readonly shown: number;
  readonly shownFlagged: number;
  /** Of those flagged how many are not surely so; and how many are not flagged but may have to be. */
  readonly shownUnsure: number;
  readonly shownMaybe: number;
  readonly shownPersons: number;
  readonly shownSimulated: number;
  /** Minutes of the local wall clock since 1970, over all that is shown; null when nothing is. */
  readonly span: readonly [fromMin: number, toMin: number] | null;
  readonly facets: IncidentFacets;
  readonly lineSides: Uint32Array;
  /** What the counts of categories stand for. */
  readonly categories: readonly CategoryId[];
  /** What the counts of statuses stand for. */
  readonly statuses: readonly StatusId[];
  readonly unitFlagged: Uint32Array;
  readonly categoryFlagged: Uint32Array;
  readonly kindFlagged: Uint32Array;
  /** Null unless it was asked for. */
  readonly timing: TimingCounts | null;
}

export interface ZoneLayerInput {
  readonly id: string;
  readonly geojson: string;
  readonly radiusM: number;
}
