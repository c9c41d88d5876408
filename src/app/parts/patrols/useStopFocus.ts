import { type RefObject, useEffect, useRef } from 'react';
import { type FocusWish, focusStop } from './focusStop';

/**
 * Keeps the focus with a stop: after a change it follows the stop, and it comes back to a menu that went while ways were reckoned anew, or from which a
 * dialog was opened.
 * @param routes   once these are other ones they are drawn anew
 * @param isReady  whether the menus are there and no dialog lies over them
 * @returns where the focus goes once routes are drawn anew
 */
export function useStopFocus(
  holder: RefObject<HTMLElement | null>,
  { routes, isReady }: { readonly routes: unknown; readonly isReady: boolean },
): RefObject<FocusWish | null> {
  const follow = useRef<FocusWish | null>(null);
  /** The stop whose menu had the focus last, as its row names it. */
  const last = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when routes are drawn anew
  useEffect(() => {
    const wanted = follow.current;
    follow.current = null;
    if (wanted && holder.current) focusStop(holder.current, wanted);
  }, [routes]);
  useEffect(() => {
    const element = holder.current;
    const note = ({ target }: FocusEvent): void => {
      const cell = (target as HTMLElement).closest('td:last-child');
      last.current = cell?.closest<HTMLElement>('tr[data-stop]')?.dataset.stop ?? null;
    };
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, [holder]);
  useEffect(() => {
    // Where the focus went elsewhere meanwhile it stays.
    if (!isReady || last.current === null || document.activeElement !== document.body) return;
    const rows = [...(holder.current?.querySelectorAll<HTMLElement>('tr[data-stop]') ?? [])];
    const row = rows.find(({ dataset }) => dataset.stop === last.current);
    row?.querySelector<HTMLElement>('td:last-child button')?.focus();
  }, [holder, isReady]);
  return follow;
}
