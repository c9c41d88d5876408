import { useMemo } from 'react';
import type { Layer } from '../../domain';
import { useSession } from '../../store';
import { useServices } from '../services';
import { useObservable } from './useObservable';

/** The user's layers, each shown or hidden as the scene on screen says, or else as the register does. */
export function useShownLayers(): readonly Layer[] {
  const layers = useObservable(useServices().store.layers);
  const shown = useSession((session) => session.sceneLayers);
  return useMemo(
    () => (shown === null ? layers : layers.map((layer) => ({ ...layer, isVisible: shown.includes(layer.id) }))),
    [layers, shown],
  );
}
