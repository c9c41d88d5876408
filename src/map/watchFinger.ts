const HOLD_MS = 500;
/** A finger that rests still moves this far, in CSS pixels. */
const REST_PX = 10;

/**
 * Tells when one finger rests on an element for half a second.
 * @param onHold  told where, in CSS pixels from the element's top left corner
 * @returns `takeHeld`: whether the touch that ends now was such a one, so that it is no tap as well
 */
export function watchFinger(
  element: HTMLElement,
  onHold: (x: number, y: number) => void,
): { readonly takeHeld: () => boolean; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let at = { x: 0, y: 0 };
  let isHeld = false;
  const drop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const onDown = (event: PointerEvent): void => {
    const isSecond = timer !== null;
    drop();
    isHeld = false;
    if (event.pointerType !== 'touch' || isSecond || !event.isPrimary) return;
    at = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => {
      timer = null;
      isHeld = true;
      const { left, top } = element.getBoundingClientRect();
      onHold(at.x - left, at.y - top);
    }, HOLD_MS);
  };
  const onMove = (event: PointerEvent): void => {
    if (timer !== null && Math.hypot(event.clientX - at.x, event.clientY - at.y) > REST_PX) drop();
  };
  element.addEventListener('pointerdown', onDown);
  element.addEventListener('pointermove', onMove);
  for (const type of ['pointerup', 'pointercancel'] as const) element.addEventListener(type, drop);
  return {
    takeHeld: () => {
      const wasHeld = isHeld;
      isHeld = false;
      return wasHeld;
    },
    end: () => {
      drop();
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      for (const type of ['pointerup', 'pointercancel'] as const) element.removeEventListener(type, drop);
    },
  };
}
