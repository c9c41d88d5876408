import type { ReportForm, Scene } from '../../../domain';
import type { DeckPicture } from '../../../formats/briefing/deck';
import type { OfficialReport, ReportPicture } from '../../../formats/briefing/officialReport';
import { reviewReport } from '../../../i18n/vi/reviewReport';
import type { Services } from '../../services';
import { prepareBriefing } from '../../wiring/prepareBriefing';
import { composeReport } from './composeReport';
import { fileFacts, filterOfFigures, wordingOf } from './fileFacts';
import type { FilesWish } from './filesWish';
import { takePictures } from './takePictures';

export type GatheredReport =
  | { readonly kind: 'done'; readonly report: OfficialReport; readonly isWhole: boolean }
  | { readonly kind: 'cancelled' | 'notReady' }
  | { readonly kind: 'failed'; readonly detail: string };

/** Everything a review report is made of, in Vietnamese: numbers and hot stretches anew, and the maps of the scenes. */
export async function gatherReport(services: Services, form: ReportForm, wish: FilesWish): Promise<GatheredReport> {
  const { briefing, scenes, tier, signal, onProgress } = wish;
  const { from, to, countBy } = briefing;
  const prepared = await prepareBriefing(
    services,
    { period: { from, to }, countBy, filter: filterOfFigures() },
    { signal, onProgress: (_step, share) => onProgress('figures', share) },
  );
  if (prepared.kind !== 'done') return prepared;
  const taken = await takePictures(services, {
    ...wish,
    language: 'vi',
    // Tables and hot stretches of the report are its own.
    wants: ['pictures'],
    onProgress: (share) => onProgress('pictures', share),
  });
  if (signal.aborted) return { kind: 'cancelled' };
  const pictures = reportPictures(scenes, taken.pictures);
  const [cluster] = services.store.clusters.getSnapshot();
  const { figures, drafts, leftOut } = prepared;
  const report = composeReport({
    form,
    cluster: { name: cluster?.name ?? '', agreedOn: cluster?.agreedOn ?? null },
    figures,
    drafts,
    leftOut,
    pictures,
    facts: fileFacts(services, figures, { language: 'vi', tier }),
    wording: wordingOf(services, 'vi'),
  });
  return { kind: 'done', report, isWhole: taken.isWhole };
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** The maps of the scenes in their order, each map once with all that it is of. */
function reportPictures(scenes: readonly Scene[], taken: ReadonlyMap<string, DeckPicture>): ReportPicture[] {
  const maps: { readonly picture: DeckPicture; readonly titles: string[] }[] = [];
  for (const { id, title } of scenes) {
    const picture = taken.get(id);
    if (!picture) continue;
    const known = maps.find((map) => isSame(map.picture.png, picture.png));
    if (known) known.titles.push(title || picture.alt);
    else maps.push({ picture, titles: [title || picture.alt] });
  }
  return maps.map(({ picture: { png, widthPx, heightPx, alt, caption }, titles }) => ({
    kind: 'picture',
    png,
    widthPx,
    heightPx,
    altText: alt,
    caption: reviewReport.picture(titles, caption),
  }));
}
