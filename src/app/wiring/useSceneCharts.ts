import { useSession } from '../../store';
import { useServices } from '../services';
import { useObservable } from './useObservable';

/** Whether the scene that is shown has the charts of its view beside the map. */
export function useSceneCharts(): boolean {
  const scenes = useObservable(useServices().store.scenes);
  const sceneId = useSession((session) => (session.panel === 'briefing' ? session.briefing.sceneId : null));
  return scenes.some(({ id, aside }) => id === sceneId && aside === 'charts');
}
