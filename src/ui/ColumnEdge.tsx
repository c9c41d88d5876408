import { type KeyboardEvent, useRef } from 'react';

/** Pixels. */
const NARROWEST_PX = 48;
const WIDEST_PX = 960;
const STEP_PX = 16;

export interface ColumnEdgeProps {
  readonly label: string;
  /** Pixels, as it is set; a column that takes what is left may be drawn wider. */
  readonly width: number;
  /** While it is dragged. */
  readonly onDrag: (width: number) => void;
  /** Where it is let go, and by keys. Null: as wide as it comes. */
  readonly onResize: (width: number | null) => void;
}

/** The edge of a head: drag it, or use the arrow keys, Home and End; a double click gives the width that it came with. */
export function ColumnEdge({ label, width, onDrag, onResize }: ColumnEdgeProps) {
  const drag = useRef<{ readonly x: number; readonly width: number; last: number } | null>(null);
  const bounded = (next: number): number => Math.round(Math.max(NARROWEST_PX, Math.min(WIDEST_PX, next)));
  const drawn = (edge: HTMLElement): number => edge.closest('th')?.offsetWidth ?? width;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const now = drawn(event.currentTarget);
    const next = { ArrowLeft: now - STEP_PX, ArrowRight: now + STEP_PX, Home: NARROWEST_PX, End: WIDEST_PX }[event.key];
    if (next !== undefined) onResize(bounded(next));
    else if (event.key === 'Delete') onResize(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const end = (): void => {
    const { current } = drag;
    drag.current = null;
    if (current && current.last !== current.width) onResize(current.last);
  };
  return (
    // A focusable rule is a separator that moves: the window splitter of the ARIA practices.
    <hr
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={NARROWEST_PX}
      aria-valuemax={WIDEST_PX}
      aria-valuenow={width}
      className="gr-ColumnEdge"
      onKeyDown={onKeyDown}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onResize(null);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const from = drawn(event.currentTarget);
        drag.current = { x: event.clientX, width: from, last: from };
      }}
      onPointerMove={(event) => {
        if (!drag.current) return;
        drag.current.last = bounded(drag.current.width + event.clientX - drag.current.x);
        if (drag.current.last !== drag.current.width) onDrag(drag.current.last);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
