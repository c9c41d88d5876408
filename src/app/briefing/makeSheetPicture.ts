import type { ExportTier } from '../../domain';
import type { Secrecy } from '../../features/briefing/secrecy';
import type { SheetFacts } from '../../features/briefing/sheetFacts';
import { catalogues, formatters, type Language } from '../../i18n';
import { pictureWords } from '../../i18n/pictureWords';
import { PICTURE_RATIO } from '../../map/pictureMap';
import type { Camera, MapTheme } from '../../map/types';
import type { Services } from '../services';
import { mapPicturesOf } from '../wiring/mapPictures';
import { drawSheet } from './drawSheet';
import { makeSheetFacts } from './makeSheetFacts';
import { planSheet } from './planSheet';

export interface SheetPictureWish {
  /** CSS pixels of the whole picture, which has twice as many each way. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly language: Language;
  readonly theme: MapTheme;
  readonly tier: ExportTier;
  /** Left out: where the map on screen looks. */
  readonly camera?: Camera;
  /** What stands over the map; null: nothing, as on a slide with its own title; left out: what the map shows. */
  readonly title?: string | null;
  readonly secrecy?: Secrecy;
  readonly stamp?: string;
}

export interface SheetPicture {
  /** To be closed, or given away, by who takes it. */
  readonly image: ImageBitmap;
  /** False: the map was not complete when time was over. */
  readonly isWhole: boolean;
  readonly facts: SheetFacts;
}

const FONT = '"Be Vietnam Pro", "Segoe UI", sans-serif';

/**
 * The map as the session shows it, with title, legend, scale, north, sources and what must be said of it, at twice its size.
 * @returns null where no map can be drawn, or before borders and register are read
 */
export async function makeSheetPicture(services: Services, wish: SheetPictureWish): Promise<SheetPicture | null> {
  const { widthPx, heightPx, language, theme, tier, camera, title, secrecy = 'none', stamp = '' } = wish;
  const made = makeSheetFacts(services, { language, theme, tier });
  if (!made) return null;
  const facts = title ? { ...made, title } : made;
  const words = pictureWords[language];
  const canvas = new OffscreenCanvas(widthPx * PICTURE_RATIO, heightPx * PICTURE_RATIO);
  const context = canvas.getContext('2d');
  if (!context) return null;
  const sample = `${facts.title} ${facts.sources}`;
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 12px ${FONT}`, sample)));
  const plan = planSheet(facts, {
    widthPx,
    heightPx,
    hasTitle: title !== null,
    secrecy,
    stamp,
    words,
    widthOf: (text, sizePx, weight) => {
      context.font = `${weight} ${sizePx}px ${FONT}`;
      return context.measureText(text).width;
    },
  });
  const picture = await mapPicturesOf(services).take({
    widthPx: plan.map.widthPx,
    heightPx: plan.map.heightPx,
    theme,
    tier,
    words: catalogues[language].map,
    ...(camera ? { camera } : {}),
  });
  if (!picture) return null;
  context.scale(PICTURE_RATIO, PICTURE_RATIO);
  drawSheet(context, { plan, picture, widthPx, heightPx, theme, words, format: formatters[language] });
  picture.image.close();
  return { image: canvas.transferToImageBitmap(), isWhole: picture.isWhole, facts };
}
