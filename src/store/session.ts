import { create } from 'zustand';
import type { LineScope } from '../analysis/clusterLines';
import type { IncidentSort } from '../analysis/incidentQuery';
import type {
  BorderLineId,
  CategoryId,
  EditionId,
  IncidentId,
  IncidentKind,
  LayerId,
  Level,
  UnitCode,
  ZoneDistances,
} from '../domain';

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

/** One value per dimension; what is absent does not filter. Units and lines are those of the edition that is shown. */
export interface SessionFilter {
  readonly isFlagged?: boolean;
  readonly level?: Level;
  readonly line?: BorderLineId;
  /** The unit on whose side of a line the incident lies. */
  readonly sideUnit?: UnitCode;
  readonly category?: CategoryId;
  readonly kind?: IncidentKind;
  /** The unit that holds the incident: of a member its unit. */
  readonly unit?: UnitCode;
  readonly zoneLayer?: LayerId;
}

export type Panel = 'map' | 'register';
export type SessionMode = 'browse' | 'measure' | 'drawPolygon';

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
};

/** The session of this tab: a hook with a selector in components; `getState` and `subscribe` outside of them. */
export const useSession = create<Session>()((set) => ({
  ...FIRST_SESSION,
  showEdition: (editionId) =>
    set((state) => {
      if (state.editionId === editionId) return state;
      const { line: _line, sideUnit: _side, unit: _unit, ...filter } = state.filter;
      const isOfEdition = state.selection?.type === 'unit' || state.selection?.type === 'line';
      return { editionId, filter, hover: null, selection: isOfEdition ? null : state.selection };
    }),
  setCamera: (camera) => set({ camera }),
  select: (selection) => set({ selection }),
  setHover: (hover) => set((state) => (isSameTarget(state.hover, hover) ? state : { hover })),
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
  openPanel: (panel) => set({ panel }),
  setSort: (sort) => set({ sort }),
  restore: (state) => set(state),
}));

/** Whether two targets are the same thing. */
export function isSameTarget(a: Hover | null, b: Hover | null): boolean {
  if (a === null || b === null) return a === b;
  const layerOf = (target: Hover): string => (target.type === 'layer' ? target.layerId : '');
  return a.type === b.type && a.id === b.id && layerOf(a) === layerOf(b);
}
