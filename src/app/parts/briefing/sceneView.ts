import type { Layer, LayerId, Scene } from '../../../domain';
import { decodeAddress, encodeAddress, FIRST_BRIEFING, type SessionState, useSession } from '../../../store';
import { EDITIONS } from '../../wiring/referenceFiles';
import { readAddress, showAddress } from '../../wiring/showAddress';

type ScenePanel = SessionState['briefing']['scenePanel'];

const DRAWING = ['hotspots', 'patrols'] as const satisfies readonly ScenePanel[];
/** What of a session is seen on the map, and by which panel. */
const panelOf = ({ panel, briefing }: Pick<SessionState, 'panel' | 'briefing'>): ScenePanel =>
  panel === 'briefing' ? briefing.scenePanel : (DRAWING.find((id) => id === panel) ?? 'map');

/** What is on the screen now, as a scene keeps it. No incident stays selected: a scene is for an audience. */
export function captureView(layers: readonly Layer[]): Pick<Scene, 'view' | 'layers'> {
  const session = useSession.getState();
  const { selection, sceneLayers } = session;
  const isOpen = selection?.type === 'unit' || selection?.type === 'line';
  const view = encodeAddress({
    ...session,
    panel: panelOf(session),
    briefing: FIRST_BRIEFING,
    selection: isOpen ? selection : null,
  });
  const shown = sceneLayers ?? layers.filter(({ isVisible }) => isVisible).map(({ id }) => id);
  return { view, layers: shown };
}

/** Which panel draws on the map for a scene, and what it would show. */
function panelOfScene({ view }: Pick<Scene, 'view'>): ScenePanel {
  const { panel = null, briefing = FIRST_BRIEFING } = readAddress(view);
  return panelOf({ panel, briefing });
}

/** What a scene asks for and is not here: an edition, and how many layers. */
export function missingIn(
  scene: Scene,
  layers: readonly Layer[],
): { readonly edition: string | null; readonly layers: number } {
  const { editionId = null } = decodeAddress(scene.view);
  const isKnown = editionId === null || EDITIONS.some(({ id }) => id === editionId);
  const gone = (scene.layers ?? []).filter((wanted) => !layers.some(({ id }) => id === wanted));
  return { edition: isKnown ? null : editionId, layers: gone.length };
}

/** Shows a scene on the live map; gives where its camera looks. */
export function showScene(scene: Scene): SessionState['camera'] {
  const { briefing } = useSession.getState();
  const { selection = null, camera = null } = readAddress(scene.view);
  showAddress(scene.view, {
    // A scene from elsewhere may say so; an incident is for no audience.
    selection: selection?.type === 'incident' ? null : selection,
    panel: 'briefing',
    briefing: { ...briefing, briefingId: scene.briefingId, sceneId: scene.id, scenePanel: panelOfScene(scene) },
    sceneLayers: scene.layers as readonly LayerId[] | null,
    isPlaying: false,
  });
  return camera;
}
