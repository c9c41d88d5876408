import type { Map as LibreMap } from 'maplibre-gl';
import { addressOf, type FeatureAddress } from './targets';
import type { MapTarget } from './types';

type State = { hover: boolean; selected: boolean };
const keyOf = ({ source, id }: FeatureAddress): string => `${source}\n${typeof id}:${id}`;

/** Keeps the hovered and selected features lit: only what changes is told to the map, and it answers in its next frame. */
export class Highlights {
  #lit = new Map<string, { address: FeatureAddress; state: State }>();
  readonly #map: LibreMap;

  constructor(map: LibreMap) {
    this.#map = map;
  }

  set(hovered: readonly (MapTarget | null)[], selected: readonly (MapTarget | null)[]): void {
    const next = new Map<string, { address: FeatureAddress; state: State }>();
    const light = (target: MapTarget | null, name: keyof State): void => {
      if (!target) return;
      const address = addressOf(target);
      const key = keyOf(address);
      const entry = next.get(key) ?? { address, state: { hover: false, selected: false } };
      entry.state[name] = true;
      next.set(key, entry);
    };
    for (const target of hovered) light(target, 'hover');
    for (const target of selected) light(target, 'selected');

    for (const [key, { address }] of this.#lit) {
      if (!next.has(key) && this.#map.getSource(address.source)) this.#map.removeFeatureState(address);
    }
    for (const [key, { address, state }] of next) {
      const before = this.#lit.get(key)?.state;
      if (before?.hover === state.hover && before.selected === state.selected) continue;
      if (this.#map.getSource(address.source)) this.#map.setFeatureState(address, state);
      else next.delete(key);
    }
    this.#lit = next;
  }

  /** After the map lost its sources: nothing is lit there any more. */
  forget(): void {
    this.#lit = new Map();
  }
}
