import { useCallback, useEffect, useRef, useState } from 'react';

export interface LoadedRows<Row> {
  readonly getRow: (index: number) => Row | undefined;
  readonly onVisibleRange: (start: number, end: number) => void;
}

/**
 * Rows of a long list, read as they come into view. Rows of another list are read anew; those in sight stay drawn until they come.
 * @param load  must be the same function as long as the list is the same
 */
export function useLoadedRows<Row>(
  load: (from: number, to: number) => Promise<readonly (Row | undefined)[]>,
): LoadedRows<Row> {
  const rows = useRef(new Map<number, Row>());
  const range = useRef<readonly [number, number]>([0, 0]);
  const current = useRef(load);
  const [, redraw] = useState(0);

  const read = useCallback(async (): Promise<void> => {
    const [from, to] = range.current;
    if (to <= from) return;
    const found = await load(from, to);
    if (current.current !== load) return;
    found.forEach((row, i) => {
      if (row) rows.current.set(from + i, row);
    });
    redraw((n) => n + 1);
  }, [load]);

  useEffect(() => {
    if (current.current === load) return;
    current.current = load;
    const [from, to] = range.current;
    rows.current = new Map([...rows.current].filter(([index]) => index >= from && index < to));
    void read();
  }, [load, read]);

  return {
    getRow: (index) => rows.current.get(index),
    onVisibleRange: useCallback(
      (start, end) => {
        range.current = [start, end];
        void read();
      },
      [read],
    ),
  };
}
