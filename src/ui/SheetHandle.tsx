import './Sheet.css';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useUi } from './UiProvider';

export type SheetHeight = 'low' | 'half' | 'full';

const HEIGHTS: readonly SheetHeight[] = ['low', 'half', 'full'];

/** The height of the three whose share of the screen is nearest to `share` (0 … 1). */
function nearestSheetHeight(share: number): SheetHeight {
  if (share < 0.3) return 'low';
  return share < 0.75 ? 'half' : 'full';
}

export interface SheetHandleProps {
  readonly height: SheetHeight;
  readonly onHeightChange: (height: SheetHeight) => void;
  /** While it is dragged: the sheet's height in pixels; null when it is let go. */
  readonly onDrag: (heightPx: number | null) => void;
  /** The id of the sheet that it sizes. */
  readonly controls: string;
}

const TAP_PX = 4;

/** The bar on a sheet's top edge: drag it, tap it, or use the arrow keys, Home and End. */
export function SheetHandle({ height, onHeightChange, onDrag, controls }: SheetHandleProps) {
  const { strings } = useUi();
  const drag = useRef<{ readonly startY: number; readonly startHeight: number; heightPx: number } | null>(null);
  const index = HEIGHTS.indexOf(height);
  const step = (by: number): void => {
    const next = HEIGHTS[Math.max(0, Math.min(2, index + by))];
    if (next && next !== height) onHeightChange(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 1, ArrowDown: -1, Home: -2, End: 2 }[event.key];
    if (by === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (by !== undefined) step(by);
    else onHeightChange(height === 'full' ? 'low' : (HEIGHTS[index + 1] ?? 'half'));
  };

  const onPointerDown = (event: PointerEvent<HTMLHRElement>): void => {
    const sheet = document.getElementById(controls);
    if (!sheet || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const startHeight = sheet.getBoundingClientRect().height;
    drag.current = { startY: event.clientY, startHeight, heightPx: startHeight };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!drag.current) return;
    drag.current.heightPx = drag.current.startHeight + drag.current.startY - event.clientY;
    if (Math.abs(drag.current.heightPx - drag.current.startHeight) > TAP_PX) onDrag(drag.current.heightPx);
  };
  const onPointerEnd = (event: PointerEvent): void => {
    const ended = drag.current;
    drag.current = null;
    if (!ended) return;
    onDrag(null);
    if (event.type === 'pointercancel') return;
    if (Math.abs(ended.heightPx - ended.startHeight) > TAP_PX)
      onHeightChange(nearestSheetHeight(ended.heightPx / window.innerHeight));
    else onHeightChange(height === 'half' ? 'low' : 'half');
  };

  return (
    // A focusable rule is a separator that moves: the window splitter of the ARIA practices.
    <hr
      tabIndex={0}
      aria-label={strings.sheetHandle}
      aria-controls={controls}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={2}
      aria-valuenow={index}
      aria-valuetext={strings.sheetHeights[height]}
      className="gr-SheetHandle"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
    />
  );
}
