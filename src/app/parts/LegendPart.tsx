import { type RefObject, useDeferredValue, useMemo } from 'react';
import { v7 } from 'uuid';
import { dayOfMinutes } from '../../analysis/incidentColumns';
import {
  addLayer,
  removeLayer,
  renameLayer,
  reorderLayers,
  setLayerVisible,
  setLayerZone,
  styleLayer,
} from '../../commands';
import type { LayerId } from '../../domain';
import { DrawnZoneDialog, firstLayerStyle, Legend, type UserLayersProps } from '../../features/layers';
import { useMessages } from '../../i18n';
import type { MapHandle, MapTheme, Sketch } from '../../map/types';
import { useSession } from '../../store';
import { useServices } from '../services';
import { useActions } from '../wiring/useActions';
import { useObservable } from '../wiring/useObservable';
import { useShownLayers } from '../wiring/useShownLayers';
import { useShowsSingles } from '../wiring/useShowsSingles';
import { useView } from '../wiring/useView';
import { useVisibleLayers } from '../wiring/useVisibleLayers';
import { useZoneM } from '../wiring/useZoneM';

export interface LegendPartProps {
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What has been drawn on the map so far. */
  readonly sketch: Sketch | null;
  readonly onAddFile: () => void;
}

/** Legend and layer list, joined to session and register; and what becomes of a drawn zone. */
export function LegendPart({ theme, mapRef, isOpen, onOpenChange, sketch, onAddFile }: LegendPartProps) {
  const { store } = useServices();
  const info = useView('info');
  const summary = useDeferredValue(useView('summary'));
  const layers = useObservable(store.layers);
  const shownLayers = useShownLayers();
  const visibleLayers = useVisibleLayers();
  const showsSingles = useShowsSingles();
  const mode = useSession((state) => state.mode);
  const scope = useSession((state) => state.scope);
  const setMode = useSession((state) => state.setMode);
  const showLayer = useSession((state) => state.showLayer);
  const zoneM = useDeferredValue(useZoneM());
  const actions = useActions();
  const { layers: words } = useMessages();
  const userLayers = useMemo((): UserLayersProps => {
    const remove = async (id: LayerId): Promise<void> => {
      const layer = layers.find((candidate) => candidate.id === id);
      const content = layer ? await store.readLayerContent(layer.contentId) : undefined;
      const planned = removeLayer({ layers, content: content ?? null }, { id });
      await actions.apply(planned, { command: 'removeLayer' }, words.removed(layer?.name ?? ''));
    };
    return {
      layers: shownLayers,
      onVisible: (id, isVisible) => {
        const { sceneLayers, restore } = useSession.getState();
        // What is tried out on a scene is no change of the register.
        if (sceneLayers !== null)
          restore({ sceneLayers: [...sceneLayers.filter((other) => other !== id), ...(isVisible ? [id] : [])] });
        else void actions.apply(setLayerVisible({ layers }, { id, isVisible }), { command: 'setLayerVisible' });
      },
      onRename: (id, name) => void actions.apply(renameLayer({ layers }, { id, name }), { command: 'renameLayer' }),
      onStyle: (id, style) => void actions.apply(styleLayer({ layers }, { id, style }), { command: 'styleLayer' }),
      onZone: (id, distanceM) =>
        void actions.apply(setLayerZone({ layers }, { id, zoneM: distanceM }), { command: 'setLayerZone' }),
      onReorder: (ids) => void actions.apply(reorderLayers({ layers }, { ids }), { command: 'reorderLayers' }),
      onZoomTo: (id) => {
        const layer = layers.find((candidate) => candidate.id === id);
        if (layer) mapRef.current?.fitBounds(layer.bbox, { paddingPx: 48, maxZoom: 16 });
      },
      onRemove: (id) => void remove(id),
      onAddFile,
      onDrawZone: () => setMode('drawPolygon'),
    };
  }, [layers, shownLayers, actions, store, words, mapRef, onAddFile, setMode]);
  // Made anew only when what it shows has come: it follows a moving slider as fast as the page can draw, and never holds it back.
  const legend = useMemo(
    () =>
      zoneM && (
        <Legend
          isOpen={isOpen}
          onOpenChange={onOpenChange}
          theme={theme}
          edition={info}
          zoneM={zoneM}
          scope={scope}
          visibleLayers={visibleLayers}
          onToggle={showLayer}
          incidents={
            showsSingles
              ? {
                  total: summary?.shown ?? 0,
                  flagged: summary?.shownFlagged ?? 0,
                  doubtful: (summary?.shownUnsure ?? 0) + (summary?.shownMaybe ?? 0),
                  byCategory: new Map(summary?.categories.map((id, code) => [id, summary.facets.category[code] ?? 0])),
                }
              : null
          }
          incidentSpan={
            summary?.span ? { from: dayOfMinutes(summary.span[0]), to: dayOfMinutes(summary.span[1]) } : null
          }
          userLayers={userLayers}
        />
      ),
    [isOpen, onOpenChange, theme, info, zoneM, scope, visibleLayers, showLayer, showsSingles, summary, userLayers],
  );
  const drawn = mode === 'drawPolygon' && sketch?.isFinished ? sketch.points : null;
  const saveZone = (name: string, ring: [number, number][], isZone: boolean): void => {
    const lngs = ring.map(([lng]) => lng);
    const lats = ring.map(([, lat]) => lat);
    const geojson = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [ring] } }],
    });
    const planned = addLayer(
      { layers },
      {
        id: v7() as LayerId,
        contentId: v7(),
        name,
        geometry: 'polygon',
        style: firstLayerStyle(layers, 'polygon'),
        geojson,
        featureCount: 1,
        bbox: [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)],
        zoneM: isZone ? 0 : null,
      },
    );
    void actions.apply(planned, { command: 'drawZone', params: { name } });
    setMode('browse');
  };
  return (
    <>
      {legend}
      <DrawnZoneDialog
        points={drawn}
        takenNames={layers.map(({ name }) => name)}
        onSave={saveZone}
        onRedraw={() => {
          setMode('browse');
          requestAnimationFrame(() => setMode('drawPolygon'));
        }}
        onDiscard={() => setMode('browse')}
      />
    </>
  );
}
