import { type KeyboardEvent, type PointerEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import { MapCanvas } from '../../map/MapCanvas';
import type { MapCanvasProps, MapHandle, MapView } from '../../map/types';
import type { MapComparison } from '../wiring/mapOverlay';

export interface CompareMapProps {
  readonly comparison: MapComparison;
  /** Of the map below, which shows the right half. */
  readonly base: MapCanvasProps;
  readonly mapRef: RefObject<MapHandle | null>;
  /** Told the handle of this map, so that the one below can lead it. */
  readonly onHandle: (handle: MapHandle | null) => void;
}

const STEP = 2;
const BIG_STEP = 10;

/** Whether two cameras look at the same place: what was just moved by the other map must not move it back. */
function isSameView(a: Pick<MapView, 'lng' | 'lat' | 'zoom' | 'bearing'>, b: typeof a): boolean {
  return (
    Math.abs(a.lng - b.lng) < 1e-9 &&
    Math.abs(a.lat - b.lat) < 1e-9 &&
    Math.abs(a.zoom - b.zoom) < 1e-9 &&
    Math.abs(a.bearing - b.bearing) < 1e-9
  );
}

/** The left half: a second map in step with the first one, cut off by a divider or beside it. */
export default function CompareMap({ comparison, base, mapRef, onHandle }: CompareMapProps) {
  const words = useWords(hotspotWords);
  const frame = useRef<HTMLDivElement>(null);
  const [percent, setPercent] = useState(50);
  const { heat, hasMarks, leftTitle, rightTitle, mode, onPick } = comparison;
  const content = useMemo(
    () => ({ ...base.content, heat, ...(hasMarks ? {} : { marks: null, pins: null }) }),
    [base.content, heat, hasMarks],
  );
  const [initialView] = useState(() => mapRef.current?.view() ?? base.initialView);
  const isSwipe = mode === 'swipe';

  const drag = (event: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || event.buttons !== 1) return;
    setPercent(Math.min(100, Math.max(0, (100 * (event.clientX - box.left)) / box.width)));
  };
  const press = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowLeft: percent - STEP,
      ArrowRight: percent + STEP,
      PageDown: percent - BIG_STEP,
      PageUp: percent + BIG_STEP,
      Home: 0,
      End: 100,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setPercent(Math.min(100, Math.max(0, next)));
  };
  return (
    <div className="gr-Compare" ref={frame} data-mode={mode}>
      <div className="gr-Compare-left" style={isSwipe ? { clipPath: `inset(0 ${100 - percent}% 0 0)` } : {}}>
        <MapCanvas
          {...base}
          ref={onHandle}
          words={{ ...base.words, label: `${base.words.label}: ${leftTitle}` }}
          content={content}
          onClick={(hit, isAdding) => {
            if (hit?.target.type === 'heat') onPick(hit.target.id);
            else base.onClick?.(hit, isAdding);
          }}
          initialView={initialView}
          onViewChange={(next) => {
            const view = mapRef.current?.view();
            if (view && !isSameView(view, next)) mapRef.current?.jumpTo(next);
          }}
        />
      </div>
      <p className="gr-Compare-title" data-side="left">
        {leftTitle}
      </p>
      <p className="gr-Compare-title" data-side="right">
        {rightTitle}
      </p>
      {isSwipe ? (
        <div
          className="gr-Compare-divider"
          role="slider"
          tabIndex={0}
          aria-label={words.divider}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(percent)}
          aria-valuetext={`${leftTitle}: ${Math.round(percent)} %`}
          style={{ insetInlineStart: `${percent}%` }}
          onKeyDown={press}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
        >
          <span className="gr-Compare-grip" aria-hidden>
            ‹ ›
          </span>
        </div>
      ) : (
        <div className="gr-Compare-border" />
      )}
    </div>
  );
}
