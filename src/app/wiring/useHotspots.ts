import { useDeferredValue, useEffect, useMemo } from 'react';
import type { EditionInfo } from '../../analysis/openEdition';
import type { BorderLineId } from '../../domain';
import { type HotspotSettings, type HotspotView, type SessionFilter, useSession } from '../../store';
import type { QuerySummary } from '../../workers/borderAnswers';
import { useServices } from '../services';
import { type HotspotService, hotspotServiceOf } from './hotspotService';
import { type HotspotResults, questionOf, wishOf } from './hotspotWish';
import { linesThatPass } from './placeFilters';
import { useObservable } from './useObservable';
import { useView } from './useView';

export type HotspotOutcome<V extends keyof HotspotResults> =
  | {
      readonly kind: 'working';
      readonly share: number | null;
      readonly before: HotspotResults[V] | undefined;
      readonly info: EditionInfo | null;
    }
  | { readonly kind: 'cancelled' | 'failed' }
  | { readonly kind: 'done'; readonly value: HotspotResults[V]; readonly info: EditionInfo | null };

/** Numbers of lines that the session names. */
function numbersOf(info: EditionInfo, ids: readonly BorderLineId[]): number[] {
  const numbers = new Map(info.lines.map(({ id }, number) => [id, number]));
  return ids.flatMap((id) => numbers.get(id) ?? []);
}

/** How far the hotspots are that are looked at. */
export interface Hotspots {
  readonly settings: HotspotSettings;
  readonly service: HotspotService;
  readonly info: EditionInfo | null;
  readonly summary: QuerySummary | null;
  /** What the summary is filtered by, or a moment later will be. */
  readonly filter: SessionFilter;
  /** The register that the results rest on: slots are places in it. */
  readonly register: number;
  /** What there is of a view's answer; null where another view is looked at. */
  readonly outcomeOf: <V extends keyof HotspotResults>(view: V) => HotspotOutcome<V> | null;
}

/**
 * The wish of the view that is shown, and how far its answer is; the same object until something of it changes. All of it may be a moment behind,
 * all together: to draw another view takes longer than a page may stand still.
 */
export function useHotspots(): Hotspots {
  const services = useServices();
  const service = hotspotServiceOf(services);
  const { today } = services;
  const state = useDeferredValue(useObservable(service.state));
  const settings = useDeferredValue(useSession((session) => session.hotspots));
  const filter = useDeferredValue(useSession((session) => session.filter));
  const { occurred } = filter;
  const summary = useDeferredValue(useView('summary'));
  const info = useDeferredValue(useView('info'));
  const contents = summary?.timing ? summary.contents : -1;
  // The days over which anything was recorded: those of what passes the filters would make the rates of what is rare too high.
  const span = summary?.timing?.span ?? null;
  const wish = useMemo(
    () =>
      info && contents >= 0
        ? wishOf(settings, {
            contents,
            question: questionOf(occurred, span, { withDiscovered: settings.withDiscovered, today }),
            passing: linesThatPass(filter, info),
            lines: numbersOf(info, settings.profileLines),
          })
        : null,
    [settings, occurred, filter, span, contents, info, today],
  );
  useEffect(() => {
    if (wish) service.ask(wish);
  }, [service, wish]);
  const shownView = useMemo(
    () => (state.answer.key === null ? null : (JSON.parse(state.answer.key) as unknown[])[0]),
    [state.answer.key],
  );

  return useMemo((): Hotspots => {
    const { key, value, info: infoThen, register } = state.answer;
    function outcomeOf<V extends keyof HotspotResults>(view: V): HotspotOutcome<V> | null {
      if (!wish || settings.view !== (view as HotspotView)) return null;
      if (key === wish.key) return { kind: 'done', value: value as HotspotResults[V], info: infoThen };
      if (state.cancelledKey === wish.key) return { kind: 'cancelled' };
      if (state.failure !== null && state.progress === undefined) return { kind: 'failed' };
      // Numbers of lines and units mean another thing in each edition.
      const before = shownView === view && infoThen === info ? (value as HotspotResults[V]) : undefined;
      return { kind: 'working', share: state.progress ?? null, before, info: infoThen };
    }
    return { settings, service, outcomeOf, info, summary, filter, register };
  }, [state, wish, settings, service, info, summary, filter, shownView]);
}
