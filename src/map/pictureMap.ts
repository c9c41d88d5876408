import type { Map as LibreMap } from 'maplibre-gl';
import { viewOf } from './camera';
import { createMap } from './createMap';
import { Highlights } from './highlights';
import { MapSync } from './mapSync';
import { paceFrames } from './paceFrames';
import type { StyleState } from './styleState';
import type { Camera, MapCanvasProps, MapContent, MapTarget, MapView } from './types';

/** Pictures have two pixels for each one of the screen. */
export const PICTURE_RATIO = 2;

/** What a picture shows, and how large it is in CSS pixels. */
export interface PictureRequest
  extends Pick<MapCanvasProps, 'theme' | 'words' | 'visibleLayers' | 'zoneBands' | 'selection'> {
  readonly camera: Camera;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What lies in the view that the camera gives. */
  readonly contentOf: (view: MapView) => Promise<MapContent>;
}

export interface MapPicture {
  /** `PICTURE_RATIO` times as wide and high as was asked; to be closed by who takes it. */
  readonly image: ImageBitmap;
  readonly view: MapView;
  /** False: the time was over, or a layer could not be drawn, before all was there. */
  readonly isWhole: boolean;
}

/** How long a picture may take to be drawn. Without a graphics chip a large one takes some seconds. */
const PATIENCE_MS = 60_000;

/** A map beside the one on screen, for pictures: made once, it takes one after another. */
export class PictureMap {
  readonly #container: HTMLElement;
  readonly #map: LibreMap;
  readonly #sync: MapSync;
  readonly #highlights: Highlights;
  readonly #stopPacing: () => void;
  readonly #styled: Promise<void>;
  #hasBegun = false;
  #hasFailed = false;

  /** @throws when WebGL 2 is not to be had */
  constructor(first: PictureRequest) {
    this.#container = document.createElement('div');
    this.#container.className = 'map-picture';
    this.#container.inert = true;
    this.#setSize(first);
    document.body.append(this.#container);
    const state = styleOf(first, []);
    const { camera: initialView, words } = first;
    try {
      this.#map = createMap(this.#container, { initialView, words, asPicture: { pixelRatio: PICTURE_RATIO } }, state);
    } catch (error) {
      this.#container.remove();
      throw error;
    }
    this.#stopPacing = paceFrames(this.#map);
    this.#sync = new MapSync(this.#map, state);
    this.#highlights = new Highlights(this.#map);
    this.#map.on('error', (event) => {
      this.#hasFailed = true;
      console.error(event.error);
    });
    this.#styled = new Promise((resolve) => this.#map.once('style.load', () => resolve()));
  }

  /** Whether the graphics chip has taken this map away: another one has to be made. */
  get isLost(): boolean {
    return this.#map.getCanvas().getContext('webgl2')?.isContextLost() ?? true;
  }

  /** One at a time. */
  async take(request: PictureRequest): Promise<MapPicture> {
    const map = this.#map;
    await this.#styled;
    this.#hasFailed = false;
    this.#setSize(request);
    map.resize();
    const { lng, lat, zoom, bearing } = request.camera;
    map.jumpTo({ center: [lng, lat], zoom, bearing });
    const view = viewOf(map, false);
    const content = await request.contentOf(view);
    const state = styleOf(request, content.userLayers);
    if (this.#hasBegun) this.#sync.apply(content, state);
    else this.#sync.begin(content, state);
    this.#hasBegun = true;
    await this.#sync.imagesDrawn();
    this.#highlights.set([], [request.selection as MapTarget | null]);
    const isDrawn = await this.#idle();
    const image = await createImageBitmap(map.getCanvas());
    return { image, view, isWhole: isDrawn && !this.#hasFailed };
  }

  end(): void {
    this.#stopPacing();
    this.#sync.end();
    this.#map.remove();
    this.#container.remove();
  }

  /** Resolves when all is drawn, or with false when that takes too long. */
  #idle(): Promise<boolean> {
    return new Promise((resolve) => {
      const onIdle = (): void => {
        window.clearTimeout(timer);
        resolve(true);
      };
      const timer = window.setTimeout(() => {
        this.#map.off('idle', onIdle);
        resolve(false);
      }, PATIENCE_MS);
      this.#map.once('idle', onIdle);
      this.#map.triggerRepaint();
    });
  }

  #setSize({ widthPx, heightPx }: Pick<PictureRequest, 'widthPx' | 'heightPx'>): void {
    this.#container.style.width = `${widthPx}px`;
    this.#container.style.height = `${heightPx}px`;
  }
}

function styleOf(
  { theme, visibleLayers, zoneBands = null, camera, words }: PictureRequest,
  userLayers: StyleState['userLayers'],
): StyleState {
  return { theme, visible: visibleLayers, zoneBands, latitude: camera.lat, userLayers, locale: words.locale };
}
