import type { ReviewFigures } from '../../../analysis/briefing/reviewFigures';
import type { Briefing, ExportTier, Scene } from '../../../domain';
import type { DeckChart, DeckPicture } from '../../../formats/briefing/deck';
import type { Language } from '../../../i18n';
import { pictureWords } from '../../../i18n/pictureWords';
import { type SessionState, useSession } from '../../../store';
import type { ShownTable } from '../../../ui';
import { pngOf } from '../../briefing/encodePng';
import { frameChart } from '../../briefing/frameChart';
import { makeSheetFacts } from '../../briefing/makeSheetFacts';
import { makeSheetPicture } from '../../briefing/makeSheetPicture';
import { svgImage } from '../../briefing/svgFile';
import { type Office, withOffice } from '../../briefing/withOffice';
import type { Services } from '../../services';
import { exhibitsFor } from '../../wiring/exhibits';
import { mapPicturesOf } from '../../wiring/mapPictures';
import { askReview } from '../../wiring/reviewService';
import { isFigureTable } from './figureTables';
import { filterOfFigures } from './fileFacts';
import { showScene } from './sceneView';

/** Half of the pixels that a picture on a slide has each way. */
const PICTURE_PX = { widthPx: 960, heightPx: 640 };
/** So long is waited for a scene's map, each. */
const PATIENCE_MS = 20_000;
/** And so long for its charts. */
const CHARTS_MS = 10_000;
const QUIET_MS = 150;
const LOOK_MS = 50;
const NOTHING = '[]';

export interface PictureWish {
  readonly briefing: Briefing;
  readonly scenes: readonly Scene[];
  readonly language: Language;
  /** Whether single incidents may be seen. */
  readonly tier: ExportTier;
  /** What stands beside the map is in the language of the screen. */
  readonly wants: readonly ('pictures' | 'exhibits')[];
  readonly signal: AbortSignal;
  /** How many scenes are done, as a share of all. */
  readonly onProgress: (share: number) => void;
}

/** What stood beside a scene's map. */
export interface SceneExhibits {
  readonly tables: readonly ShownTable[];
  /** Those that Office can draw itself. */
  readonly charts: readonly DeckChart[];
  readonly pictures: readonly DeckPicture[];
  /** What they are of: period, filter, edition, tier, data, accuracy. */
  readonly facts: readonly (readonly [label: string, text: string])[];
}

export interface TakenPictures {
  /** By the scene's id. */
  readonly pictures: ReadonlyMap<string, DeckPicture>;
  /** Of the scenes that show a table: by their own filter and edition. */
  readonly figures: ReadonlyMap<string, ReviewFigures>;
  readonly exhibits: ReadonlyMap<string, SceneExhibits>;
  readonly isWhole: boolean;
}

/** What there is when it is given up. */
const NONE: TakenPictures = { pictures: new Map(), figures: new Map(), exhibits: new Map(), isWhole: false };

/** Takes each scene's picture, one after the other, from a map that nobody sees; the one on screen waits, and afterwards shows what it showed before. */
export async function takePictures(services: Services, wish: PictureWish): Promise<TakenPictures> {
  const { signal } = wish;
  if (signal.aborted) return NONE;
  const over = new AbortController();
  const kept: Partial<SessionState> = { ...useSession.getState() };
  // At once when it is given up: whoever closes the dialog must not find the last scene.
  const restore = (): void => {
    over.abort();
    useSession.getState().restore(kept);
    services.isMapHeld.set(false);
  };
  signal.addEventListener('abort', restore);
  services.isMapHeld.set(true);
  // What is drawn and told beside the map holds no single incident either, unless the file may.
  useSession.getState().setBriefing({ isTaken: true });
  try {
    return (await withOffice((office) => takeAll(services, { ...wish, signal: over.signal }, office), signal)) ?? NONE;
  } finally {
    // Also where the worker broke: what still goes on must not show another scene.
    over.abort();
    signal.removeEventListener('abort', restore);
    if (!signal.aborted) restore();
  }
}

