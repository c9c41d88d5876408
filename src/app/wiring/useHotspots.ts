import { useEffect, useMemo } from 'react';
import type { EditionInfo } from '../../analysis/openEdition';
import type { BorderLineId } from '../../domain';
import { type HotspotView, useSession } from '../../store';
import { useServices } from '../services';
import { hotspotServiceOf } from './hotspotService';
import { type HotspotResults, questionOf, wishOf } from './hotspotWish';
import { useObservable } from './useObservable';
import { useView } from './useView';

export type HotspotOutcome<V extends keyof HotspotResults> =
  | { readonly kind: 'working'; readonly share: number | null; readonly before: HotspotResults[V] | undefined }
  | { readonly kind: 'cancelled' | 'failed' }
  | { readonly kind: 'done'; readonly value: HotspotResults[V] };

/** Numbers of lines that the session names. */
function numbersOf(info: EditionInfo, ids: readonly BorderLineId[]): number[] {
  const numbers = new Map(info.lines.map(({ id }, number) => [id, number]));
  return ids.flatMap((id) => numbers.get(id) ?? []);
}

/** The wish of the view that is shown, and how far its answer is. */
export function useHotspots() {
  const services = useServices();
  const service = hotspotServiceOf(services);
  const state = useObservable(service.state);
  const settings = useSession((session) => session.hotspots);
  const occurred = useSession((session) => session.filter.occurred);
  const summary = useView('summary');
  const info = useView('info');
  const contents = summary?.timing ? summary.contents : -1;
  // The days over which anything was recorded: those of what passes the filters would make the rates of what is rare too high.
  const span = summary?.timing?.span ?? null;
  const wish = useMemo(
    () =>
      info && contents >= 0
        ? wishOf(settings, {
            contents,
            question: questionOf(occurred, span, settings.withDiscovered),
            lines: numbersOf(info, settings.profileLines),
          })
        : null,
    [settings, occurred, span, contents, info],
  );
  useEffect(() => {
    if (wish) service.ask(wish);
  }, [service, wish]);
  const shownView = useMemo(
    () => (state.answer.key === null ? null : (JSON.parse(state.answer.key) as unknown[])[0]),
    [state.answer.key],
  );

  /** What there is of a view's answer. */
  function outcomeOf<V extends keyof HotspotResults>(view: V): HotspotOutcome<V> | null {
    if (!wish || settings.view !== (view as HotspotView)) return null;
    if (state.answer.key === wish.key) return { kind: 'done', value: state.answer.value as HotspotResults[V] };
    if (state.cancelledKey === wish.key) return { kind: 'cancelled' };
    if (state.failure !== null && state.progress === undefined) return { kind: 'failed' };
    // Numbers of lines and units mean another thing in each edition.
    const isSameEdition = state.answer.editionId === info?.edition.id;
    const before = shownView === view && isSameEdition ? (state.answer.value as HotspotResults[V]) : undefined;
    return { kind: 'working', share: state.progress ?? null, before };
  }
  return { settings, service, outcomeOf, info, summary, contents: state.answer.contents };
}
