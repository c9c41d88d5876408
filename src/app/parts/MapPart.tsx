import { lazy, type ReactElement, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { placeOf } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { draftPlaceFeatures } from '../../map/draftPlace';
import { MapCanvas } from '../../map/MapCanvas';
import type { MapCanvasProps, MapContent, MapHandle, MapHit, MapTheme, Sketch } from '../../map/types';
import { type Selection, useSession } from '../../store';
import { useServices } from '../services';
import { lineSketched } from '../wiring/drawLine';
import { positionPicked } from '../wiring/pickPosition';
import { useObservable } from '../wiring/useObservable';
import { useShownLayers } from '../wiring/useShownLayers';
import { useShowsSingles } from '../wiring/useShowsSingles';
import { useUserLayers } from '../wiring/useUserLayers';
import { useView } from '../wiring/useView';
import { useVisibleLayers } from '../wiring/useVisibleLayers';
import { HoverCard } from './HoverCard';
import { useIncident } from './useIncident';

export interface MapPartProps {
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
  readonly onSketch: (sketch: Sketch | null) => void;
}

const EDGE_PX = 24;

/** A second map is drawn only where two are compared. */
const CompareMap = lazy(() => import('./CompareMap'));

/** The map, fed from register, session and engine. */
export function MapPart({ theme, mapRef, onSketch }: MapPartProps) {
  const { store, border, overlay, shownMap, isMapHeld } = useServices();
  const isHeld = useObservable(isMapHeld);
  const lastShown = useRef<ReactElement | null>(null);
  const drawn = useObservable(overlay);
  const messages = useMessages();
  const format = useFormat();
  const info = useView('info');
  const members = useView('members');
  const unitSources = useView('unitSources');
  const unitLabels = useView('unitLabels');
  const zones = useView('zones');
  const undrawnM = useView('undrawnM');
  const rivers = useView('rivers');
  const places = useView('places');
  const marks = useView('marks');
  const rawMarks = useView('rawMarks');
  const layers = useShownLayers();
  const selection = useSession((session) => session.selection);
  const hover = useSession((session) => session.hover);
  const mode = useSession((session) => session.mode);
  const draftPlace = useSession((session) => session.draftPlace);
  const zoneDraft = useSession((session) => session.zoneDraft);
  const userLayers = useUserLayers(layers, store.readLayerContent);
  useEffect(() => {
    const { selection: chosen, select } = useSession.getState();
    if (chosen?.type === 'layer' && !layers.some(({ id }) => id === chosen.layerId)) select(null);
  }, [layers]);
  const [hit, setHit] = useState<MapHit | null>(null);
  const chosen = useIncident(selection?.type === 'incident' ? selection.id : null);
  const selected = chosen === 'missing' ? null : chosen;

  const terms = useTerms();
  const showsSingles = useShowsSingles();
  const pins = useMemo((): MapContent['pins'] => {
    const place = showsSingles ? selected && placeOf(selected.incident) : null;
    return {
      type: 'FeatureCollection',
      features:
        selected && place
          ? [
              {
                type: 'Feature',
                properties: {
                  category: terms.look(selected.incident.category),
                  kind: selected.incident.kind,
                  isFlagged: selected.flags.isFlagged,
                },
                geometry: { type: 'Point', coordinates: [place.lng, place.lat] },
              },
            ]
          : [],
    };
  }, [selected, terms, showsSingles]);
  const content = useMemo(
    (): MapContent => ({
      ...unitSources,
      unitLabels,
      zones,
      rivers,
      places,
      marks,
      flagLinks: selected?.links ?? null,
      pins,
      draftPlace: draftPlace && draftPlaceFeatures(draftPlace),
      heat: drawn.heat,
      stretches: drawn.stretches,
      cursor: drawn.cursor,
      numbers: drawn.numbers,
      patrols: drawn.patrols,
      userLayers,
    }),
    [unitSources, unitLabels, zones, rivers, places, marks, selected, pins, draftPlace, drawn, userLayers],
  );
  const shownLayers = useVisibleLayers();
  // A zone's tint over a surface would be taken for the surface.
  const visibleLayers = useMemo(
    () => ({
      ...shownLayers,
      ...(drawn.heat ? { zoneCommune: false, zoneDistrict: false, zoneProvince: false } : {}),
      ...(showsSingles ? {} : { incidents: false }),
    }),
    [shownLayers, drawn.heat, showsSingles],
  );
  const zoneBands = drawn.heat ? null : (zoneDraft ?? undrawnM);
  const compareRef = useRef<MapHandle>(null);
  const attribution = useMemo(() => {
    if (!info) return [];
    const ofRoads = layers.flatMap(({ isVisible, roads }) =>
      isVisible && roads?.attribution ? [roads.attribution] : [],
    );
    return [info.source.attribution, messages.boundaries.otherSources, ...new Set(ofRoads)];
  }, [info, layers, messages]);
  // Where the map opens; what it makes of later values is nothing.
  const initialView = useMemo(() => {
    if (!info || !unitSources.units) return null;
    return useSession.getState().camera ?? { bbox: clusterBox(members.units, info), paddingPx: EDGE_PX };
  }, [info, unitSources, members]);

  const chosenMarks = useMemo(
    () => rawMarks.flatMap(({ type, id, isChosen }) => (isChosen ? [{ type, id }] : [])),
    [rawMarks],
  );
  const { api } = border.worker;
  const onClick = (clicked: MapHit | null, isAdding: boolean): void => {
    const target = clicked?.target ?? null;
    const before = useSession.getState();
    // Several can be chosen while the table is there, which says how many, and what can be done with them.
    if (target?.type === 'incident' && isAdding && before.panel === 'register') {
      const besides = before.selection?.type === 'incident' ? before.selection.id : null;
      if (besides === null) before.select(target as Selection);
      void api.border.toggleChosen(target.id, besides).then(border.chosenOnMap);
      return;
    }
    if (before.panel === 'register' && target?.type !== 'cluster')
      void api.border.forgetChosen().then(border.chosenOnMap);
    if (target?.type === 'cluster') {
      const mark = border.view.getSnapshot().rawMarks.find(({ id }) => id === target.id);
      if (mark?.type === 'cluster') mapRef.current?.fitBounds(mark.bbox, { paddingPx: 48, maxZoom: 18 });
      return;
    }
    if (target?.type === 'heat' || target?.type === 'stretch') {
      drawn.onPick?.(target.id);
      return;
    }
    // Ids from the map are those that the session knows things by.
    const session = useSession.getState();
    session.select(target as Selection | null);
    if (target && session.panel === null) session.openPanel('map');
  };

  useEffect(() => {
    const { comparison, key } = drawn;
    shownMap.set({
      content,
      visibleLayers,
      zoneBands,
      comparison,
      key,
      attribution,
      view: () => mapRef.current?.view() ?? null,
    });
  }, [shownMap, content, visibleLayers, zoneBands, drawn, attribution, mapRef]);

  // The same element again: nothing of the map on screen is drawn anew.
  if (isHeld && lastShown.current) return lastShown.current;
  if (!initialView) return <p className="gr-Loading">{messages.boundaries.loading}</p>;
  const base: MapCanvasProps = {
    theme,
    words: messages.map,
    format,
    content,
    visibleLayers,
    initialView,
    selection,
    chosen: chosenMarks,
    hover,
    mode,
    zoneBands,
    attribution,
    onHover: (next) => {
      setHit(next);
      drawn.onHover?.(next?.target ?? null);
    },
    ...(drawn.onPointer ? { onPointer: drawn.onPointer } : {}),
    onClick,
    onSketch: (sketch) => {
      onSketch(sketch);
      lineSketched(sketch);
    },
    onPick: positionPicked,
    onHold: (place) => {
      const { briefing, entry, openEntry } = useSession.getState();
      if (briefing.show !== 'off') return;
      openEntry({ ...(entry ?? { kind: 'new', resume: false }), place });
    },
    onModeEnd: () => useSession.getState().setMode('browse'),
  };
  lastShown.current = (
    <div className="gr-Maps" data-compare={drawn.comparison?.mode ?? 'none'}>
      <MapCanvas
        {...base}
        ref={mapRef}
        onViewChange={(next) => {
          border.lookAt(next);
          compareRef.current?.jumpTo(next);
          const { lng, lat, zoom, bearing, isMoving } = next;
          if (!isMoving) useSession.getState().setCamera({ lng, lat, zoom, bearing });
        }}
      />
      {drawn.comparison && (
        <Suspense>
          <CompareMap
            comparison={drawn.comparison}
            base={base}
            mapRef={mapRef}
            onHandle={(handle) => {
              compareRef.current = handle;
            }}
          />
        </Suspense>
      )}
      {hit && mode === 'browse' && <HoverCard hit={hit} />}
    </div>
  );
  return lastShown.current;
}

function clusterBox(
  members: readonly { readonly code: string }[],
  info: {
    readonly units: readonly { readonly code: string; readonly bbox: readonly number[] }[];
    readonly bbox: readonly number[];
  },
): readonly [number, number, number, number] {
  const codes = new Set(members.map(({ code }) => code));
  const boxes = info.units.filter(({ code }) => codes.has(code)).map(({ bbox }) => bbox);
  const all = boxes.length > 0 ? boxes : [info.bbox];
  const edge = (axis: number, pick: (...values: number[]) => number): number => pick(...all.map((box) => box[axis]!));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}
