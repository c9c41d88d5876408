import { create } from 'zustand';
import type { LineScope } from '../analysis/clusterLines';
import type { NumberRange } from '../analysis/incidentFilter';
import type { Doubt } from '../analysis/incidentFlags';
import type { IncidentSort } from '../analysis/incidentSort';
import type {
  BorderLineId,
  CategoryId,
  Discovery,
  EditionId,
  IncidentId,
  IncidentKind,
  LayerId,
  Level,
  PlainDate,
  PositionMethod,
  StatusId,
  UnitCode,
  WallClock,
  ZoneDistances,
} from '../domain';
import { type BriefingSettings, FIRST_BRIEFING } from './briefingSettings';
import { FIRST_HOTSPOTS, type HotspotSettings } from './hotspotSettings';
import { FIRST_PATROLS, type PatrolSettings } from './patrolSettings';

export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  /** Degrees clockwise from north. */
  readonly bearing: number;
}

/** What is looked at closely. Fits what the map calls a target. */
export type Selection =
  | { readonly type: 'unit'; readonly id: UnitCode }
  | { readonly type: 'line'; readonly id: BorderLineId }
  | { readonly type: 'incident'; readonly id: IncidentId }
  | { readonly type: 'layer'; readonly layerId: LayerId; readonly id: string };

export type Hover = Selection | { readonly type: 'cluster'; readonly id: string };

