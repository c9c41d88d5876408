import { patrolsMade } from '../../analysis/briefing/patrolsMade';
import type { Days } from '../../analysis/briefing/periodBefore';
import type { ReviewFigures } from '../../analysis/briefing/reviewFigures';
import type { EditionInfo } from '../../analysis/openEdition';
import type { CountBy } from '../../domain';
import type { SessionFilter } from '../../store';
import type { EditionText } from '../../workers/unitFinder';
import type { Services } from '../services';
import { toEngineFilter } from './borderView';
import { keepKnown } from './keepKnown';
import { EDITIONS, readReferenceFile } from './referenceFiles';

type Needed = Pick<Services, 'store' | 'border' | 'today'>;

export interface ReviewAsk {
  readonly period: Days;
  readonly countBy: CountBy;
  /** Its days do not count: the period does. Empty: all incidents. */
  readonly filter: SessionFilter;
}

/** Figures with the edition whose lines they name. */
export interface Review {
  readonly figures: ReviewFigures;
  readonly info: EditionInfo;
}

/** The edition that is shown may change under a question: so often it is asked anew. */
const MOST_TRIES = 3;

/** The editions as the engine takes them: without text where it has them already. */
export function readEditions({ store, border }: Pick<Needed, 'store' | 'border'>): Promise<EditionText[]> {
  return Promise.all(
    EDITIONS.map(async ({ id, file }) => {
      const isKnown = await border.worker.api.border.knowsUnits(id);
      return { id, text: isKnown ? '' : await readReferenceFile(store, file) };
    }),
  );
}

/**
 * The figures of a period, from what the register and the engine hold now.
 * @returns null while the register is still being read
 */
export async function askReview(of: Needed, { period, countBy, filter }: ReviewAsk): Promise<Review | null> {
  const { store, border, today } = of;
  const engine = border.worker.api.border;
  const editions = await readEditions(of);
  const members = store.members.getSnapshot();
  const patrols = patrolsMade({
    visits: store.patrolVisits.getSnapshot(),
    teams: store.teams.getSnapshot(),
    posts: store.posts.getSnapshot(),
    members,
  });
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const { info, summary, reading } = border.view.getSnapshot();
    if (!info || !summary || reading !== null) return null;
    const layers = store.layers.getSnapshot();
    const figures = await engine.reviewFigures({
      period,
      today,
      countBy,
      members,
      activities: store.activities.getSnapshot(),
      patrols,
      editions,
      filter: toEngineFilter(keepKnown(filter, info, layers), layers, info),
    });
    // Lines are filtered by their numbers, which mean another thing in each edition.
    if (figures?.editionId === info.edition.id) return { figures, info };
  }
  return null;
}
