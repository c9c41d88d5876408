import { Map as LibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { FONT_FACES } from './fonts';
import { buildStyle } from './style';
import type { StyleState } from './styleState';
import type { MapCanvasProps } from './types';

setWorkerUrl(new URL(workerUrl, document.baseURI).href);

/** From the whole area to a courtyard. */
const ZOOM_RANGE = [7.5, 19] as const;

/** Too short to be seen. With none at all MapLibre places all labels anew in every frame, in one go. */
const UNSEEN_FADE_MS = 1;

export const wantsReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const mutableBox = ([west, south, east, north]: readonly [number, number, number, number]): [
  number,
  number,
  number,
  number,
] => [west, south, east, north];

/** No paper of this program needs more; weak graphics chips end here. */
const MOST_CANVAS_PX = 8192;

/** A map that nobody sees and that pictures are taken of. */
interface PictureOptions {
  readonly pixelRatio: number;
}

/**
 * Starts a map in `container`.
 * @throws when WebGL 2 is not to be had
 */
export function createMap(
  container: HTMLElement,
  {
    initialView,
    maxBounds,
    words,
    asPicture,
  }: Pick<MapCanvasProps, 'initialView' | 'maxBounds' | 'words'> & { readonly asPicture?: PictureOptions },
  state: StyleState,
): LibreMap {
  const isFit = 'bbox' in initialView;
  const map = new LibreMap({
    container,
    style: buildStyle(state, FONT_FACES),
    ...(isFit
      ? { bounds: mutableBox(initialView.bbox), fitBoundsOptions: { padding: initialView.paddingPx ?? 24 } }
      : { center: [initialView.lng, initialView.lat], zoom: initialView.zoom, bearing: initialView.bearing }),
    ...(maxBounds && { maxBounds: mutableBox(maxBounds) }),
    minZoom: ZOOM_RANGE[0],
    maxZoom: ZOOM_RANGE[1],
    maxPitch: 0,
    touchPitch: false,
    pitchWithRotate: false,
    boxZoom: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: asPicture || wantsReducedMotion() ? UNSEEN_FADE_MS : 120,
    ...(asPicture && {
      pixelRatio: asPicture.pixelRatio,
      maxCanvasSize: [MOST_CANVAS_PX, MOST_CANVAS_PX] as [number, number],
      interactive: false,
      trackResize: false,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    }),
    // The style is our own and tests validate it.
    validateStyle: false,
    locale: { 'Map.Title': words.label },
  });
  map.getCanvas().setAttribute('role', 'application');
  return map;
}