async function takeAll(services: Services, wish: PictureWish, office: Office): Promise<TakenPictures> {
  const { briefing, scenes, language, tier, wants, signal, onProgress } = wish;
  const wantsPictures = wants.includes('pictures');
  const { from, to, countBy } = briefing;
  const pictures = new Map<string, DeckPicture>();
  const figures = new Map<string, ReviewFigures>();
  const exhibits = new Map<string, SceneExhibits>();
  /** Encoded while the next scene is drawn. */
  const encoding: Promise<void>[] = [];
  let isWhole = true;
  const add = (work: Promise<void>): void => {
    encoding.push(
      work.catch((error: unknown) => {
        console.error(error);
        isWhole = false;
      }),
    );
  };
  for (const [i, scene] of scenes.entries()) {
    // Only charts stand beside a map as tables of their own.
    if (!wantsPictures && scene.aside !== 'charts') continue;
    onProgress(i / scenes.length);
    const camera = showScene(scene);
    const isSettled = await mapPicturesOf(services).settled(PATIENCE_MS);
    if (signal.aborted) break;
    if (wantsPictures && isFigureTable(scene.aside)) {
      const review = await askReview(services, { period: { from, to }, countBy, filter: filterOfFigures() });
      if (review) figures.set(scene.id, review.figures);
    }
    const asked = { ...PICTURE_PX, language, theme: 'light', tier, title: null } as const;
    const made = wantsPictures ? await makeSheetPicture(services, camera ? { ...asked, camera } : asked) : null;
    if (signal.aborted) {
      made?.image.close();
      break;
    }
    isWhole &&= isSettled && (!wantsPictures || (made?.isWhole ?? false));
    if (made) {
      const { image, facts } = made;
      const about = { widthPx: image.width, heightPx: image.height, alt: facts.title, caption: facts.subtitle };
      add(pngOf(office, image).then((png) => void pictures.set(scene.id, { png, ...about })));
    }
    // Where the answer did not come in time, the charts may be those of the scene before.
    if (wants.includes('exhibits') && isSettled && hasCharts(scene)) {
      await exhibitsShown(services);
      const taken = await takeExhibits(services, { language, tier, wants, office });
      add(taken().then((whole) => void exhibits.set(scene.id, whole)));
    }
    if (signal.aborted) break;
  }
  await Promise.all(encoding);
  return { pictures, figures, exhibits, isWhole };
}

/** Whether charts stand beside a scene's map. */
const hasCharts = ({ aside }: Scene): boolean =>
  aside === 'charts' && useSession.getState().briefing.scenePanel === 'hotspots';

/** Charts come after the map's answer, the first of them with their code: waits until nothing of them has changed for a while. */
async function exhibitsShown({ exhibits }: Services): Promise<void> {
  const look = (): string =>
    JSON.stringify(exhibits.now().map((exhibit) => (exhibit.kind === 'table' ? exhibit.table : exhibit.chart.title)));
  const start = performance.now();
  let [seen, since] = [look(), start];
  while (performance.now() - start < CHARTS_MS && (seen === NOTHING || performance.now() - since < QUIET_MS)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = look();
    if (now !== seen) since = performance.now();
    seen = now;
  }
}

/** What stands beside the map now, as far as it may leave; its pictures are drawn now and come when they are encoded. */
async function takeExhibits(
  services: Services,
  { language, tier, wants, office }: Pick<PictureWish, 'language' | 'tier' | 'wants'> & { readonly office: Office },
): Promise<() => Promise<SceneExhibits>> {
  const facts = makeSheetFacts(services, { language, theme: 'light', tier });
  const { tables, charts } = exhibitsFor(services.exhibits.now(), tier);
  const told = facts?.statements.map(({ label, text }) => [label, text] as const) ?? [];
  const pictures: Promise<DeckPicture>[] = [];
  for (const chart of charts) {
    if (chart.native || !wants.includes('pictures')) continue;
    // A chart that is taken away meanwhile is never drawn.
    const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), CHARTS_MS));
    const svg = await Promise.race([frameChart(chart, { words: pictureWords[language], facts: null }), tooLate]);
    if (!svg) continue;
    const picture = pictureOf(svg, chart.title, office);
    // Told where all are waited for.
    picture.catch(() => undefined);
    pictures.push(picture);
  }
  return async () => ({
    tables,
    charts: charts.flatMap(({ native }) => native ?? []),
    pictures: await Promise.all(pictures),
    facts: facts ? [[facts.title, facts.subtitle], ...told] : [],
  });
}

async function pictureOf(svg: SVGSVGElement, alt: string, office: Office): Promise<DeckPicture> {
  const image = await svgImage(svg);
  const { width: widthPx, height: heightPx } = image;
  return { png: await pngOf(office, image), widthPx, heightPx, alt, caption: '' };
}
