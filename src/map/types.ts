import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { Ref } from 'react';
import type {
  Category,
  Exactness,
  IncidentKind,
  LayerGeometry,
  LayerStyle,
  Level,
  UnitKind,
  ZoneDistances,
} from '../domain';
import type { VN2000_ZONES } from '../geo/vn2000';

/** [west, south, east, north], WGS 84 degrees. */
export type MapBbox = readonly [west: number, south: number, east: number, north: number];
export type MapTheme = 'light' | 'dark';

/** What a source shows: GeoJSON, or the `blob:` URL of its text, which the map's own worker then reads (for big data). */
export type GeoJsonInput<G extends Feature['geometry'], P extends object> = FeatureCollection<G, P> | string;

export interface UnitProperties {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly district: string | null;
  /** Which of the light tints the unit's district wears; see `assignTints`. */
  readonly tint: number;
  readonly isCore: boolean;
  readonly isMember: boolean;
}

export interface UnitLabelProperties {
  /** Of a unit its code; of a district its name. */
  readonly code: string;
  readonly name: string;
  /** What wins when labels would touch, and how they are set: members, other core units, context units, districts. */
  readonly rank: 'member' | 'core' | 'context' | 'district';
}

export interface BorderLineProperties {
  readonly id: string;
  readonly level: Level;
  readonly exactness: Exactness;
  /** `inner`: between two members; `outer`: of a member towards a unit that is none. */
  readonly clusterLine: 'inner' | 'outer' | 'none';
  /** False: neither side is a core unit; drawn lighter. */
  readonly isCore: boolean;
  /** Whether the line has a zone. */
  readonly hasZone: boolean;
}

/** Half-widths of live bands around the lines that have a zone; see `MapCanvasProps.zoneBands`. */
export type ZoneBands = ZoneDistances;

export interface ZoneProperties {
  readonly level: Level;
}

export interface DraftPlaceProperties {
  readonly role: 'circle' | 'point';
}

export interface RiverProperties {
  readonly name: string;
}

export interface PlaceProperties {
  readonly id: string;
  readonly name: string;
}

/** One incident, drawn as its symbol. */
export interface IncidentMarkProperties {
  readonly id: string;
  readonly category: Category;
  readonly kind: IncidentKind;
  readonly isFlagged: boolean;
  /** Its flag is in doubt: the circle in which it lies reaches over the edge of a zone, or over a line. */
  readonly isUnsure: boolean;
  readonly isSimulated: boolean;
  /** Row in the columns that hold all incidents. */
  readonly index: number;
}

/** Several incidents that fall in one cell of the screen, drawn as one counted mark. */
export interface ClusterMarkProperties {
  /** Stable while the cell holds the same incidents. */
  readonly id: string;
  readonly count: number;
  readonly flaggedCount: number;
}

export type MarkProperties = IncidentMarkProperties | ClusterMarkProperties;

/** A band of a surface, or a cell: how strong it is, from −7 to 7; 0 is not drawn. */
export interface HeatProperties {
  readonly id: string;
  readonly tone: number;
}

/** A stretch of border lines, the strongest 1. */
export interface StretchProperties {
  readonly id: string;
  readonly rank: number;
}

/** A part of what patrols draw. Tones tell teams apart, in the order of the palette. */
export type PatrolProperties =
  | { readonly role: 'route'; readonly tone: number }
  | { readonly role: 'stop'; readonly tone: number; readonly text: string }
  /** `weight` from 0 to 1. */
  | { readonly role: 'stretch' | 'place'; readonly weight: number }
  /** What is left alone: the more is expected in it the higher the level, 1 to 3. */
  | { readonly role: 'gap' | 'gapPlace'; readonly level: number; readonly isNever: boolean }
  | { readonly role: 'picked' | 'pickedPlace' }
  | { readonly role: 'post'; readonly text: string };

/** A layer of the user, in drawing order. Its features are told apart by their place in the collection. */
export interface UserMapLayer {
  readonly id: string;
  readonly geometry: LayerGeometry;
  readonly style: LayerStyle;
  readonly isVisible: boolean;
  readonly data: FeatureCollection | string;
}

/**
 * All that the map shows, made elsewhere from state. A part is drawn anew only when its object (or URL) is another one than before, so
 * keep what did not change. Null: not loaded.
 */
