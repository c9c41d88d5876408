import { useId, useState } from 'react';
import { metresPerPixel, scaleBar } from './scaleBar';
import { type Signal, useSignal } from './signal';
import type { MapFormat, MapHandle, MapView, MapWords } from './types';

const SCALE_PX = 110;

interface ScaleProps {
  readonly view: Signal<MapView | null>;
  readonly words: MapWords;
  readonly format: MapFormat;
}

export function ScaleBar({ view, words, format }: ScaleProps) {
  const now = useSignal(view);
  if (!now) return null;
  const { lengthM, widthPx } = scaleBar(metresPerPixel(now.lat, now.zoom), SCALE_PX);
  const length = lengthM < 1000 ? format.distance(lengthM) : `${format.count(lengthM / 1000)} km`;
  return (
    <div className="map-scale" role="img" aria-label={words.scale(length)}>
      <span className="map-scale-text">{length}</span>
      <span className="map-scale-bar" style={{ width: widthPx }} />
    </div>
  );
}

interface ButtonsProps {
  readonly view: Signal<MapView | null>;
  readonly handle: MapHandle;
  readonly words: MapWords;
  readonly format: MapFormat;
}

/** Zoom and north. */
export function MapButtons({ view, handle, words, format }: ButtonsProps) {
  const bearing = useSignal(view)?.bearing ?? 0;
  const clockwise = Math.round((bearing + 360) % 360);
  return (
    <div className="map-buttons">
      <button type="button" onClick={() => handle.zoomBy(1)} title={words.zoomIn} aria-label={words.zoomIn}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 4.5v11M4.5 10h11" />
        </svg>
      </button>
      <button type="button" onClick={() => handle.zoomBy(-1)} title={words.zoomOut} aria-label={words.zoomOut}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4.5 10h11" />
        </svg>
      </button>
      <button
        type="button"
        onClick={handle.resetNorth}
        title={words.north(`${format.count(clockwise)}°`)}
        aria-label={words.north(`${format.count(clockwise)}°`)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true" style={{ transform: `rotate(${-bearing}deg)` }}>
          <path className="map-north-needle" d="M10 2.5 13 10H7Z" />
          <path d="M7 10h6l-3 7.5Z" />
        </svg>
      </button>
    </div>
  );
}

interface AttributionProps {
  readonly lines: readonly string[];
  readonly words: MapWords;
}

/** Where the data come from: folded to its title until asked for. */
export function Attribution({ lines, words }: AttributionProps) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  if (lines.length === 0) return null;
  return (
    <div className="map-attribution">
      {isOpen && (
        <ul id={listId}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <button type="button" aria-expanded={isOpen} aria-controls={listId} onClick={() => setOpen(!isOpen)}>
        {words.attribution}
      </button>
    </div>
  );
}
