import { useSyncExternalStore } from 'react';
import { canFinish, EMPTY_SKETCH } from './sketch';
import type { MapWords, Sketch } from './types';

const fingers = matchMedia('(pointer: coarse)');

function subscribe(onChange: () => void): () => void {
  fingers.addEventListener('change', onChange);
  return () => fingers.removeEventListener('change', onChange);
}

interface SketchBarProps {
  readonly mode: 'measure' | 'drawPolygon' | 'drawLine' | 'pickPosition';
  readonly sketch: Sketch | null;
  readonly words: MapWords;
  readonly hintId: string;
  readonly hand: { readonly finish: () => void; readonly removeLast: () => void; readonly end: () => void };
}

/** In sight while something is measured, drawn or placed: what to do with the hand that is at work, and buttons for what keys do. */
export function SketchBar({ mode, sketch, words, hintId, hand }: SketchBarProps) {
  const isTouch = useSyncExternalStore(subscribe, () => fingers.matches);
  const isMeasure = mode === 'measure';
  const instructions = {
    measure: words.measureInstructions,
    drawPolygon: words.drawInstructions,
    drawLine: words.lineInstructions,
    pickPosition: words.pickInstructions,
  }[mode];
  const now = sketch ?? EMPTY_SKETCH;
  return (
    <div className="map-sketchbar">
      <p id={hintId}>{instructions[isTouch ? 'touch' : 'mouse']}</p>
      <div className="map-sketchbar-buttons">
        {mode !== 'pickPosition' && (
          <>
            <button
              type="button"
              onClick={hand.finish}
              disabled={!canFinish(now, mode === 'drawPolygon' ? 'polygon' : 'line')}
            >
              {isMeasure ? words.finishMeasure : mode === 'drawLine' ? words.finishLine : words.finishDraw}
            </button>
            <button type="button" onClick={hand.removeLast} disabled={now.points.length === 0}>
              {words.removeLastPoint}
            </button>
          </>
        )}
        <button type="button" onClick={hand.end}>
          {words.endSketch}
        </button>
      </div>
    </div>
  );
}
