import type { StyleState } from '../../src/map/styleState';
import { MAP_LAYER_GROUPS, type VisibleLayers } from '../../src/map/types';

export const allVisible = Object.fromEntries(MAP_LAYER_GROUPS.map((group) => [group, true])) as VisibleLayers;

export function styleState(change: Partial<StyleState> = {}): StyleState {
  return {
    theme: 'light',
    visible: allVisible,
    zoneBands: null,
    latitude: 21.3,
    userLayers: [
      { id: 'a', geometry: 'polygon', style: { color: '#cc3300', opacity: 0.4, widthPx: 2 }, isVisible: true },
      { id: 'b', geometry: 'line', style: { color: '#0033cc', opacity: 1, widthPx: 3 }, isVisible: false },
      { id: 'c', geometry: 'point', style: { color: '#00cc33', opacity: 0.8, widthPx: 5 }, isVisible: true },
    ],
    locale: 'vi-VN',
    ...change,
  };
}
