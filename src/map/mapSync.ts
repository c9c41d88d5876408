import type { GeoJSONSource, Map as LibreMap } from 'maplibre-gl';
import { diffLayers, type LayerStep } from './layerDiff';
import { userSourceId } from './layers/userLayers';
import { seeds } from './seeds';
import { dataOf, EMPTY, SOURCE_IDS, type SourceData, USER_SOURCE_OPTIONS } from './sources';
import { drawSprite, PIXEL_RATIO } from './sprites';
import { layersOf } from './style';
import type { Layer, StyleState } from './styleState';
import type { MapContent, MapTheme } from './types';

/** Images are asked for by the dozen: each is drawn in a task of its own, so that the page can answer in between. */
const ownTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Brings a map from what it shows to what it should show, touching only what differs. */
export class MapSync {
  readonly #map: LibreMap;
  #layers: readonly Layer[];
  #data = new Map<string, SourceData | null>();
  #theme: MapTheme;
  #wantsBands = false;
  #hasEnded = false;
  #unseen: SourceData | null = null;
  #redrawing: Promise<void> = Promise.resolve();

  constructor(map: LibreMap, initial: StyleState) {
    this.#map = map;
    this.#layers = layersOf({ ...initial, userLayers: [] });
    this.#theme = initial.theme;
    map.setMissingStyleImageResolver(async (id) => {
      await ownTask();
      if (this.#hasEnded || map.hasImage(id)) return;
      const image = drawSprite(id, this.#theme);
      if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
    });
  }

  /** To be called before the map is removed: what is still to be drawn is not. */
  end(): void {
    this.#hasEnded = true;
  }

  /** To be called with the first content: while the map comes up, a source that has none shows seeds. */
  begin(content: MapContent, state: StyleState): void {
    const unseen = seeds(this.#map);
    this.#unseen = unseen;
    this.apply(content, state);
    this.setData('sketch', null);
    this.#map.once('idle', () => {
      this.#unseen = null;
      for (const id of SOURCE_IDS) if (this.#data.get(id) === unseen) this.setData(id, null);
    });
  }

  apply(content: MapContent, state: StyleState): void {
    if (state.zoneBands) this.#wantsBands = true;
    this.#addUserSources(content);
    const next = layersOf(state);
    for (const step of diffLayers(this.#layers, next)) this.#take(step);
    this.#layers = next;
    this.#removeUserSources(content);
    for (const id of SOURCE_IDS) {
      if (id !== 'sketch') this.setData(id, dataOf(content, id, this.#wantsBands));
    }
    for (const { id, data } of content.userLayers) this.setData(userSourceId(id), data);
    if (state.theme !== this.#theme) this.#redrawing = this.#redrawImages(state.theme);
  }

  /** Resolves when symbols wear the colours of the theme. */
  imagesDrawn(): Promise<void> {
    return this.#redrawing;
  }

  /** Gives a source its data, unless it has them. */
  setData(sourceId: string, data: SourceData | null): void {
    const next = data ?? this.#unseen;
    if ((this.#data.get(sourceId) ?? null) === next) return;
    this.#data.set(sourceId, next);
    const done = this.#map.getSource<GeoJSONSource>(sourceId)?.setData(next ?? EMPTY);
    // A failure arrives as the map's `error` event.
    done?.catch(() => undefined);
  }

  #addUserSources(content: MapContent): void {
    for (const { id, data } of content.userLayers) {
      const sourceId = userSourceId(id);
      if (this.#map.getSource(sourceId)) continue;
      this.#map.addSource(sourceId, { type: 'geojson', data, ...USER_SOURCE_OPTIONS });
      this.#data.set(sourceId, data);
    }
  }

  #removeUserSources(content: MapContent): void {
    const wanted = new Set(content.userLayers.map(({ id }) => userSourceId(id)));
    for (const sourceId of [...this.#data.keys()]) {
      if (!sourceId.startsWith('user:') || wanted.has(sourceId)) continue;
      this.#map.removeSource(sourceId);
      this.#data.delete(sourceId);
    }
  }

  #take(step: LayerStep): void {
    const map = this.#map;
    switch (step.do) {
      case 'remove':
        map.removeLayer(step.id);
        break;
      case 'add':
        map.addLayer(step.layer, step.before);
        break;
      case 'move':
        map.moveLayer(step.id, step.before);
        break;
      case 'filter':
        map.setFilter(step.id, step.value as Parameters<LibreMap['setFilter']>[1]);
        break;
      case 'paint':
        map.setPaintProperty(step.id, step.name as 'fill-color', step.value as string);
        break;
      case 'layout':
        map.setLayoutProperty(step.id, step.name as 'visibility', step.value as 'visible');
        break;
    }
  }

  async #redrawImages(theme: MapTheme): Promise<void> {
    this.#theme = theme;
    for (const id of this.#map.listImages()) {
      await ownTask();
      if (this.#hasEnded || this.#theme !== theme) return;
      const image = drawSprite(id, theme);
      if (image && this.#map.hasImage(id)) this.#map.updateImage(id, image);
    }
  }
}
