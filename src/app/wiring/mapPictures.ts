import type { ExportTier } from '../../domain';
import { fitCamera } from '../../map/fitCamera';
import { type MapPicture, PICTURE_RATIO, PictureMap } from '../../map/pictureMap';
import type { Camera, MapContent, MapTheme, MapWords } from '../../map/types';
import { useSession } from '../../store';
import type { Services } from '../services';
import { contentFor } from './contentFor';
import { hotspotServiceOf } from './hotspotService';
import type { ShownMap } from './shownMap';

export interface PictureWish {
  /** CSS pixels; the picture has twice as many each way. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of a map as large as the one on screen; left out: where that looks now. All that is seen there is in the picture. */
  readonly camera?: Camera;
  readonly theme: MapTheme;
  /** For whom: see `contentFor`. */
  readonly tier: ExportTier;
  readonly words: MapWords;
}

export interface ShownPicture extends Pick<MapPicture, 'image' | 'isWhole'> {
  readonly camera: Camera;
  /** What the halves of a compared map are called; null: it is one map. */
  readonly halves: readonly [left: string, right: string] | null;
  /** Width of one map: half of the picture where two stand side by side. */
  readonly mapWidthPx: number;
}

export interface MapPictures {
  /**
   * The map as the session shows it. Of several wishes each waits for the one before.
   * @returns null where no map can be drawn
   */
  readonly take: (wish: PictureWish) => Promise<ShownPicture | null>;
  /**
   * After the session was changed: resolves when the screen shows the answer to it, counts, marks and hotspots, or with
   * false when that takes longer than `patienceMs`.
   */
  readonly settled: (patienceMs?: number) => Promise<boolean>;
}

/** A hidden map that nobody has needed for so long is ended. */
const KEEP_MS = 30_000;
/** Panels answer a change of the session within a few frames. */
const QUIET_MS = 250;
const LOOK_MS = 50;
const PATIENCE_MS = 60_000;

const kept = new WeakMap<Services, MapPictures>();

/** The one maker of pictures of a page. */
export function mapPicturesOf(services: Services): MapPictures {
  const known = kept.get(services);
  if (known) return known;
  const made = makePictures(services);
  kept.set(services, made);
  return made;
}

function makePictures(services: Services): MapPictures {
  const { border, shownMap } = services;
  let map: PictureMap | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let ending = 0;

  const drop = (): void => {
    map?.end();
    map = null;
  };

  async function takeOne(shown: ShownMap, wish: PictureWish, size: { widthPx: number; heightPx: number }) {
    const seen = shown.view();
    const camera = wish.camera ?? seen;
    if (!seen || !camera) return null;
    const request = {
      ...size,
      theme: wish.theme,
      words: wish.words,
      visibleLayers: shown.visibleLayers,
      zoneBands: shown.zoneBands ?? null,
      selection: wish.tier === 'internal' ? useSession.getState().selection : null,
      camera: fitCamera(camera, seen, size),
      contentOf: async (view: Parameters<typeof border.marksIn>[0]): Promise<MapContent> => {
        const marks = shown.content.marks && (await border.marksIn(view));
        return contentFor(wish.tier, { ...shown.content, marks });
      },
    };
    if (map?.isLost) drop();
    map ??= new PictureMap(request);
    return map.take(request);
  }

  async function take(wish: PictureWish): Promise<ShownPicture | null> {
    const shown = shownMap.getSnapshot();
    if (!shown) return null;
    const { widthPx, heightPx } = wish;
    const { comparison } = shown;
    const isCompared = comparison !== null && wish.tier !== 'public';
    const mapWidthPx = isCompared && comparison.mode === 'side' ? Math.floor(widthPx / 2) : widthPx;
    const size = { widthPx: mapWidthPx, heightPx };
    const right = await takeOne(shown, wish, size);
    if (!right) return null;
    const { lng, lat, zoom, bearing } = right.view;
    const common = { camera: { lng, lat, zoom, bearing }, mapWidthPx };
    if (!isCompared) return { ...common, image: right.image, isWhole: right.isWhole, halves: null };
    const { heat, hasMarks, leftTitle, rightTitle } = comparison;
    const content = { ...shown.content, heat, ...(hasMarks ? {} : { marks: null, pins: null }) };
    const left = await takeOne({ ...shown, content }, wish, size);
    if (!left) return null;
    const image = joinHalves([left.image, right.image], { widthPx, heightPx, isSwipe: comparison.mode === 'swipe' });
    return { ...common, image, isWhole: left.isWhole && right.isWhole, halves: [leftTitle, rightTitle] };
  }

  return {
    take: (wish) => {
      window.clearTimeout(ending);
      const next = last
        .then(() => take(wish))
        .catch((error: unknown) => {
          console.error(error);
          drop();
          return null;
        });
      last = next.finally(() => {
        window.clearTimeout(ending);
        ending = window.setTimeout(drop, KEEP_MS);
      });
      return next;
    },
    settled: async (patienceMs = PATIENCE_MS) => {
      const hotspots = hotspotServiceOf(services).state;
      const isStill = (): boolean => border.isSettled() && hotspots.getSnapshot().progress === undefined;
      const start = performance.now();
      let shown = shownMap.getSnapshot();
      let since = start;
      while (performance.now() - start < patienceMs) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        const now = shownMap.getSnapshot();
        if (!isStill() || now !== shown) since = performance.now();
        shown = now;
        if (performance.now() - since >= QUIET_MS) return true;
      }
      return false;
    },
  };
}

/** The left and the right half of a compared map as one picture, parted by a line. */
function joinHalves(
  [left, right]: readonly [ImageBitmap, ImageBitmap],
  { widthPx, heightPx, isSwipe }: { readonly widthPx: number; readonly heightPx: number; readonly isSwipe: boolean },
): ImageBitmap {
  const [width, height] = [widthPx * PICTURE_RATIO, heightPx * PICTURE_RATIO];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  const middle = Math.round(width / 2);
  context.drawImage(right, isSwipe ? 0 : width - right.width, 0);
  context.drawImage(left, 0, 0, middle, left.height, 0, 0, middle, left.height);
  context.fillStyle = '#17211f';
  context.fillRect(middle - PICTURE_RATIO, 0, 2 * PICTURE_RATIO, height);
  left.close();
  right.close();
  return canvas.transferToImageBitmap();
}
