import type { Map as LibreMap } from 'maplibre-gl';
import { viewOf } from './camera';
import { createMap } from './createMap';
import { Highlights } from './highlights';
import { hitAt, TOLERANCE_PX } from './hitTest';
import { MapSync } from './mapSync';
import { paceFrames } from './paceFrames';
import { type KeyPress, listen, type Place } from './pointer';
import { pointingAccuracyM } from './pointingAccuracy';
import { SketchTool } from './sketchTool';
import type { StyleState } from './styleState';
import { isSameTarget } from './targets';
import type { MapCanvasProps, MapHit, MapMode, MapProblem, MapView, PointedPosition, Sketch } from './types';

/** A point this close to the last one, in CSS pixels, ends a sketch. */
const SAME_POINT_PX = { mouse: 4, touch: 24 } as const;

/** What the frame around the map needs to know; the screens have their own callbacks in the props. */
export interface FrameEvents {
  readonly onView: (view: MapView) => void;
  readonly onPosition: (position: { readonly lng: number; readonly lat: number } | null) => void;
  readonly onProblem: (problem: MapProblem | null) => void;
  readonly onSketch: (sketch: Sketch | null) => void;
}

const latitudeOf = ({ initialView }: MapCanvasProps): number =>
  'bbox' in initialView ? (initialView.bbox[1] + initialView.bbox[3]) / 2 : initialView.lat;

const SKETCHED = {
  browse: null,
  pickPosition: null,
  measure: 'line',
  drawPolygon: 'polygon',
  drawLine: 'line',
} as const satisfies Record<MapMode, unknown>;

/** One map on the page: follows the props, tells what happens. */
export class MapController {
  readonly map: LibreMap;
  readonly #frame: FrameEvents;
  readonly #sync: MapSync;
  readonly #highlights: Highlights;
  readonly #stopListening: () => void;
  readonly #stopPacing: () => void;
  readonly #latitude: number;
  #props: MapCanvasProps;
  #isUsable = false;
  #hit: MapHit | null = null;
  #tool: SketchTool | null = null;

