import type { PointedPosition } from '../../map/types';
import { useSession } from '../../store';

let answer: ((position: PointedPosition | null) => void) | null = null;

function settle(position: PointedPosition | null): void {
  const tell = answer;
  answer = null;
  if (useSession.getState().mode === 'pickPosition') useSession.getState().setMode('browse');
  tell?.(position);
}

/**
 * Lets the user point at a place on the map, by pointer, finger or keyboard. Whatever hides the map has to make way meanwhile.
 * @returns where; null when it was cancelled, by Escape, by another mode or by another question
 */
export function pickPosition(): Promise<PointedPosition | null> {
  settle(null);
  return new Promise((resolve) => {
    answer = resolve;
    useSession.getState().setMode('pickPosition');
    const end = useSession.subscribe(({ mode }) => {
      if (mode === 'pickPosition') return;
      end();
      if (answer === resolve) settle(null);
    });
  });
}

/** The same from a dialog that makes way: what closes gives the focus back to where it came from, so the map takes it after that. */
export function pickBehindDialog(focusMap: () => void): Promise<PointedPosition | null> {
  const picking = pickPosition();
  requestAnimationFrame(() => requestAnimationFrame(focusMap));
  return picking;
}

/** The map tells what was pointed at. */
export const positionPicked = (position: PointedPosition): void => settle(position);
