import type { DeckTable } from '../../../formats/briefing/deck';
import type { Language } from '../../../i18n';
import { briefingDraftWords } from '../../../i18n/briefingDraftWords';
import type { Services } from '../../services';
import { sayEvent } from '../../wiring/briefingDrafts/sayCluster';
import { readTimeline } from '../../wiring/readTimeline';
import { wordingOf } from './fileFacts';

/** The cluster's events in their order, one a row. */
export async function timelineTable(services: Services, language: Language): Promise<DeckTable> {
  const { words, format, categoryName } = wordingOf(services, language);
  const events = await readTimeline(services);
  return {
    caption: words.timeline,
    columns: [{ heading: words.timeline, align: 'left' }],
    rows: events.map((event) => [sayEvent(event, { words: briefingDraftWords[language], format, categoryName })]),
  };
}
