import { byState, type Layer, type StyleState } from '../styleState';

export const userSourceId = (layerId: string): string => `user:${layerId}`;

/** The layer's id from that of its source, or null. */
export const layerIdOf = (sourceId: string): string | null => (sourceId.startsWith('user:') ? sourceId.slice(5) : null);

/** The user's own layers, in their order. */
export function userLayers(state: StyleState): Layer[] {
  return state.userLayers.flatMap(({ id, geometry, style, isVisible }): Layer[] => {
    const source = userSourceId(id);
    const visibility = isVisible ? 'visible' : 'none';
    const lit = byState(3, 1.5, 0);
    const line: Layer = {
      id: `${source}:line`,
      type: 'line',
      source,
      layout: { visibility, 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': style.color,
        'line-width': ['+', style.widthPx, lit],
        'line-opacity': geometry === 'line' ? style.opacity : Math.min(1, style.opacity + 0.5),
      },
    };
    if (geometry === 'line') return [line];
    if (geometry === 'polygon') {
      const fill: Layer = {
        id: `${source}:fill`,
        type: 'fill',
        source,
        layout: { visibility },
        paint: { 'fill-color': style.color, 'fill-opacity': style.opacity },
      };
      return [fill, line];
    }
    return [
      {
        id: `${source}:point`,
        type: 'circle',
        source,
        layout: { visibility },
        paint: {
          'circle-color': style.color,
          'circle-opacity': style.opacity,
          'circle-radius': ['+', style.widthPx, lit],
          'circle-stroke-color': '#ffffff',
          'circle-stroke-width': 1,
          'circle-stroke-opacity': style.opacity,
        },
      },
    ];
  });
}
