import './Splitter.css';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export interface SplitterProps {
  readonly label: string;
  /** The id of the part that is sized. */
  readonly controls: string;
  /** Which edge of that part it sits on. */
  readonly edge: 'right' | 'top' | 'left';
  /** Pixels. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

const STEP_PX = 16;

/** The line between two parts: drag it, or use the arrow keys, Home and End. */
export function Splitter({ label, controls, edge, value, min, max, onChange }: SplitterProps) {
  const start = useRef<{ readonly at: number; readonly value: number } | null>(null);
  const grows = edge === 'right' ? 1 : -1;
  const along = (event: PointerEvent): number => (edge === 'top' ? event.clientY : event.clientX);
  const set = (next: number): void => {
    const bounded = Math.round(Math.max(min, Math.min(max, next)));
    if (bounded !== value) onChange(bounded);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [less, more] = {
      right: ['ArrowLeft', 'ArrowRight'],
      left: ['ArrowRight', 'ArrowLeft'],
      top: ['ArrowDown', 'ArrowUp'],
    }[edge];
    const next = { [less ?? '']: value - STEP_PX, [more ?? '']: value + STEP_PX, Home: min, End: max }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  return (
    // A focusable rule is a separator that moves: the window splitter of the ARIA practices.
    <hr
      tabIndex={0}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={edge === 'top' ? 'horizontal' : 'vertical'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={Math.round(value)}
      className={`gr-Splitter gr-Splitter-${edge}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), value };
      }}
      onPointerMove={(event) => {
        if (start.current) set(start.current.value + grows * (along(event) - start.current.at));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    />
  );
}
