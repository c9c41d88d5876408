import { useEffect, useMemo, useState } from 'react';
import { DETOUR_FACTOR } from '../../../analysis/patrols/straightPlanWays';
import { DEFAULT_SPEEDS } from '../../../analysis/routing/defaultSpeeds';
import type { Degrees, Layer, Place } from '../../../domain';
import { textOf } from '../../../formats/heldText';
import { useSession } from '../../../store';
import type { WaysAsk } from '../../../workers/groundTasks';
import { useServices } from '../../services';
import { useObservable } from '../../wiring/useObservable';

/** By what plans get about at present. */
export interface ChosenWays {
  /** Null: straight lines. */
  readonly roads: Layer | null;
  readonly networks: readonly Layer[];
  readonly barriers: readonly Layer[];
  readonly crossings: readonly Place[];
  /** Null while what it takes is being read. */
  readonly ask: WaysAsk | null;
}

type Lines = readonly (readonly Degrees[])[];

/** The lines of a GeoJSON. */
function linesOf(geojson: string): Lines {
  const { features } = JSON.parse(geojson) as {
    readonly features: readonly {
      readonly geometry:
        | { readonly type: 'LineString'; readonly coordinates: readonly Degrees[] }
        | { readonly type: 'MultiLineString'; readonly coordinates: Lines }
        | null;
    }[];
  };
  return features.flatMap(({ geometry }) =>
    geometry?.type === 'LineString' ? [geometry.coordinates] : (geometry?.coordinates ?? []),
  );
}

/** The lines of all layers that are barriers, read once each; null while one is being read. */
function useBarrierLines(layers: readonly Layer[]): Lines | null {
  const { store } = useServices();
  const [known, setKnown] = useState<ReadonlyMap<string, Lines>>(new Map());
  const wanted = layers.map(({ contentId }) => contentId).join(' ');
  useEffect(() => {
    let isCurrent = true;
    const ids = wanted === '' ? [] : wanted.split(' ');
    const readLines = async (id: string): Promise<readonly [string, Lines] | null> => {
      const row = await store.readLayerContent(id);
      return row ? [id, linesOf(await textOf(row.geojson))] : null;
    };
    void Promise.all(ids.map(readLines)).then((read) => {
      if (isCurrent) setKnown(new Map(read.filter((row) => row !== null)));
    });
    return () => {
      isCurrent = false;
    };
  }, [store, wanted]);
  return useMemo(() => {
    const ids = wanted === '' ? [] : wanted.split(' ');
    return ids.every((id) => known.has(id)) ? ids.flatMap((id) => known.get(id) ?? []) : null;
  }, [wanted, known]);
}

export function useWays(): ChosenWays {
  const { store } = useServices();
  const chosen = useSession((session) => session.patrols.ways);
  const planId = useSession((session) => session.patrols.planId);
  const plans = useObservable(store.patrolPlans);
  const layers = useObservable(store.layers);
  const places = useObservable(store.places);
  const networks = useMemo(() => layers.filter(({ roads }) => roads), [layers]);
  const barriers = useMemo(() => layers.filter(({ isBarrier }) => isBarrier), [layers]);
  const crossings = useMemo(() => places.filter(({ isCrossing }) => isCrossing), [places]);
  // A plan is shown by the ways that it was made by, unless its user chooses others.
  const plan = planId === 'new' ? undefined : (plans.find(({ id }) => id === planId) ?? plans.at(-1));
  const own = plan ? (networks.find(({ id }) => id === plan.roadsId) ?? null) : (networks.at(-1) ?? null);
  const roads =
    chosen === 'straight' ? null : chosen === null ? own : (networks.find(({ id }) => id === chosen) ?? own);
  const lines = useBarrierLines(barriers);
  const ask = useMemo((): WaysAsk | null => {
    if (roads) return { kind: 'roads', contentId: roads.contentId, speeds: roads.roads?.speeds ?? DEFAULT_SPEEDS };
    if (!lines) return null;
    return {
      kind: 'straight',
      detourFactor: DETOUR_FACTOR,
      barriers: lines,
      crossings: crossings.map(({ lng, lat }) => [lng, lat]),
    };
  }, [roads, lines, crossings]);
  return useMemo(() => ({ roads, networks, barriers, crossings, ask }), [roads, networks, barriers, crossings, ask]);
}
