import type {
  ActivityId,
  ClusterId,
  DeviceId,
  EditionId,
  IncidentId,
  JournalId,
  LayerId,
  MemberId,
  PlaceId,
  PlainDate,
  TermId,
  UnitCode,
  WallClock,
} from './brand';
import type { Briefing, Scene } from './briefing';
import type { Duty, PatrolPlan, PatrolRoute, PatrolTask, PatrolVisit, Post, Shift, Team } from './patrol';
import type { TravelSpeeds } from './roads';

export type UnitKind = 'phuong' | 'xa' | 'thiTran';
export const LEVELS = ['commune', 'district', 'province'] as const;
/** The highest kind of border that a line is: a province line is also a district line, but is called by its highest. */
export type Level = (typeof LEVELS)[number];
/** One distance in metres per level of border line. */
export type ZoneDistances = Readonly<Record<Level, number>>;
/** The least and the greatest distance that a zone may be given. */
export const MIN_ZONE_M = 10;
export const MAX_ZONE_M = 5_000;
/** How many layers of the user may serve as zones at once: an incident remembers them as one bit each. */
export const MAX_ZONE_LAYERS = 32;

/** The set of units valid in a span of days. `validTo` is the last day, null while in force. */
export interface BoundaryEdition {
  readonly id: EditionId;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

/** One step of a unit's way from the 2018 edition to the 2025 one. */
export interface LineageStep {
  readonly effective: PlainDate;
  readonly code: UnitCode;
  readonly name: string;
  /** Number of the resolution, "1282/NQ-UBTVQH15"; null where no source names it. */
  readonly resolution: string | null;
  /** False where the number is said by memory only and stands in none of the sources. */
  readonly isResolutionConfirmed: boolean;
}

/**
 * What a unit's way from 2018 to 2025 rests on: `unchanged` until 30/06/2025 by the official code lists; the text of a
 * `resolution` or the official record of changes; the `codeList` and the polygons, the resolution's text not read; a
 * district's `plan`, the code list and the polygons; or an `unconfirmedStep`: the end is sure, a step between is not.
 */
export type LineageCertainty = 'unchanged' | 'resolution' | 'codeList' | 'plan' | 'unconfirmedStep';

/** An administrative unit of one edition, without its polygon. */
export interface Unit {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  /** Name in the other edition(s): of the successor (2018 → 2025) or null where it has none here. */
  readonly name2025: string | null;
  readonly code2025: UnitCode | null;
  /** District and province of 2018; null for context units, and the district null in 2025 (districts were abolished). */
  readonly district: string | null;
  readonly province: string;
  /** Census of 2019; for 2025 the sum of its parts; null for context units. */
  readonly population2019: number | null;
  readonly areaKm2: number;
  /** Inside the three districts (and Cao Phong); context units are drawn lighter. */
  readonly isCore: boolean;
  /** 2018: steps to 2025. */
  readonly lineage: readonly LineageStep[];
  /** How sure the lineage is, in the source's words. */
  readonly lineageConfidence: string | null;
  /** The same in few words; null in 2025. */
  readonly lineageCertainty: LineageCertainty | null;
  /** 2025: the codes of 2018 that it came from; empty for context units and in 2018. */
  readonly predecessors: readonly UnitCode[];
  /** Their names in 2018, in the same order. */
  readonly predecessorNames: readonly string[];
  /** Districts of 2018 that its area belonged to, the greatest part first; empty for context units. */
  readonly districts2018: readonly string[];
  /** Province of 2018; null for context units. */
  readonly province2018: string | null;
}

/** Whether a line's course is surveyed (within the source's accuracy) or derived (±150 m). */
export type Exactness = 'exact' | 'approximate';

export interface Cluster {
  readonly id: ClusterId;
  readonly name: string;
  readonly agreedOn: PlainDate | null;
  readonly zoneM: ZoneDistances;
  readonly rev: number;
}

/** A unit, or an organisation inside one, that takes part in a cluster for a span of days (both inclusive). */
export interface Member {
  readonly id: MemberId;
  readonly clusterId: ClusterId;
  readonly kind: 'unit' | 'organisation';
  readonly name: string;
  /** Codes are those of the edition named here. */
  readonly editionId: EditionId;
  readonly unitCode: UnitCode;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** The first day is not recorded anywhere: `from` stands until the user sets another. */
  readonly fromIsProvisional: boolean;
  readonly rev: number;
}

export type IncidentKind = 'criminal' | 'administrative';
export type Discovery = 'reported' | 'discovered';
/**
 * How a position was got: degrees, VN-2000 metres, a link to a map, a plus code, a place in words, the geometry of a
 * file, the hand on the map, the generator; `none`: there is no position.
 */
export const POSITION_METHODS = [
  'coordinates',
  'projected',
  'link',
  'plusCode',
  'place',
  'geometry',
  'map',
  'simulated',
  'none',
] as const;
export type PositionMethod = (typeof POSITION_METHODS)[number];

/**
 * The worries that the first cluster names, as codes: the categories that are built in, and the looks that a category
 * can have on the map.
 */
export const CATEGORIES = [
  'drugs',
  'theft',
  'loanSharking',
  'landDispute',
  'traffic',
  'socialVice',
  'trafficking',
  'environment',
  'publicOrder',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const STATUSES = ['open', 'handled', 'transferred'] as const;
export type Status = (typeof STATUSES)[number];

/** A category or status of the register: a built-in one, or the id of a `Term` that a user made. */
export type CategoryId = Category | TermId;
export type StatusId = Status | TermId;

export const TERM_LISTS = ['category', 'status'] as const;
export type TermList = (typeof TERM_LISTS)[number];

/**
 * A category or a status that users may change. The built-in ones need no row: one is written when a user changes them.
 * A term in use never vanishes: it is retired, or merged into another.
 */
export interface Term {
  readonly id: CategoryId | StatusId;
  readonly list: TermList;
  /** Null: a built-in term, called as the program calls it. */
  readonly name: string | null;
  /** Colour and sign on the map; of statuses `other`, and never drawn. */
  readonly look: Category;
  /** Ascending. */
  readonly order: number;
  /** Not offered for new incidents. */
  readonly isRetired: boolean;
  /** Whoever still names this one means that one. */
  readonly mergedInto: CategoryId | StatusId | null;
  readonly rev: number;
}

export interface IncidentSource {
  readonly kind: 'file' | 'manual' | 'simulated';
  /** File name, or the generator's name and seed. */
  readonly name: string;
  /** Row of the file, counted as the user's program counts it (header = 1); null when not from a file. */
  readonly row: number | null;
  /** The clerk's own number of the case; null or absent when not said: what was written before version 2 of the register has none. */
  readonly id?: string | null;
}

export interface Incident {
  readonly id: IncidentId;
  readonly occurred: { readonly from: WallClock; readonly to: WallClock };
  readonly reportedOn: PlainDate | null;
  /** WGS 84 degrees; both null: it is not known where. */
  readonly lng: number | null;
  readonly lat: number | null;
  /** Radius of the circle in which it lies; null: not known. */
  readonly positionAccuracyM: number | null;
  readonly positionMethod: PositionMethod;
  readonly category: CategoryId;
  readonly kind: IncidentKind;
  readonly discovery: Discovery;
  readonly personsInvolved: number;
  /** The handling unit; a code of the edition in force when it happened; null when not said. */
  readonly unitCode: UnitCode | null;
  readonly status: StatusId;
  readonly summary: string;
  readonly source: IncidentSource;
  readonly rev: number;
}

/** Where an incident is; null where that is not known. */
export function placeOf({ lng, lat }: Pick<Incident, 'lng' | 'lat'>): { lng: number; lat: number } | null {
  return lng === null || lat === null ? null : { lng, lat };
}

export const ACTIVITY_KINDS = ['meeting', 'broadcast', 'jointPatrol'] as const;
/** What a unit does for the border and what is counted, not mapped: outreach meetings, loudspeaker broadcasts, joint patrols. */
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export interface Activity {
  readonly id: ActivityId;
  readonly kind: ActivityKind;
  readonly on: PlainDate;
  /** A code of the edition in force on that day. */
  readonly unitCode: UnitCode;
  /** How many, at least 1. */
  readonly count: number;
  readonly note: string;
  readonly source: IncidentSource;
  readonly rev: number;
}

/** A place of the user's own gazetteer. */
export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  /** Radius of the circle that the name may mean. */
  readonly accuracyM: number;
  /** A bridge or ferry where barriers may be passed. Absent: it is none. */
  readonly isCrossing?: boolean;
  readonly rev: number;
}

export type LayerGeometry = 'polygon' | 'line' | 'point';
export interface LayerStyle {
  /** `#rrggbb`. */
  readonly color: string;
  /** 0 to 1. */
  readonly opacity: number;
  /** Line width or point radius in pixels. */
  readonly widthPx: number;
}

/** Where a travel network comes from, for whoever reads a plan made with it. */
export interface RoadsOrigin {
  /** Day of the data, where the file tells it. */
  readonly dataDay: PlainDate | null;
  /** Whom the data must name as their source; empty: nobody. */
  readonly attribution: string;
  readonly lengthKm: number;
  /** Share of the length that hangs together. */
  readonly mainShare: number;
  /** As the user set them; absent or null: those to begin with. */
  readonly speeds?: TravelSpeeds | null;
}

/** A layer that the user added. Its features are in `LayerContent`, which never changes. */
export interface Layer {
  readonly id: LayerId;
  readonly name: string;
  readonly geometry: LayerGeometry;
  readonly contentId: string;
  readonly featureCount: number;
  /** [west, south, east, north], WGS 84 degrees. */
  readonly bbox: readonly [number, number, number, number];
  readonly style: LayerStyle;
  readonly isVisible: boolean;
  /** Ascending from below to above. */
  readonly order: number;
  /** Lines that are a travel network: what they were made of. Absent or null: they are not. */
  readonly roads?: RoadsOrigin | null;
  /** Lines that nobody passes but at crossings, where plans have no roads. Absent: they are none. */
  readonly isBarrier?: boolean;
  /** As a zone the layer flags incidents: polygons by what they hold, lines and points by this distance in metres. Null: it does not. */
  readonly zoneM: number | null;
  readonly rev: number;
}

/** A text that is too long to be handed from thread to thread: in truth a `Blob`. */
export interface HeldText {
  readonly size: number;
  readonly text: () => Promise<string>;
}

/** A GeoJSON FeatureCollection. */
export type LayerText = string | HeldText;

/** The features of one layer of the user. `id` is made for that layer alone, so removing a layer never takes another's features. */
export interface LayerContent {
  readonly id: string;
  readonly geojson: LayerText;
  readonly rev: number;
}

/** Tables that hold what users enter; each row has `id` and `rev`. Keyed so that a new table cannot be forgotten. */
export interface DocumentTables {
  readonly clusters: Cluster;
  readonly members: Member;
  readonly incidents: Incident;
  readonly layers: Layer;
  readonly layerContents: LayerContent;
  readonly terms: Term;
  readonly activities: Activity;
  readonly places: Place;
  readonly posts: Post;
  readonly shifts: Shift;
  readonly teams: Team;
  readonly duties: Duty;
  readonly patrolTasks: PatrolTask;
  readonly patrolPlans: PatrolPlan;
  readonly patrolRoutes: PatrolRoute;
  readonly patrolVisits: PatrolVisit;
  readonly briefings: Briefing;
  readonly scenes: Scene;
}
export type DocumentTable = keyof DocumentTables;
export const DOCUMENT_TABLES = [
  'clusters',
  'members',
  'incidents',
  'layers',
  'layerContents',
  'terms',
  'activities',
  'places',
  'posts',
  'shifts',
  'teams',
  'duties',
  'patrolTasks',
  'patrolPlans',
  'patrolRoutes',
  'patrolVisits',
  'briefings',
  'scenes',
] as const satisfies readonly DocumentTable[];

/** A hybrid logical clock reading: wall milliseconds, then a counter; ordered by both, then by device. */
export interface HybridClock {
  readonly wallMs: number;
  readonly counter: number;
}

export type { DeviceId, JournalId };
