import { type RefObject, useEffect, useRef } from 'react';
import type { Scene, SceneId } from '../../../domain';
import type { MapHandle } from '../../../map/types';
import { showScene } from './sceneView';

/** Shows a scene on the live map when it becomes the one that is open; null: none is, or it has to wait. */
export function useShownScene(
  scene: Scene | null,
  mapRef: RefObject<MapHandle | null>,
): { readonly show: (next: Scene) => void; readonly isShown: (id: SceneId) => void } {
  const shown = useRef<SceneId | null>(null);
  const acts = useRef({
    show: (next: Scene): void => {
      shown.current = next.id;
      const camera = showScene(next);
      if (camera) mapRef.current?.flyTo(camera);
    },
    /** The screen is as the scene wants it already. */
    isShown: (id: SceneId): void => {
      shown.current = id;
    },
  });
  useEffect(() => {
    if (!scene || shown.current === scene.id) return undefined;
    // First its words are painted: what the map needs takes longer.
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => acts.current.show(scene));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [scene]);
  return acts.current;
}
