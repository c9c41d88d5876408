import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IncidentId } from '../../domain';
import type { MapBbox } from '../../map/types';
import { countRows, indicesOf, NO_ROWS, type RowRuns, rowsOf } from '../../ui';
import { useServices } from '../services';
import { useView } from './useView';

const IDS_PER_READ = 10_000;

export interface ChosenRows {
  /** Their places in the present answer; at most one: nothing is chosen but what the session selects. */
  readonly rows: RowRuns;
  readonly choose: (rows: RowRuns) => void;
  readonly readIds: () => Promise<readonly IncidentId[]>;
  readonly readBox: () => Promise<MapBbox | null>;
}

/** Several rows of the table that are chosen. The engine remembers which incidents they are, whatever the order becomes. */
export function useChosenRows(version: number): ChosenRows {
  const { border } = useServices();
  const { border: engine } = border.worker.api;
  const [rows, setRows] = useState(NO_ROWS);
  const chosenVersion = useView('chosenVersion');
  const isSeveral = useRef(false);
  useEffect(() => {
    isSeveral.current = countRows(rows) > 1;
  }, [rows]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice on the map means other places
  useEffect(() => {
    if (version === 0) return undefined;
    let isCurrent = true;
    void engine.chosenPlaces(version).then((places) => {
      // With none chosen, as mostly, another answer draws nothing anew.
      if (isCurrent && places) setRows((before) => (before.length + places.length === 0 ? before : rowsOf(places)));
    });
    return () => {
      isCurrent = false;
    };
  }, [engine, version, chosenVersion]);
  // Without the table nothing is chosen together.
  useEffect(() => () => void engine.forgetChosen().then(border.lightChosen), [engine, border]);

  const choose = useCallback(
    (next: RowRuns): void => {
      setRows(next);
      const isNowSeveral = countRows(next) > 1;
      if (!isNowSeveral && !isSeveral.current) return;
      const places = Uint32Array.from(isNowSeveral ? indicesOf(next) : []);
      void engine.choose(version, places).then(border.lightChosen);
    },
    [engine, border, version],
  );
  return useMemo(
    () => ({
      rows,
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
    [engine, rows, choose],
  );
}
