import { type ReactNode, useId, useState } from 'react';
import { classNames } from './classNames';
import { SheetHandle, type SheetHeight } from './SheetHandle';

export interface SheetProps {
  readonly label: string;
  readonly height: SheetHeight;
  readonly onHeightChange: (height: SheetHeight) => void;
  readonly children: ReactNode;
}

/** A panel from below, with three heights; what is behind it stays usable. */
export function Sheet({ label, height, onHeightChange, children }: SheetProps) {
  const id = useId();
  const [draggedPx, setDraggedPx] = useState<number | null>(null);
  return (
    <section
      id={id}
      aria-label={label}
      className={classNames('gr-Sheet', draggedPx !== null && 'gr-Sheet-dragged')}
      data-height={height}
      style={draggedPx === null ? {} : { height: draggedPx }}
    >
      <SheetHandle height={height} onHeightChange={onHeightChange} onDrag={setDraggedPx} controls={id} />
      <div className="gr-Sheet-content">{children}</div>
    </section>
  );
}
