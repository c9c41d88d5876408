import type { Map as LibreMap, MapMouseEvent } from 'maplibre-gl';
import { watchFinger } from './watchFinger';

export interface Place {
  readonly lng: number;
  readonly lat: number;
  readonly x: number;
  readonly y: number;
  readonly isTouch: boolean;
  /** With Ctrl or Shift. */
  readonly isAdding: boolean;
}

export interface KeyPress {
  readonly key: string;
  /** The middle of the map. */
  readonly crosshair: Place;
  /** The hand was on the pointer until now, so the crosshair was not what the user aimed with. */
  readonly isAfterPointer: boolean;
}

interface Listeners {
  /** At most once a frame; null when the pointer leaves. */
  readonly onMove: (place: Place | null) => void;
  readonly onClick: (place: Place) => void;
  /** A finger was held, or the other mouse button pressed. */
  readonly onHold: (place: Place) => void;
  /** A key that the map itself has no use for; true when it was used. */
  readonly onKey: (press: KeyPress) => boolean;
}

/** The middle of the map, where the keyboard's crosshair stands. */
function middleOf(map: LibreMap): Place {
  const { clientWidth, clientHeight } = map.getContainer();
  const { lng, lat } = map.getCenter();
  return { lng, lat, x: clientWidth / 2, y: clientHeight / 2, isTouch: false, isAdding: false };
}

/**
 * Listens to pointer and keyboard. Keys that move the map are left to MapLibre; when they have, the crosshair counts as the pointer.
 * @returns a function that stops listening
 */
export function listen(map: LibreMap, { onMove, onClick, onHold, onKey }: Listeners): () => void {
  const canvas = map.getCanvas();
  let frame = 0;
  let waiting: Place | null = null;
  let isKeyboard = true;
  let isTouch = false;
  const placeOf = ({ lngLat, point, originalEvent }: MapMouseEvent): Place => ({
    lng: lngLat.lng,
    lat: lngLat.lat,
    x: point.x,
    y: point.y,
    isTouch,
    isAdding: originalEvent.ctrlKey || originalEvent.metaKey || originalEvent.shiftKey,
  });
  const tell = (place: Place | null): void => {
    waiting = place;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      onMove(waiting);
    });
  };
  const onMouseMove = (event: MapMouseEvent): void => {
    isKeyboard = false;
    tell(placeOf(event));
  };
  const onMouseOut = (): void => tell(null);
  const onMoveEnd = (): void => {
    if (isKeyboard && document.activeElement === canvas) tell(middleOf(map));
  };
  const onMapClick = (event: MapMouseEvent): void => {
    isKeyboard = false;
    if (finger.takeHeld()) return;
    onClick(placeOf(event));
  };
  const onContextMenu = (event: MapMouseEvent): void => {
    // Some browsers make one of a held finger, which is already seen to.
    if (isTouch) return;
    isKeyboard = false;
    onHold(placeOf(event));
  };
  const finger = watchFinger(canvas, (x, y) => {
    const { lng, lat } = map.unproject([x, y]);
    onHold({ lng, lat, x, y, isTouch: true, isAdding: false });
  });
  // Not every browser says with a click what made it.
  const onPointerDown = (event: PointerEvent): void => {
    isTouch = event.pointerType === 'touch';
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isAfterPointer = !isKeyboard;
    isKeyboard = true;
    if (onKey({ key: event.key, crosshair: middleOf(map), isAfterPointer })) event.preventDefault();
  };
  const onBlur = (): void => {
    if (isKeyboard) tell(null);
  };
  const subscriptions = [
    map.on('mousemove', onMouseMove),
    map.on('mouseout', onMouseOut),
    map.on('moveend', onMoveEnd),
    map.on('click', onMapClick),
    map.on('contextmenu', onContextMenu),
  ];
  canvas.addEventListener('pointerdown', onPointerDown);
  canvas.addEventListener('keydown', onKeyDown);
  canvas.addEventListener('blur', onBlur);
  return () => {
    cancelAnimationFrame(frame);
    finger.end();
    for (const subscription of subscriptions) subscription.unsubscribe();
    canvas.removeEventListener('pointerdown', onPointerDown);
    canvas.removeEventListener('keydown', onKeyDown);
    canvas.removeEventListener('blur', onBlur);
  };
}
