import type { Map as LibreMap, MapGeoJSONFeature } from 'maplibre-gl';
import type { MountedMap } from './mountMap';

/** Looks into a mounted map: what it has really drawn. */
export class MapProbe {
  readonly #mounted: MountedMap;

  constructor(mounted: MountedMap) {
    this.#mounted = mounted;
  }

  get #map(): LibreMap {
    const map = this.#mounted.libreMap;
    if (!map) throw new Error('no map');
    return map;
  }

  #features(layer: string): MapGeoJSONFeature[] {
    return this.#map.getLayer(layer) ? this.#map.queryRenderedFeatures({ layers: [layer] }) : [];
  }

  names(layer: string): string[] {
    return this.#features(layer).map(({ properties }) => String(properties.name));
  }

  /** The names that lie on a symbol's middle. */
  namesAt(layer: string, [lng, lat]: readonly [number, number]): string[] {
    const { x, y } = this.project(lng, lat);
    const found = this.#map.queryRenderedFeatures([x, y], { layers: [layer] });
    return found.map(({ properties }) => String(properties.name));
  }

  count(layer: string): number {
    return new Set(this.#features(layer).map(({ id }) => id)).size;
  }

  order(pattern: RegExp): string[] {
    return this.#map.getLayersOrder().filter((id) => pattern.test(id));
  }

  /** The features of a layer that are hovered or selected. */
  states(layer: string): { id: unknown; hover: boolean; selected: boolean }[] {
    const seen = new Map<unknown, { id: unknown; hover: boolean; selected: boolean }>();
    for (const { id, state } of this.#features(layer)) {
      if (state.hover || state.selected)
        seen.set(id, { id, hover: state.hover === true, selected: state.selected === true });
    }
    return [...seen.values()];
  }

  /** An image of the style, as drawn. */
  imageBytes(id: string): number[] {
    return [...(this.#map.getImage(id)?.data.data ?? [])];
  }

  project(lng: number, lat: number): { x: number; y: number } {
    const { x, y } = this.#map.project([lng, lat]);
    return { x, y };
  }

  /** Moves the mouse to a place, or `dx` pixels right of it. */
  moveTo(lng: number, lat: number, dx: number): void {
    const { x, y } = this.project(lng, lat);
    const { left, top } = this.#mounted.canvas.getBoundingClientRect();
    this.#mounted.canvas.dispatchEvent(
      new MouseEvent('mousemove', { clientX: left + x + dx, clientY: top + y, bubbles: true }),
    );
  }

  /** Red, green, blue of the drawn pixel at a place. */
  pixelAt(lng: number, lat: number): number[] {
    const map = this.#map;
    const { x, y } = this.project(lng, lat);
    map.redraw();
    const gl = this.#mounted.canvas.getContext('webgl2')!;
    const ratio = map.getPixelRatio();
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    const bytes = new Uint8Array(4);
    gl.readPixels(x * ratio, gl.drawingBufferHeight - y * ratio, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    return [...bytes.slice(0, 3)];
  }
}