export interface MapContent {
  readonly units: GeoJsonInput<Polygon | MultiPolygon, UnitProperties> | null;
  readonly unitLabels: GeoJsonInput<Point, UnitLabelProperties> | null;
  readonly borderLines: GeoJsonInput<LineString | MultiLineString, BorderLineProperties> | null;
  /**
   * The lines that have a zone, simplified to some 20 m: what `zoneBands` widens. A wide band paints each point once for every segment
   * that reaches it, so full detail would stall a weak graphics card. Left out: `borderLines` with `hasZone`.
   */
  readonly zoneLines?: GeoJsonInput<LineString | MultiLineString, ZoneProperties> | null;
  /** The outer edge of the data: where knowledge ends, not a border. */
  readonly coverageEdge: GeoJsonInput<LineString | MultiLineString, object> | null;
  /** One dissolved shape per level. */
  readonly zones: GeoJsonInput<Polygon | MultiPolygon, ZoneProperties> | null;
  readonly rivers: GeoJsonInput<LineString | MultiLineString, RiverProperties> | null;
  readonly places: GeoJsonInput<Point, PlaceProperties> | null;
  /** What the present view holds of the incidents. */
  readonly marks: FeatureCollection<Point, MarkProperties> | null;
  /** From an incident to the foot on each line in whose zone it lies: drawn thin, for what is hovered or selected. */
  readonly flagLinks: FeatureCollection<LineString, object> | null;
  /** Incidents to point out, such as the selected one, each with its own symbol though its mark may be inside a counted one. */
  readonly pins: FeatureCollection<Point, Pick<IncidentMarkProperties, 'category' | 'kind' | 'isFlagged'>> | null;
  /** The position that is being set by hand, and the circle in which it may lie. Left out: none. */
  readonly draftPlace?: FeatureCollection<Point | Polygon, DraftPlaceProperties> | null;
  /** Left out: none. */
  readonly heat?: GeoJsonInput<Polygon | MultiPolygon, HeatProperties> | null;
  readonly stretches?: GeoJsonInput<LineString | MultiLineString, StretchProperties> | null;
  /** A place that is pointed at in a chart beside the map. */
  readonly cursor?: FeatureCollection<Point, object> | null;
  /** Left out: none. */
  readonly patrols?: FeatureCollection<Point | LineString, PatrolProperties> | null;
  /** Figures that belong to places. */
  readonly numbers?: FeatureCollection<Point, { readonly text: string; readonly weight: number }> | null;
  readonly userLayers: readonly UserMapLayer[];
}

/** What can be shown and hidden, from below to above. */
export const MAP_LAYER_GROUPS = [
  'units',
  'zoneCommune',
  'zoneDistrict',
  'zoneProvince',
  'rivers',
  'linesCommune',
  'linesDistrict',
  'linesProvince',
  'places',
  'unitLabels',
  'incidents',
] as const;
export type MapLayerGroup = (typeof MAP_LAYER_GROUPS)[number];
export type VisibleLayers = Readonly<Record<MapLayerGroup, boolean>>;

/** A thing on the map that can be hovered, selected and pointed at. */
export type MapTarget =
  | { readonly type: 'unit'; readonly id: string }
  | { readonly type: 'line'; readonly id: string }
  | { readonly type: 'incident'; readonly id: string }
  | { readonly type: 'cluster'; readonly id: string }
  | { readonly type: 'heat'; readonly id: string }
  | { readonly type: 'stretch'; readonly id: string }
  | { readonly type: 'layer'; readonly layerId: string; readonly id: string };

export interface MapHit {
  readonly target: MapTarget;
  /** Where the pointer is; of a mark, where the mark is. */
  readonly lng: number;
  readonly lat: number;
  /** The pointer in CSS pixels from the map's top left corner. */
  readonly x: number;
  readonly y: number;
  /** The feature's properties as the source holds them. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  /** Degrees clockwise from north. */
  readonly bearing: number;
}

export interface MapView extends Camera {
  readonly bbox: MapBbox;
  readonly widthPx: number;
  readonly heightPx: number;
  /** True while a movement is under way; one last call with false ends it. */
  readonly isMoving: boolean;
}

export type MapMode = 'browse' | 'measure' | 'drawPolygon' | 'drawLine' | 'pickPosition';

/** A position that was pointed at on the map. */
export interface PointedPosition {
  readonly lng: number;
  readonly lat: number;
  /** Metres around it that the hand may have meant instead, by the zoom and by what pointed. */
  readonly accuracyM: number;
}

/** What has been sketched so far. */
export interface Sketch {
  /** [lng, lat] of each point set. */
  readonly points: readonly (readonly [number, number])[];
  /** Geodesic length of each leg, and their sum, in metres. */
  readonly legsM: readonly number[];
  readonly totalM: number;
  readonly isFinished: boolean;
}

export type MapProblem = 'webglUnavailable' | 'contextLost' | 'sourceFailed';

