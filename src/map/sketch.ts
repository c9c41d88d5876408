import type { Feature, FeatureCollection } from 'geojson';
import { geodesicLengthM } from '../geo/geodesicLength';
import type { MapFormat, Sketch } from './types';

export type LngLatPair = readonly [number, number];
export type SketchShape = 'line' | 'polygon';

export const EMPTY_SKETCH: Sketch = { points: [], legsM: [], totalM: 0, isFinished: false };

const FEWEST: Record<SketchShape, number> = { line: 2, polygon: 3 };

function withPoints(points: readonly LngLatPair[], isFinished: boolean): Sketch {
  const legsM = points.slice(1).map((point, index) => geodesicLengthM(points[index]!, point));
  return { points, legsM, totalM: legsM.reduce((sum, leg) => sum + leg, 0), isFinished };
}

/** A further point; after the end a new sketch begins with it. */
export const addPoint = (sketch: Sketch, point: LngLatPair): Sketch =>
  sketch.isFinished ? withPoints([point], false) : withPoints([...sketch.points, point], false);

/** Without the last point; a finished sketch is open again. */
export const removeLastPoint = (sketch: Sketch): Sketch => withPoints(sketch.points.slice(0, -1), false);

/** Ends the sketch, if it has points enough; a polygon's ring is closed, and its last leg counts. */
export function finish(sketch: Sketch, shape: SketchShape): Sketch {
  if (sketch.isFinished || sketch.points.length < FEWEST[shape]) return sketch;
  return withPoints(shape === 'polygon' ? [...sketch.points, sketch.points[0]!] : sketch.points, true);
}

const feature = (role: string, geometry: Feature['geometry'], text?: string): Feature => ({
  type: 'Feature',
  properties: text === undefined ? { role } : { role, text },
  geometry,
});

const mutable = (points: readonly LngLatPair[]): [number, number][] => points.map(([lng, lat]) => [lng, lat]);

/**
 * The sketch as features to draw, with the leg towards the pointer.
 * @param cursor  where the next point would be; null when it is not over the map
 */
export function sketchFeatures(
  sketch: Sketch,
  cursor: LngLatPair | null,
  { shape, format }: { readonly shape: SketchShape; readonly format: MapFormat },
): FeatureCollection {
  const { points, isFinished } = sketch;
  const last = points.at(-1);
  const features: Feature[] = [];
  const preview = cursor && last && !isFinished ? cursor : null;
  const outline = preview ? [...points, preview] : points;
  if (shape === 'polygon' && outline.length >= 3) {
    features.push(feature('area', { type: 'Polygon', coordinates: [mutable([...outline, outline[0]!])] }));
  }
  if (points.length >= 2) features.push(feature('line', { type: 'LineString', coordinates: mutable(points) }));
  if (preview && last) features.push(feature('preview', { type: 'LineString', coordinates: mutable([last, preview]) }));
  for (const point of isFinished && shape === 'polygon' ? points.slice(0, -1) : points) {
    features.push(feature('point', { type: 'Point', coordinates: [...point] }));
  }
  const end = preview ?? last;
  if (end && last && outline.length >= 2 && shape === 'line') {
    const ahead = preview ? geodesicLengthM(last, preview) : 0;
    const total = format.distance(sketch.totalM + ahead);
    const text = preview && points.length > 1 ? `${format.distance(ahead)}\n${total}` : total;
    features.push(feature('label', { type: 'Point', coordinates: [...end] }, text));
  }
  return { type: 'FeatureCollection', features };
}
