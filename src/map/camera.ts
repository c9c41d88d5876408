import type { Map as LibreMap } from 'maplibre-gl';
import { wantsReducedMotion } from './createMap';
import type { FitOptions, MapBbox, MapHandle, MapView } from './types';

const FLIGHT_MS = 600;
const STEP_MS = 200;
/** Where a thing that was searched for is looked at from, unless told otherwise. */
const NEAR_ZOOM = 14;

/** What the map shows now. */
export function viewOf(map: LibreMap, isMoving: boolean): MapView {
  const { lng, lat } = map.getCenter();
  const bounds = map.getBounds();
  const { clientWidth, clientHeight } = map.getContainer();
  return {
    lng,
    lat,
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    bbox: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    widthPx: clientWidth,
    heightPx: clientHeight,
    isMoving,
  };
}

/** The camera's commands; without a map (no WebGL) they do nothing. */
export function cameraHandle(getMap: () => LibreMap | null): MapHandle {
  const duration = (ms: number): number => (wantsReducedMotion() ? 0 : ms);
  return {
    jumpTo: ({ lng, lat, zoom, bearing }) => {
      getMap()?.jumpTo({ center: [lng, lat], zoom, bearing });
    },
    flyTo: ({ lng, lat, zoom, bearing }) => {
      const map = getMap();
      if (!map) return;
      map.easeTo({
        center: [lng, lat],
        zoom: zoom ?? Math.max(map.getZoom(), NEAR_ZOOM),
        ...(bearing === undefined ? {} : { bearing }),
        duration: duration(FLIGHT_MS),
      });
    },
    fitBounds: ([west, south, east, north]: MapBbox, { paddingPx = 48, maxZoom = 16 }: FitOptions = {}) => {
      const padding = typeof paddingPx === 'number' ? paddingPx : { ...paddingPx };
      getMap()?.fitBounds([west, south, east, north], {
        padding,
        maxZoom,
        linear: true,
        duration: duration(FLIGHT_MS),
      });
    },
    resetNorth: () => {
      getMap()?.easeTo({ bearing: 0, duration: duration(STEP_MS) });
    },
    zoomBy: (steps) => {
      const map = getMap();
      map?.easeTo({ zoom: map.getZoom() + steps, duration: duration(STEP_MS) });
    },
    view: () => {
      const map = getMap();
      return map ? viewOf(map, map.isMoving()) : null;
    },
    focus: () => getMap()?.getCanvas().focus(),
  };
}