export interface FitOptions {
  /** CSS pixels to keep free on all sides, or on each. */
  readonly paddingPx?:
    | number
    | { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly maxZoom?: number;
}

/** What a screen may ask of the map; movements jump where reduced motion is wanted. */
export interface MapHandle {
  /** Moves at once, as another map beside it does. */
  readonly jumpTo: (camera: Camera) => void;
  /** `bearing` absent: as it is. */
  readonly flyTo: (to: {
    readonly lng: number;
    readonly lat: number;
    readonly zoom?: number;
    readonly bearing?: number;
  }) => void;
  readonly fitBounds: (bbox: MapBbox, options?: FitOptions) => void;
  readonly resetNorth: () => void;
  readonly zoomBy: (steps: number) => void;
  readonly view: () => MapView | null;
  readonly focus: () => void;
}

/** The zones of VN-2000 in which coordinates can be read. */
export type Vn2000ZoneName = keyof typeof VN2000_ZONES;

export type PointerKind = 'mouse' | 'touch';

/** The words on the map, given from outside: the map knows no language. `i18n` has them as `messages.map`. */
export interface MapWords {
  /** BCP 47, for the numbers on counted marks. */
  readonly locale: string;
  readonly label: string;
  readonly instructions: string;
  /** What a mouse and keys do, and what a finger does. */
  readonly measureInstructions: Readonly<Record<PointerKind, string>>;
  readonly lineInstructions: Readonly<Record<PointerKind, string>>;
  readonly finishLine: string;
  readonly drawInstructions: Readonly<Record<PointerKind, string>>;
  readonly pickInstructions: Readonly<Record<PointerKind, string>>;
  readonly finishMeasure: string;
  readonly finishDraw: string;
  readonly removeLastPoint: string;
  readonly endSketch: string;
  /** Beside the pointer: what each length is. */
  readonly measuredLeg: (length: string) => string;
  readonly measuredTotal: (length: string) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly north: (bearing: string) => string;
  readonly scale: (length: string) => string;
  readonly attribution: string;
  readonly measureTotal: (length: string, legs: string) => string;
  readonly coordinates: string;
  readonly latLng: (lat: string, lng: string) => string;
  readonly vn2000: (northing: string, easting: string) => string;
  readonly zone: Readonly<Record<Vn2000ZoneName, string>>;
  readonly changeZone: (other: string) => string;
  readonly problems: Readonly<Record<MapProblem, string>>;
}

/** How numbers are written on the map; `i18n`'s `Formatter` fits. */
export interface MapFormat {
  readonly count: (value: number) => string;
  readonly decimal: (value: number, digits?: number) => string;
  readonly distance: (metres: number) => string;
}

export interface MapCanvasProps {
  readonly theme: MapTheme;
  readonly words: MapWords;
  readonly format: MapFormat;
  readonly content: MapContent;
  readonly visibleLayers: VisibleLayers;
  /** Where the map opens; later changes have no effect, see `MapHandle`. */
  readonly initialView: Camera | { readonly bbox: MapBbox; readonly paddingPx?: number };
  /** Panning ends here. */
  readonly maxBounds?: MapBbox;
  readonly selection: MapTarget | null;
  /** What is chosen besides: several rows of a table. */
  readonly chosen?: readonly MapTarget[];
  /** What is pointed at elsewhere, such as a row of a table; hovering the map lights up by itself. */
  readonly hover: MapTarget | null;
  readonly mode: MapMode;
  /**
   * While a zone's distance is being moved, or its shapes are being drawn: bands of these distances are drawn at once, by widening the lines on the graphics card, in
   * place of `content.zones` (bends come out up to 5 % wide). Null, or left out: the shapes of `content.zones`.
   */
  readonly zoneBands?: ZoneBands | null;
  readonly attribution: readonly string[];
  readonly onViewChange?: (view: MapView) => void;
  /** At most once a frame. */
  readonly onHover?: (hit: MapHit | null) => void;
  /** Null: the click, or Escape, lets go. With Ctrl or Shift a click adds to what is chosen. */
  readonly onClick?: (hit: MapHit | null, isAdding: boolean) => void;
  /** At most once a frame; null when the pointer leaves. */
  readonly onPointer?: (position: { readonly lng: number; readonly lat: number } | null) => void;
  readonly onSketch?: (sketch: Sketch | null) => void;
  /** A position was chosen, in the mode `pickPosition`. */
  readonly onPick?: (position: PointedPosition) => void;
  /** A finger was held on a place, or the other mouse button pressed there, while browsing. */
  readonly onHold?: (position: PointedPosition) => void;
  /** Ends the mode: Escape with nothing sketched. */
  readonly onModeEnd?: () => void;
  readonly onProblem?: (problem: MapProblem | null) => void;
  /** All sources are drawn for the first time. */
  readonly onReady?: () => void;
  readonly ref?: Ref<MapHandle>;
}
