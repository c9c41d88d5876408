import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IncidentId } from '../../domain';
import type { MapBbox } from '../../map/types';
import { useServices } from '../services';
import { useView } from './useView';

const NOTHING: ReadonlySet<string> = new Set();
const IDS_PER_READ = 10_000;

export interface ChosenRows {
  /** Their places in the present answer, as keys of rows; at most one: nothing is chosen but what the session selects. */
  readonly keys: ReadonlySet<string>;
  readonly choose: (keys: ReadonlySet<string>) => void;
  readonly readIds: () => Promise<readonly IncidentId[]>;
  readonly readBox: () => Promise<MapBbox | null>;
}

/** Several rows of the table that are chosen. The engine remembers which incidents they are, whatever the order becomes. */
export function useChosenRows(version: number): ChosenRows {
  const { border } = useServices();
  const { border: engine } = border.worker.api;
  const [keys, setKeys] = useState(NOTHING);
  const chosenVersion = useView('chosenVersion');
  const isSeveral = useRef(false);
  useEffect(() => {
    isSeveral.current = keys.size > 1;
  }, [keys]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice on the map means other places
  useEffect(() => {
    if (version === 0) return undefined;
    let isCurrent = true;
    void engine.chosenPlaces(version).then((places) => {
      // With none chosen, as mostly, another answer draws nothing anew.
      if (isCurrent && places)
        setKeys((before) => (before.size + places.length === 0 ? before : new Set(Array.from(places, String))));
    });
    return () => {
      isCurrent = false;
    };
  }, [engine, version, chosenVersion]);
  // Without the table nothing is chosen together.
  useEffect(() => () => void engine.forgetChosen().then(border.lightChosen), [engine, border]);

  const choose = useCallback(
    (next: ReadonlySet<string>): void => {
      setKeys(next);
      if (next.size < 2 && !isSeveral.current) return;
      const places = next.size > 1 ? Uint32Array.from(next, Number) : new Uint32Array(0);
      void engine.choose(version, places).then(border.lightChosen);
    },
    [engine, border, version],
  );
  return useMemo(
    () => ({
      keys,
      choose,
      readIds: async () => {
        const ids: string[] = [];
        for (;;) {
          const piece = await engine.chosenIds(ids.length, ids.length + IDS_PER_READ);
          ids.push(...piece);
          if (piece.length < IDS_PER_READ) return ids as string[] as IncidentId[];
        }
      },
      readBox: () => engine.chosenBox(),
    }),
    [engine, keys, choose],
  );
}