  /** @throws when WebGL 2 is not to be had */
  constructor(container: HTMLElement, props: MapCanvasProps, frame: FrameEvents) {
    this.#props = props;
    this.#frame = frame;
    this.#latitude = latitudeOf(props);
    const map = createMap(container, props, this.#styleState());
    this.map = map;
    this.#stopPacing = paceFrames(map);
    this.#sync = new MapSync(map, this.#styleState());
    this.#highlights = new Highlights(map);
    map.on('style.load', () => {
      this.#isUsable = true;
      this.#highlights.forget();
      this.#sync.begin(this.#props.content, this.#styleState());
      this.#follow();
    });
    map.once('idle', () => this.#props.onReady?.());
    map.on('move', () => this.#tellView(true));
    map.on('moveend', () => this.#tellView(false));
    map.on('resize', () => this.#tellView(false));
    map.on('movestart', () => this.#setHit(null));
    map.on('webglcontextlost', () => {
      this.#isUsable = false;
      this.#tellProblem('contextLost');
    });
    map.on('webglcontextrestored', () => this.#tellProblem(null));
    map.on('error', (event) => {
      if ('sourceId' in event) this.#tellProblem('sourceFailed');
      console.error(event.error);
    });
    this.#stopListening = listen(map, {
      onMove: (place) => this.#onMove(place),
      onClick: (place) => this.#onClick(place),
      onHold: (place) => this.#props.mode === 'browse' && this.#props.onHold?.(this.#pointed(place)),
      onKey: (press) => this.#onKey(press),
    });
    this.#tellView(false);
  }

  update(props: MapCanvasProps): void {
    const before = this.#props;
    this.#props = props;
    if (props.words !== before.words) this.map.getCanvas().setAttribute('aria-label', props.words.label);
    this.#follow();
  }

  /** What the buttons beside the hint do; Enter, Backspace and Escape do the same. */
  finishSketch(): void {
    this.#tool?.finish();
  }

  removeLastPoint(): void {
    this.#tool?.removeLast();
  }

  endSketching(): void {
    this.#props.onModeEnd?.();
  }

  destroy(): void {
    this.#stopListening();
    this.#stopPacing();
    this.#sync.end();
    this.map.remove();
  }

  #styleState(): StyleState {
    const { theme, visibleLayers, zoneBands = null, content, words } = this.#props;
    return {
      theme,
      visible: visibleLayers,
      zoneBands,
      latitude: this.#latitude,
      userLayers: content.userLayers,
      locale: words.locale,
    };
  }

  /** Brings the map to the present props; waits while the map has no style. */
  #follow(): void {
    if (!this.#isUsable) return;
    this.#sync.apply(this.#props.content, this.#styleState());
    this.#light();
    this.#setMode();
  }

  #light(): void {
    if (this.#isUsable) {
      const { hover, selection, chosen = [] } = this.#props;
      this.#highlights.set([this.#hit?.target ?? null, hover], [selection, ...chosen]);
    }
  }

  #setMode(): void {
    const { mode, format, words } = this.#props;
    const shape = SKETCHED[mode];
    if (mode !== 'browse') this.#setHit(null);
    this.map.getCanvas().style.cursor = this.#cursor();
    this.#tool?.write({ format, words });
    if (shape === (this.#tool?.shape ?? null)) return;
    this.#tool?.clear();
    this.#tool = shape
      ? new SketchTool(
          shape,
          { format, words },
          {
            draw: (features) => this.#isUsable && this.#sync.setData('sketch', features),
            report: (sketch) => {
              this.#frame.onSketch(sketch);
              this.#props.onSketch?.(sketch);
            },
            end: () => this.#props.onModeEnd?.(),
          },
        )
      : null;
    this.map.doubleClickZoom[shape ? 'disable' : 'enable']();
    this.#setHit(null);
  }

  #cursor(): string {
    return this.#props.mode !== 'browse' ? 'crosshair' : this.#hit ? 'pointer' : '';
  }

  #pointed({ lng, lat, isTouch }: Place): PointedPosition {
    return { lng, lat, accuracyM: pointingAccuracyM(lat, this.map.getZoom(), isTouch ? 'touch' : 'mouse') };
  }

  #onMove(place: Place | null): void {
    const position = place && { lng: place.lng, lat: place.lat };
    this.#props.onPointer?.(position);
    this.#frame.onPosition(position);
    // A finger that has left the screen points nowhere.
    if (this.#tool) this.#tool.moveTo(place && !place.isTouch ? [place.lng, place.lat] : null);
    else if (this.#props.mode === 'browse') this.#setHit(place && !place.isTouch ? this.#hitAt(place) : null);
  }

  #onClick(place: Place): void {
    if (this.#tool) this.#sketchAt(place);
    else if (this.#props.mode === 'pickPosition') this.#props.onPick?.(this.#pointed(place));
    else this.#props.onClick?.(this.#hitAt(place), place.isAdding);
  }

  #onKey({ key, crosshair, isAfterPointer }: KeyPress): boolean {
    const tool = this.#tool;
    if (key === 'Escape') {
      if (tool) tool.escape();
      else if (this.#props.mode === 'pickPosition') this.#props.onModeEnd?.();
      else {
        const { selection, chosen = [], onClick } = this.#props;
        onClick?.(null, false);
        // With nothing to let go of here, the key may mean something to the rest of the page.
        return Boolean(selection) || chosen.length > 0;
      }
    } else if (tool && tool.last !== null && key === 'Enter' && isAfterPointer) {
      tool.finish();
    } else if (key === 'Enter' || key === ' ') {
      this.#onClick(crosshair);
    } else if (tool && (key === 'Backspace' || key === 'Delete')) {
      tool.removeLast();
    } else return false;
    return true;
  }

  #sketchAt(place: Place): void {
    const tool = this.#tool;
    if (!tool) return;
    const last = tool.last && this.map.project([tool.last[0], tool.last[1]]);
    const isNearLast =
      last !== null &&
      Math.hypot(last.x - place.x, last.y - place.y) < SAME_POINT_PX[place.isTouch ? 'touch' : 'mouse'];
    tool.add([place.lng, place.lat], isNearLast);
  }

  #hitAt({ x, y, isTouch }: Place): MapHit | null {
    return this.#isUsable ? hitAt(this.map, x, y, TOLERANCE_PX[isTouch ? 'touch' : 'mouse']) : null;
  }

  #setHit(hit: MapHit | null): void {
    const before = this.#hit;
    if (!hit && !before) return;
    this.#hit = hit;
    if (!isSameTarget(hit?.target ?? null, before?.target ?? null)) {
      this.#light();
      this.map.getCanvas().style.cursor = this.#cursor();
    }
    this.#props.onHover?.(hit);
  }

  #tellView(isMoving: boolean): void {
    const view = viewOf(this.map, isMoving);
    this.#frame.onView(view);
    this.#props.onViewChange?.(view);
  }

  #tellProblem(problem: MapProblem | null): void {
    this.#frame.onProblem(problem);
    this.#props.onProblem?.(problem);
  }
}
