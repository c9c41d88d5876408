import { useMemo } from 'react';
import { MAP_LAYER_GROUPS, type MapLayerGroup, type VisibleLayers } from '../../map/types';
import { useSession } from '../../store';

/** Which built-in layers are shown, the same object until one changes. */
export function useVisibleLayers(): VisibleLayers {
  const hidden = useSession((session) => session.hiddenLayers);
  return useMemo(() => {
    const shown = MAP_LAYER_GROUPS.map((group) => [group, !hidden.includes(group)] as const);
    return Object.fromEntries(shown) as Record<MapLayerGroup, boolean>;
  }, [hidden]);
}
