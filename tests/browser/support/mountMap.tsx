import type { Map as LibreMap } from 'maplibre-gl';
import { createRef, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { catalogues, formatters } from '../../../src/i18n';
import { MapCanvas } from '../../../src/map/MapCanvas';
import { MapController } from '../../../src/map/mapController';
import {
  MAP_LAYER_GROUPS,
  type MapCanvasProps,
  type MapContent,
  type MapHandle,
  type MapHit,
  type MapProblem,
  type Sketch,
  type VisibleLayers,
} from '../../../src/map/types';
import '../../../src/ui/fonts.css';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';

export const allVisible = Object.fromEntries(MAP_LAYER_GROUPS.map((group) => [group, true])) as VisibleLayers;

export const NO_CONTENT: MapContent = {
  units: null,
  unitLabels: null,
  borderLines: null,
  coverageEdge: null,
  zones: null,
  rivers: null,
  places: null,
  marks: null,
  flagLinks: null,
  pins: null,
  userLayers: [],
};

/** What the map told, in order. */
export interface Told {
  readonly hovers: (MapHit | null)[];
  readonly clicks: (MapHit | null)[];
  readonly sketches: (Sketch | null)[];
  readonly problems: (MapProblem | null)[];
  modeEnds: number;
}

export interface MountedMap {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly handle: MapHandle;
  /** Null without WebGL. */
  readonly libreMap: LibreMap | null;
  readonly told: Told;
  readonly change: (props: Partial<MapCanvasProps>) => Promise<void>;
  readonly unmount: () => Promise<void>;
}

/** A map of 800 × 600 pixels on the page, in strict mode; resolves when everything is drawn. */
export async function mountMap(props: Partial<MapCanvasProps>): Promise<MountedMap> {
  await page.viewport(900, 700);
  const element = document.createElement('div');
  element.style.cssText = 'width: 800px; height: 600px; position: fixed; inset: 0 auto auto 0';
  document.body.append(element);
  const ref = createRef<MapHandle>();
  const told: Told = { hovers: [], clicks: [], sketches: [], problems: [], modeEnds: 0 };
  let tellReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  let present: MapCanvasProps = {
    theme: 'light',
    words: catalogues.vi.map,
    format: formatters.vi,
    content: NO_CONTENT,
    visibleLayers: allVisible,
    initialView: { lng: 105.44, lat: 21.3, zoom: 12, bearing: 0 },
    selection: null,
    hover: null,
    mode: 'browse',
    attribution: ['Nguồn thử'],
    onHover: (hit) => told.hovers.push(hit),
    onClick: (hit) => told.clicks.push(hit),
    onSketch: (sketch) => told.sketches.push(sketch),
    onModeEnd: () => {
      told.modeEnds += 1;
    },
    onProblem: (problem) => {
      told.problems.push(problem);
      if (problem === 'webglUnavailable') tellReady();
    },
    onReady: () => tellReady(),
    ref,
    ...props,
  };
  const root = createRoot(element);
  const render = async (): Promise<void> =>
    flushSync(() =>
      root.render(
        <StrictMode>
          <MapCanvas {...present} />
        </StrictMode>,
      ),
    );
  await render();
  await ready;
  // The first change after mounting passes through the controller, which has the map.
  const update = vi.spyOn(MapController.prototype, 'update');
  await render();
  const controller = update.mock.contexts.at(-1) as MapController | undefined;
  update.mockRestore();
  return {
    element,
    get canvas() {
      return element.querySelector('canvas')!;
    },
    get handle() {
      return ref.current!;
    },
    libreMap: controller?.map ?? null,
    told,
    change: (next) => {
      present = { ...present, ...next };
      return render();
    },
    unmount: async () => {
      root.unmount();
      element.remove();
    },
  };
}
