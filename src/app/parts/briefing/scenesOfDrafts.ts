import { v7 } from 'uuid';
import type { DraftAside, SceneDraft } from '../../../analysis/briefing/sceneDraft';
import { BRIEFING_LIMITS, type BriefingId, type Scene, type SceneAside, type SceneId } from '../../../domain';
import { encodeAddress, FIRST_HOTSPOTS, FIRST_SESSION, type SessionState } from '../../../store';
import { sayDraft } from '../../wiring/briefingDrafts/sayDraft';
import type { Speech } from '../../wiring/briefingDrafts/speech';

const ASIDES: Readonly<Record<NonNullable<DraftAside>, SceneAside>> = {
  timeline: 'timeline',
  figures: 'totals',
  stretches: 'charts',
  months: 'months',
  seam: 'charts',
  comparison: 'totals',
  cover: 'none',
};

/** So many sentences can be read from afar beside charts or a table; what goes beyond is the speaker's to say. */
const MOST_LINES: Partial<Record<SceneAside, number>> = { charts: 2, totals: 3, months: 2, timeline: 1 };
const MOST_WITHOUT = 5;
/** Above charts the map has not much more than half of its usual height. */
const ABOVE_CHARTS_ZOOM = -0.6;

/** The scenes of a first briefing: each a view of the map from the same place, in words that can be changed. */
export function scenesOfDrafts(
  drafts: readonly SceneDraft[],
  {
    briefingId,
    speech,
    session,
  }: {
    readonly briefingId: BriefingId;
    readonly speech: Speech;
    /** Edition, lines and filter that the numbers are of, and where the map looks. */
    readonly session: Pick<SessionState, 'editionId' | 'scope' | 'filter' | 'camera'>;
  },
): Scene[] {
  return drafts.map((draft, i) => {
    const { title, sentences, notes } = sayDraft(draft, speech);
    const aside = draft.aside ? ASIDES[draft.aside] : 'none';
    const most = MOST_LINES[aside] ?? MOST_WITHOUT;
    const { panel, hotspots, period, compare, lines } = draft.view;
    const { camera } = session;
    const view = encodeAddress({
      ...FIRST_SESSION,
      ...session,
      camera: camera && aside === 'charts' ? { ...camera, zoom: camera.zoom + ABOVE_CHARTS_ZOOM } : camera,
      filter: period ? { ...session.filter, occurred: period } : session.filter,
      panel,
      hotspots: { ...FIRST_HOTSPOTS, ...(hotspots ? { view: hotspots } : {}), compare, profileLines: lines },
    });
    return {
      id: v7() as SceneId,
      briefingId,
      order: i + 1,
      title: title.slice(0, BRIEFING_LIMITS.title),
      text: sentences.slice(0, most).join('\n').slice(0, BRIEFING_LIMITS.text),
      notes: [...sentences.slice(most), ...notes].join('\n').slice(0, BRIEFING_LIMITS.notes),
      view,
      layers: null,
      aside,
      rev: 0,
    };
  });
}
