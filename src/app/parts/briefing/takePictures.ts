import type { ReviewFigures } from '../../../analysis/briefing/reviewFigures';
import type { Briefing, ExportTier, Scene } from '../../../domain';
import type { DeckPicture } from '../../../formats/briefing/deck';
import type { Language } from '../../../i18n';
import { type SessionState, useSession } from '../../../store';
import { makeSheetPicture } from '../../briefing/makeSheetPicture';
import type { Services } from '../../services';
import { mapPicturesOf } from '../../wiring/mapPictures';
import { askReview } from '../../wiring/reviewService';
import { isFigureTable } from './figureTables';
import { filterOfFigures } from './fileFacts';
import { showScene } from './sceneView';

/** Half of the pixels that a picture on a slide has each way. */
const PICTURE_PX = { widthPx: 960, heightPx: 640 };
/** So long is waited for a scene's map, each. */
const PATIENCE_MS = 20_000;

export interface PictureWish {
  readonly briefing: Briefing;
  readonly scenes: readonly Scene[];
  readonly language: Language;
  /** Whether single incidents may be seen. */
  readonly tier: ExportTier;
  readonly signal: AbortSignal;
  /** How many scenes are done, as a share of all. */
  readonly onProgress: (share: number) => void;
}

export interface TakenPictures {
  /** By the scene's id. */
  readonly pictures: ReadonlyMap<string, DeckPicture>;
  /** Of the scenes that show a table: by their own filter and edition. */
  readonly figures: ReadonlyMap<string, ReviewFigures>;
  readonly isWhole: boolean;
}

/** Takes each scene's picture from the live map, one after the other; afterwards the screen shows what it showed before. */
export async function takePictures(
  services: Services,
  { briefing, scenes, language, tier, signal, onProgress }: PictureWish,
): Promise<TakenPictures> {
  const kept: Partial<SessionState> = { ...useSession.getState() };
  const { from, to, countBy } = briefing;
  const pictures = new Map<string, DeckPicture>();
  const figures = new Map<string, ReviewFigures>();
  let isWhole = true;
  // At once when it is given up: whoever closes the dialog must not find the last scene.
  const restore = (): void => useSession.getState().restore(kept);
  signal.addEventListener('abort', restore);
  try {
    for (const [i, scene] of scenes.entries()) {
      if (signal.aborted) break;
      onProgress(i / scenes.length);
      const camera = showScene(scene);
      const isSettled = await mapPicturesOf(services).settled(PATIENCE_MS);
      if (signal.aborted) break;
      if (isFigureTable(scene.aside)) {
        const review = await askReview(services, { period: { from, to }, countBy, filter: filterOfFigures() });
        if (review) figures.set(scene.id, review.figures);
      }
      const made = await makeSheetPicture(services, {
        ...PICTURE_PX,
        language,
        theme: 'light',
        tier,
        title: null,
        ...(camera ? { camera } : {}),
      });
      if (!made) {
        isWhole = false;
        continue;
      }
      isWhole &&= isSettled && made.isWhole;
      pictures.set(scene.id, {
        png: new Uint8Array(await made.png.arrayBuffer()),
        widthPx: 2 * PICTURE_PX.widthPx,
        heightPx: 2 * PICTURE_PX.heightPx,
        alt: made.facts.title,
        caption: made.facts.subtitle,
      });
    }
  } finally {
    signal.removeEventListener('abort', restore);
    if (!signal.aborted) restore();
  }
  return { pictures, figures, isWhole };
}
