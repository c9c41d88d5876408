import {
  addPoint,
  EMPTY_SKETCH,
  finish,
  type LngLatPair,
  removeLastPoint,
  type SketchShape,
  type SketchWriting,
  sketchFeatures,
} from './sketch';
import type { Sketch } from './types';

interface Outlet {
  readonly draw: (features: ReturnType<typeof sketchFeatures>) => void;
  readonly report: (sketch: Sketch | null) => void;
  readonly end: () => void;
}

/**
 * The hand that measures and draws. Setting a point where the last one is ends the sketch, so a double click does, and so does pressing
 * Enter twice at the crosshair.
 */
export class SketchTool {
  readonly shape: SketchShape;
  #writing: SketchWriting;
  readonly #outlet: Outlet;
  #sketch: Sketch = EMPTY_SKETCH;
  #cursor: LngLatPair | null = null;

  constructor(shape: SketchShape, writing: SketchWriting, outlet: Outlet) {
    this.shape = shape;
    this.#writing = writing;
    this.#outlet = outlet;
  }

  /** @param isNearLast  the point falls, on screen, on the last one */
  add(point: LngLatPair, isNearLast: boolean): void {
    const repeats = isNearLast && !this.#sketch.isFinished;
    this.#change(repeats ? finish(this.#sketch, this.shape) : addPoint(this.#sketch, point));
  }

  moveTo(cursor: LngLatPair | null): void {
    this.#cursor = cursor;
    this.#draw();
  }

  get last(): LngLatPair | null {
    return this.#sketch.points.at(-1) ?? null;
  }

  finish(): void {
    this.#change(finish(this.#sketch, this.shape));
  }

  removeLast(): void {
    this.#change(removeLastPoint(this.#sketch));
  }

  /** Escape: first lets go of the sketch, then of the tool. */
  escape(): void {
    if (this.#sketch.points.length === 0) this.#outlet.end();
    else this.#change(EMPTY_SKETCH);
  }

  /** The user turned to another language. */
  write(writing: SketchWriting): void {
    if (writing.words === this.#writing.words) return;
    this.#writing = writing;
    this.#draw();
  }

  clear(): void {
    this.#cursor = null;
    this.#change(EMPTY_SKETCH);
  }

  #change(next: Sketch): void {
    if (next === this.#sketch) return;
    this.#sketch = next;
    this.#draw();
    this.#outlet.report(next.points.length > 0 ? next : null);
  }

  #draw(): void {
    this.#outlet.draw(sketchFeatures(this.#sketch, this.#cursor, { shape: this.shape, ...this.#writing }));
  }
}
