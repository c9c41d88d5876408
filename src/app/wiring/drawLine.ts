import type { Degrees } from '../../domain';
import type { Sketch } from '../../map/types';
import { useSession } from '../../store';

let answer: ((line: readonly Degrees[] | null) => void) | null = null;

function settle(line: readonly Degrees[] | null): void {
  const tell = answer;
  answer = null;
  if (useSession.getState().mode === 'drawLine') useSession.getState().setMode('browse');
  tell?.(line);
}

/**
 * Lets the user draw a line on the map, by pointer, finger or keyboard.
 * @returns at least two positions; null when it was cancelled, by Escape, by another mode or by another line
 */
export function drawLine(): Promise<readonly Degrees[] | null> {
  settle(null);
  return new Promise((resolve) => {
    answer = resolve;
    useSession.getState().setMode('drawLine');
    const end = useSession.subscribe(({ mode }) => {
      if (mode === 'drawLine') return;
      end();
      if (answer === resolve) settle(null);
    });
  });
}

/** The map tells how far a sketch is. */
export function lineSketched(sketch: Sketch | null): void {
  if (useSession.getState().mode === 'drawLine' && sketch?.isFinished) settle(sketch.points);
}
