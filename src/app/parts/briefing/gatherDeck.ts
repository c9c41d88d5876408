import type { Deck } from '../../../formats/briefing/deck';
import { briefingFileWords } from '../../../i18n/briefingFileWords';
import { briefingWords } from '../../../i18n/briefingWords';
import type { Services } from '../../services';
import { askReview } from '../../wiring/reviewService';
import { composeDeck, type SceneParts } from './composeDeck';
import { fileFacts, filterOfFigures, listFacts, wordingOf } from './fileFacts';
import type { FilesWish } from './filesWish';
import { takePictures } from './takePictures';
import { timelineTable } from './timelineTable';

export type GatheredDeck =
  | { readonly kind: 'done'; readonly deck: Deck; readonly isWhole: boolean; readonly isSimulated: boolean }
  | { readonly kind: 'cancelled' | 'notReady' };

/** Everything that a briefing's slides are made of, in the language of the screen. */
export async function gatherDeck(services: Services, wish: FilesWish): Promise<GatheredDeck> {
  const { briefing, scenes, language, signal, onProgress } = wish;
  const { from, to, countBy } = briefing;
  const wording = wordingOf(services, language);
  const { format } = wording;
  onProgress('figures', 0);
  const review = await askReview(services, { period: { from, to }, countBy, filter: filterOfFigures() });
  if (signal.aborted) return { kind: 'cancelled' };
  if (!review) return { kind: 'notReady' };
  const facts = listFacts(fileFacts(services, review.figures, wish));
  const taken = await takePictures(services, {
    ...wish,
    wants: ['pictures', 'exhibits'],
    onProgress: (share) => onProgress('pictures', share),
  });
  if (signal.aborted) return { kind: 'cancelled' };
  const hasTimeline = scenes.some(({ aside }) => aside === 'timeline');
  const timeline = hasTimeline ? await timelineTable(services, language) : null;
  const deck = composeDeck({
    briefing,
    clusterName: services.store.clusters.getSnapshot()[0]?.name ?? '',
    language,
    scenes: scenes.map(
      (scene): SceneParts => ({
        scene,
        figures: taken.figures.get(scene.id) ?? null,
        picture: taken.pictures.get(scene.id) ?? null,
        exhibits: taken.exhibits.get(scene.id) ?? null,
        timeline: scene.aside === 'timeline' ? timeline : null,
      }),
    ),
    footer: [facts.map(([, text]) => text).join(' · ')],
    wording,
    said: {
      continued: briefingFileWords[language].continued,
      period: briefingWords[language].period(format.date(from), format.date(review.figures.period.to)),
      untitled: briefingWords[language].untitled,
    },
  });
  return { kind: 'done', deck, isWhole: taken.isWhole, isSimulated: review.figures.simulated.now > 0 };
}
