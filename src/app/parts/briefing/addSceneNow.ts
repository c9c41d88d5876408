import { v7 } from 'uuid';
import { addBriefing, addScene, scenesOf } from '../../../commands';
import type { Briefing, BriefingId, PlainDate, Scene, SceneId } from '../../../domain';
import { formatters, type Language } from '../../../i18n';
import { briefingWords } from '../../../i18n/briefingWords';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useSession } from '../../../store';
import type { Services } from '../../services';
import type { Actions } from '../../wiring/useActions';
import { captureView } from './sceneView';

/** An empty briefing on the year of a day; the first to the last day that is filtered, where there are both. */
export function blankBriefing(today: PlainDate, name: string): Briefing {
  const { occurred } = useSession.getState().filter;
  const year = today.slice(0, 4);
  const from = occurred?.from ?? (`${year}-01-01` as PlainDate);
  const to = occurred?.to ?? (`${year}-12-31` as PlainDate);
  const [first, last] = from <= to ? [from, to] : [to, from];
  return { id: v7() as BriefingId, name, from: first, to: last, countBy: 'then', rev: 0 };
}

/** A new scene of what is on the screen, called as what is looked at. */
export function sceneOfScreen(
  { store }: Pick<Services, 'store'>,
  { briefingId, language }: { readonly briefingId: BriefingId; readonly language: Language },
): Scene {
  const { panel, hotspots, briefing } = useSession.getState();
  const isHot = panel === 'hotspots' || (panel === 'briefing' && briefing.scenePanel === 'hotspots');
  return {
    id: v7() as SceneId,
    briefingId,
    order: 0,
    title: isHot ? hotspotWords[language].views[hotspots.view] : '',
    text: '',
    notes: '',
    ...captureView(store.layers.getSnapshot()),
    aside: isHot && (hotspots.view === 'profile' || hotspots.view === 'timing') ? 'charts' : 'none',
    rev: 0,
  };
}

/** Makes a scene of what is on the screen, at the end of the briefing that is open, or of a new one where there is none. */
export async function addSceneNow({
  services,
  actions,
  language,
}: {
  readonly services: Services;
  readonly actions: Actions;
  readonly language: Language;
}): Promise<void> {
  const { store, today } = services;
  const words = briefingWords[language];
  const format = formatters[language];
  const [briefings, scenes] = [store.briefings.getSnapshot(), store.scenes.getSnapshot()];
  const { panel, briefing: shown } = useSession.getState();
  const wanted = shown.briefingId;
  const after = panel === 'briefing' ? shown.sceneId : null;
  const open = briefings.find(({ id }) => id === wanted) ?? briefings.at(-1);
  const briefing = open ?? blankBriefing(today, words.blankName(format.date(today)));
  const scene = sceneOfScreen(services, { briefingId: briefing.id, language });
  const planned = open
    ? addScene({ scenes }, { scene, after })
    : addBriefing({ briefings }, { briefing, scenes: [scene] });
  const own = scenesOf(scenes, briefing.id);
  const behind = own.findIndex(({ id }) => id === after);
  const number = format.count((behind < 0 ? own.length : behind + 1) + 1);
  if (await actions.apply(planned, { command: 'addScene' }, words.sceneAdded(number, briefing.name)))
    useSession.getState().setBriefing({
      briefingId: briefing.id,
      ...(panel === 'briefing' ? { sceneId: scene.id } : {}),
    });
}
