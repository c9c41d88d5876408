import { useMemo } from 'react';
import { scenesOf } from '../../../commands';
import type { Briefing, Scene } from '../../../domain';
import { useSession } from '../../../store';
import { useServices } from '../../services';
import { useObservable } from '../../wiring/useObservable';

export interface BriefingRecords {
  readonly briefings: readonly Briefing[];
  /** Of all briefings. */
  readonly scenes: readonly Scene[];
  /** The one that is open; null where there is none. */
  readonly chosen: Briefing | null;
  /** Its scenes in their order. */
  readonly own: readonly Scene[];
  /** The scene that is shown; null: none of this briefing. */
  readonly scene: Scene | null;
}

/** What the register knows of briefings, and which of them is looked at. */
export function useBriefings(): BriefingRecords {
  const { store } = useServices();
  const briefings = useObservable(store.briefings);
  const scenes = useObservable(store.scenes);
  const wanted = useSession((session) => session.briefing.briefingId);
  const sceneId = useSession((session) => session.briefing.sceneId);
  return useMemo(() => {
    const chosen = briefings.find(({ id }) => id === wanted) ?? briefings.at(-1) ?? null;
    const own = chosen ? scenesOf(scenes, chosen.id) : [];
    return { briefings, scenes, chosen, own, scene: own.find(({ id }) => id === sceneId) ?? null };
  }, [briefings, scenes, wanted, sceneId]);
}
