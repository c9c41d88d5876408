import { type ReactNode, type RefObject, startTransition, useEffect, useState } from 'react';
import { ALPHA } from '../../../analysis/hotspots/alpha';
import type { RepeatPair } from '../../../analysis/hotspots/makeRepeats';
import type { Incident } from '../../../domain';
import { useFormat, useTerms } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { useSession } from '../../../store';
import { Button, SimpleTable } from '../../../ui';
import { useServices } from '../../services';
import type { HotspotOutcome } from '../../wiring/useHotspots';
import { useShowsSingles } from '../../wiring/useShowsSingles';
import { shownOf } from './shownOf';
import { useP } from './useP';

export interface RepeatViewProps {
  readonly outcome: HotspotOutcome<'repeats'>;
  readonly mapRef: RefObject<MapHandle | null>;
  /** Of the engine's answer that the pairs are of. */
  readonly register: number;
}

/** Observed over expected pairs by bands of distance and time, and which incidents the near pairs are. */
export function RepeatView({ outcome, mapRef, register }: RepeatViewProps) {
  const { border, store } = useServices();
  const words = useWords(hotspotWords);
  const format = useFormat();
  const terms = useTerms();
  const sayP = useP();
  const repeats = shownOf(outcome)?.value;
  const [known, setKnown] = useState<ReadonlyMap<number, Incident>>(new Map());
  const showsSingles = useShowsSingles();
  const shownPairs = repeats?.pairs;
  useEffect(() => {
    if (!shownPairs) return undefined;
    let isWanted = true;
    const slots = [...new Set(shownPairs.flatMap(({ first, second }) => [first, second]))];
    void border.worker.api.border
      .idsAt(register, Uint32Array.from(slots))
      .then((ids) => store.getIncidents(ids as never))
      .then((incidents) => {
        if (!isWanted) return;
        const next = new Map(incidents.flatMap((one, k) => (one ? [[slots[k]!, one] as const] : [])));
        startTransition(() => setKnown(next));
      });
    return () => {
      isWanted = false;
    };
  }, [shownPairs, register, border, store]);
  if (!repeats) return null;
  const { table, distanceEdgesM, timeEdgesDays, pairs, pairCount } = repeats;
  const distanceName = (band: number): string =>
    band === 0
      ? words.samePlace
      : words.between(format.metres(distanceEdgesM[band - 1]!), format.metres(distanceEdgesM[band]!));
  const timeName = (band: number): string =>
    `${words.between(format.count(band === 0 ? 0 : timeEdgesDays[band - 1]!), format.count(timeEdgesDays[band]!))} ${words.daysUnit}`;
  const cellOf = (band: number, time: number) => band * table.timeBands + time;
  const textOf = (band: number, time: number): string => {
    const at = cellOf(band, time);
    const range = repeats.spread?.[at];
    const moves = range ? `; ${words.ratioRange(format.decimal(range.low, 1), format.decimal(range.high, 1))}` : '';
    return `${format.count(table.observed[at]!)} / ${format.decimal(table.expected[at]!, 1)} (${words.pEquals(sayP(table.p[at]!))}${moves})`;
  };
  const show = async ({ first, second }: RepeatPair): Promise<void> => {
    const ids = await border.worker.api.border.idsAt(register, Uint32Array.of(first, second));
    const incidents = await store.getIncidents(ids as never);
    const places = incidents.flatMap((incident) =>
      incident && incident.lng !== null && incident.lat !== null ? [[incident.lng, incident.lat] as const] : [],
    );
    if (places.length === 0) return;
    const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)];
    mapRef.current?.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], {
      paddingPx: 96,
      maxZoom: 16,
    });
    if (ids[1]) useSession.getState().setHover({ type: 'incident', id: ids[1] as never });
  };
  const nameOf = (slot: number): string => {
    const incident = known.get(slot);
    return incident ? `${format.dateTime(incident.occurred.from)}, ${terms.name(incident.category)}` : '';
  };
  const named = (slot: number): ReactNode => {
    const incident = known.get(slot);
    return incident ? (
      <Button variant="quiet" onPress={() => useSession.getState().select({ type: 'incident', id: incident.id })}>
        {nameOf(slot)}
      </Button>
    ) : null;
  };
  return (
    <div className="gr-RepeatView">
      <SimpleTable
        caption={words.repeatTable}
        rowKey={String}
        rows={distanceEdgesM.map((_, band) => band)}
        columns={[
          { id: 'distance', title: words.distance, isRowHeader: true, text: distanceName },
          ...timeEdgesDays.map((_, time) => ({
            id: String(time),
            title: timeName(time),
            align: 'end' as const,
            text: (band: number) => textOf(band, time),
            cell: (band: number) =>
              table.pAdjusted[cellOf(band, time)]! <= ALPHA ? (
                <strong>{textOf(band, time)}</strong>
              ) : (
                textOf(band, time)
              ),
          })),
        ]}
      />
      {pairs.length > 0 && showsSingles && (
        <div>
          <SimpleTable
            caption={words.pairs}
            rowKey={({ first, second }) => `${first}-${second}`}
            rows={pairs}
            columns={[
              {
                id: 'first',
                title: words.firstIncident,
                isRowHeader: true,
                text: ({ first }) => nameOf(first),
                cell: ({ first }) => named(first),
              },
              {
                id: 'second',
                title: words.secondIncident,
                text: ({ second }) => nameOf(second),
                cell: ({ second }) => named(second),
              },
              {
                id: 'distance',
                title: words.distance,
                text: ({ distanceM, days }) =>
                  `${format.distance(distanceM)}, ${format.decimal(days, 1)} ${words.daysUnit}`,
              },
              {
                id: 'show',
                title: words.showPair,
                text: () => '',
                cell: (pair) => (
                  <Button variant="quiet" onPress={() => void show(pair)}>
                    {words.showPair}
                  </Button>
                ),
              },
            ]}
          />
          <p className="gr-muted gr-small">{words.pairCount(format.count(pairs.length), format.count(pairCount))}</p>
        </div>
      )}
    </div>
  );
}
