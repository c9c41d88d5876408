import { useEffect, useState } from 'react';

const TICK_MS = 250;

/**
 * How long a search has been going on, for a bar that moves.
 * @param moment  when it was begun, by the page's clock; null: none is going on
 * @returns milliseconds
 */
export function useSince(moment: number | null): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (moment === null) return undefined;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === null ? 0 : Math.max(0, now - moment);
}
