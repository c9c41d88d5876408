import type { Language } from '../../i18n';
import { exportWords } from '../../i18n/exportWords';
import { pictureWords } from '../../i18n/pictureWords';
import type { MapTheme } from '../../map/types';
import { clearPassing, showToast } from '../../ui';
import type { Services } from '../services';
import { saveBlob } from '../wiring/saveBlob';
import type { ChartPicture } from './chartPicture';
import { encodePng } from './encodePng';
import { frameChart } from './frameChart';
import { makeSheetFacts } from './makeSheetFacts';
import { makeSheetPicture } from './makeSheetPicture';
import { svgImage, svgText } from './svgFile';

const PNG = 'image/png';
/** Why there is no picture is for whoever mends it. */
const noted = (error: unknown): null => {
  console.error(error);
  return null;
};
/** As large as the map on screen, but large enough for legend and statement. */
const LEAST = { widthPx: 1100, heightPx: 700 };

/** A name that tells what, for whom, when, and whether incidents are simulated. */
function nameOf({ border, today }: Services, language: Language, id: ChartPicture['id'] | 'map'): string {
  const words = pictureWords[language];
  const { tierFile, simulatedSuffix } = exportWords[language];
  const isSimulated = (border.view.getSnapshot().summary?.shownSimulated ?? 0) > 0;
  return `${words.fileName(words.fileNames[id], tierFile.internal, today)}${isSimulated ? simulatedSuffix : ''}`;
}

/** Saves the map as the session shows it, with title, legend, scale and sources; says what came of it. */
export async function saveMapPicture(
  services: Services,
  { language, theme }: { readonly language: Language; readonly theme: MapTheme },
): Promise<void> {
  const { toasts, shownMap } = services;
  const words = pictureWords[language];
  showToast(toasts, { title: words.saving });
  const view = shownMap.getSnapshot()?.view();
  const made = await makeSheetPicture(services, {
    widthPx: Math.max(LEAST.widthPx, view?.widthPx ?? 0),
    heightPx: Math.max(LEAST.heightPx, view?.heightPx ?? 0),
    language,
    theme,
    tier: 'internal',
  });
  const png = made && (await encodePng(made.image).catch(noted));
  clearPassing(toasts);
  if (!png) {
    showToast(toasts, { tone: 'error', title: words.failed, detail: words.failedRemedy });
    return;
  }
  const name = `${nameOf(services, language, 'map')}.png`;
  saveBlob(new Blob([png], { type: PNG }), name);
  showToast(toasts, { title: made.isWhole ? words.saved(name) : words.savedUnfinished(name) });
}

export interface ChartFileWish {
  readonly language: Language;
  readonly chart: ChartPicture;
  readonly format: 'svg' | 'png';
}

/** Saves a chart that says itself what it is; says what came of it. */
export async function saveChartPicture(services: Services, { language, chart, format }: ChartFileWish): Promise<void> {
  const { toasts } = services;
  const words = pictureWords[language];
  try {
    const facts = makeSheetFacts(services, { language, theme: 'light', tier: 'internal' });
    const svg = await frameChart(chart, { words, facts });
    if (!svg) throw new Error('the chart is not drawn');
    const name = `${nameOf(services, language, chart.id)}.${format}`;
    const png = format === 'png' && (await encodePng(await svgImage(svg)));
    saveBlob(png ? new Blob([png], { type: PNG }) : new Blob([svgText(svg)], { type: 'image/svg+xml' }), name);
    showToast(toasts, { title: words.saved(name) });
  } catch (error) {
    console.error(error);
    showToast(toasts, { tone: 'error', title: words.failed, detail: words.chartFailedRemedy });
  }
}