/** Days from one to another, both included; an end that is absent is open. */
export interface DayRange {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** A piece of a line, metres along it. */
export interface StretchFilter {
  readonly line: BorderLineId;
  readonly fromM: number;
  readonly toM: number;
}

/** What stands for "not said" among handling units. */
export const NO_UNIT = 'none';

/**
 * What passes, by dimension; what is absent does not filter. Of several values of one dimension any will do. Units and
 * lines are those of the edition that is shown; a handling unit may be of another.
 */
export interface SessionFilter {
  /** Words in summary, case number, handling unit or line. */
  readonly text?: string;
  readonly isFlagged?: boolean;
  readonly doubt?: readonly Doubt[];
  readonly level?: readonly Level[];
  readonly line?: readonly BorderLineId[];
  /** Pieces of lines, metres along each. */
  readonly stretch?: readonly StretchFilter[];
  /** Units on whose side of a line the incident lies. */
  readonly sideUnit?: readonly UnitCode[];
  readonly category?: readonly CategoryId[];
  readonly kind?: readonly IncidentKind[];
  readonly status?: readonly StatusId[];
  readonly discovery?: readonly Discovery[];
  readonly method?: readonly PositionMethod[];
  readonly handling?: readonly (UnitCode | typeof NO_UNIT)[];
  /** Units that hold the incident: of a member its unit. */
  readonly unit?: readonly UnitCode[];
  readonly zoneLayer?: readonly LayerId[];
  readonly occurred?: DayRange;
  readonly reported?: DayRange;
  /** Hours of the day, 0 to 23. */
  readonly hour?: readonly number[];
  /** Monday 0 to Sunday 6. */
  readonly weekday?: readonly number[];
  readonly persons?: NumberRange;
  /** Metres. */
  readonly distance?: NumberRange;
  /** Metres. */
  readonly accuracy?: NumberRange;
  readonly summary?: string;
  readonly caseNumber?: string;
}

/** A position that is being set by hand. */
export interface DraftPlace {
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number | null;
}

/** What the form for one incident is open for. */
export type EntryRequest =
  | {
      readonly kind: 'new';
      readonly place: DraftPlace | null;
      readonly resume: boolean;
      /** When a patrol came upon it; absent: it was reported. */
      readonly discoveredAt?: WallClock;
    }
  | { readonly kind: 'edit'; readonly place: DraftPlace | null; readonly id: IncidentId };

export type Panel = 'map' | 'register' | 'hotspots' | 'patrols' | 'briefing' | 'health';
export type SessionMode = 'browse' | 'measure' | 'drawPolygon' | 'drawLine' | 'pickPosition';

export interface SessionState {
  readonly editionId: EditionId;
  /** Null until the map has told where it looks. */
  readonly camera: Camera | null;
  readonly selection: Selection | null;
  readonly hover: Hover | null;
  /** Zone distances while a slider moves; null: those of the cluster. */
  readonly zoneDraft: ZoneDistances | null;
  /** Which border lines count: those of the cluster, or all of the edition. */
  readonly scope: LineScope;
  readonly filter: SessionFilter;
  /** Built-in map layers that are hidden. The user's own layers say it themselves, in the register. */
  readonly hiddenLayers: readonly string[];
  readonly mode: SessionMode;
  /** The panel that is open; null: folded. */
  readonly panel: Panel | null;
  readonly sort: IncidentSort;
  /** The form for one incident; null: closed. */
  readonly entry: EntryRequest | null;
  /** Drawn on the map while it is being set. */
  readonly draftPlace: DraftPlace | null;
  readonly hotspots: HotspotSettings;
  readonly patrols: PatrolSettings;
  readonly briefing: BriefingSettings;
  /** The user's layers that a scene shows; null: those that the register shows. */
  readonly sceneLayers: readonly LayerId[] | null;
  /** Whether the days that are filtered move on by themselves. */
  readonly isPlaying: boolean;
}

export interface SessionActions {
  /** Shows another edition; what belongs to the one before (lines, units) is let go. */
  readonly showEdition: (editionId: EditionId) => void;
  readonly setCamera: (camera: Camera) => void;
  readonly select: (selection: Selection | null) => void;
  readonly setHover: (hover: Hover | null) => void;
  readonly setZoneDraft: (zoneDraft: ZoneDistances | null) => void;
  readonly setScope: (scope: LineScope) => void;
  /** Sets one dimension of the filter; undefined takes it away. */
  readonly setFilter: <K extends keyof SessionFilter>(key: K, value: SessionFilter[K] | undefined) => void;
  readonly clearFilter: () => void;
  readonly showLayer: (layer: string, isShown: boolean) => void;
  readonly setMode: (mode: SessionMode) => void;
  readonly openPanel: (panel: Panel | null) => void;
  readonly setSort: (sort: IncidentSort) => void;
  readonly openEntry: (entry: EntryRequest | null) => void;
  readonly setDraftPlace: (draftPlace: DraftPlace | null) => void;
  readonly setPlaying: (isPlaying: boolean) => void;
  readonly setPatrols: (part: Partial<PatrolSettings>) => void;
  readonly setBriefing: (part: Partial<BriefingSettings>) => void;
  readonly setHotspots: (part: Partial<HotspotSettings>) => void;
  /** What an address said; what it did not say stays. */
  readonly restore: (state: Partial<SessionState>) => void;
}

export type Session = SessionState & SessionActions;

export const FIRST_SESSION: SessionState = {
  editionId: '2018' as EditionId,
  camera: null,
  selection: null,
  hover: null,
  zoneDraft: null,
  scope: 'cluster',
  filter: {},
  hiddenLayers: [],
  mode: 'browse',
  panel: 'map',
  sort: { key: 'occurred', descending: true },
  entry: null,
  draftPlace: null,
  hotspots: FIRST_HOTSPOTS,
  patrols: FIRST_PATROLS,
  briefing: FIRST_BRIEFING,
  sceneLayers: null,
  isPlaying: false,
};

/** Whether single incidents must not be seen: before an audience they are shown only where the officer says so. */
export const hidesSingles = ({ briefing }: Pick<SessionState, 'briefing'>): boolean =>
  (briefing.show !== 'off' || briefing.isTaken) && !briefing.showsInternal;

/** Scenes are presented from their panel only, and no incident that must not be seen stays selected or pointed at. */
function settled<T extends SessionState>(state: T): T {
  const { panel, briefing, selection, hover } = state;
  if (briefing.show === 'off') return state;
  if (panel !== 'briefing') return { ...state, briefing: { ...briefing, show: 'off' } };
  if (!hidesSingles(state)) return state;
  const isSingle = (target: Hover | null): boolean => target?.type === 'incident' || target?.type === 'cluster';
  return { ...state, selection: isSingle(selection) ? null : selection, hover: isSingle(hover) ? null : hover };
}

/** Another panel: that of briefings starts with what is on screen, and the layers of a scene are its own. */
function openedPanel(state: SessionState, panel: Panel | null): Partial<SessionState> {
  if (panel === null) return state.briefing.show === 'off' ? { panel } : {};
  if (panel !== 'briefing') return { panel, sceneLayers: null };
  if (state.panel === null || state.panel === 'briefing') return { panel };
  const scenePanel = state.panel === 'hotspots' || state.panel === 'patrols' ? state.panel : 'map';
  return { panel, briefing: { ...state.briefing, sceneId: null, scenePanel } };
}

/** The session of this tab: a hook with a selector in components; `getState` and `subscribe` outside of them. */
export const useSession = create<Session>()((set) => ({
  ...FIRST_SESSION,
  showEdition: (editionId) =>
    set((state) => {
      if (state.editionId === editionId) return state;
      const { line: _line, sideUnit: _side, unit: _unit, stretch: _stretch, ...filter } = state.filter;
      const isOfEdition = state.selection?.type === 'unit' || state.selection?.type === 'line';
      const hotspots = { ...state.hotspots, profileLines: [] };
      return { editionId, filter, hotspots, hover: null, selection: isOfEdition ? null : state.selection };
    }),
  setCamera: (camera) => set({ camera }),
  select: (selection) => set((state) => settled({ ...state, selection })),
  setHover: (hover) => set((state) => (isSameTarget(state.hover, hover) ? state : settled({ ...state, hover }))),
  setZoneDraft: (zoneDraft) => set({ zoneDraft }),
  setScope: (scope) => set({ scope }),
  setFilter: (key, value) =>
    set((state) => {
      const { [key]: _before, ...rest } = state.filter;
      return { filter: value === undefined ? rest : { ...rest, [key]: value } };
    }),
  clearFilter: () => set({ filter: {} }),
  showLayer: (layer, isShown) =>
    set((state) => {
      const others = state.hiddenLayers.filter((hidden) => hidden !== layer);
      return { hiddenLayers: isShown ? others : [...others, layer] };
    }),
  setMode: (mode) => set({ mode }),
  openPanel: (panel) => set((state) => settled({ ...state, ...openedPanel(state, panel) })),
  setSort: (sort) => set({ sort }),
  openEntry: (entry) => set({ entry }),
  setDraftPlace: (draftPlace) => set({ draftPlace }),
  setPlaying: (isPlaying) => set({ isPlaying }),
  setPatrols: (part) => set((state) => ({ patrols: { ...state.patrols, ...part } })),
  setBriefing: (part) => set((state) => settled({ ...state, briefing: { ...state.briefing, ...part } })),
  setHotspots: (part) => set((state) => ({ hotspots: { ...state.hotspots, ...part } })),
  restore: (part) => set((state) => settled({ ...state, ...part })),
}));

/** Whether two targets are the same thing. */
export function isSameTarget(a: Hover | null, b: Hover | null): boolean {
  if (a === null || b === null) return a === b;
  const layerOf = (target: Hover): string => (target.type === 'layer' ? target.layerId : '');
  return a.type === b.type && a.id === b.id && layerOf(a) === layerOf(b);
}
